import { searchKeysOf, searchTermsOf } from './search-keys';

describe('finding an item', () => {
  test.each([
    ['社会保险登记', 'shbxdj'],
    ['失业保险金申领', 'sybxjsl'],
    ['工伤认定申请', 'gsrdsq'],
    ['养老保险供养亲属领取待遇资格认证', 'ylbxgyqslqdyzgrz'],
    ['《就业创业证》申领', 'jycyzsl'],
    ['女职工生育津贴支付', 'nzgsyjtzf'],
  ])('%s is found by %s', (name, initials) => {
    expect(searchKeysOf(name, 'C').initials).toBe(initials);
  });

  test('every pair of neighbours is a key, also across punctuation', () => {
    const { bigrams } = searchKeysOf('《就业创业证》申领', 'X-1');
    expect(bigrams).toEqual(expect.arrayContaining(['就业', '业创', '证申', '申领']));
  });

  test('a search is read in words of two characters and more', () => {
    expect(searchTermsOf('养老 保险登记')).toEqual({
      words: ['养老', '保险登记'],
      bigrams: ['养老', '保险', '险登', '登记'],
      initials: [],
    });
    expect(searchTermsOf('ＳＨＢＸ')).toEqual({ words: [], bigrams: [], initials: ['shbx'] });
    expect(searchTermsOf('卡 社会')).toEqual({ words: ['卡', '社会'], bigrams: ['社会'], initials: [] });
    for (const code of ['P-1', 'p1', 'Ｐ－１'])
      expect(searchTermsOf(code)).toMatchObject({ words: [], initials: ['p1'] });
    expect(searchTermsOf('险')).toBeUndefined();
    expect(searchTermsOf('  ')).toBeUndefined();
  });
});
