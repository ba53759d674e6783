import { done, isRefused, refuse } from './outcome';
import { refusalText, refuser } from './refusals';
import type { RefusalCatalogue } from './refusals';

const catalogue = {
  CASE_NOT_FOUND: { zh: '办件不存在', en: 'No such case' },
  MATERIALS_INCOMPLETE: { clause: 'S4.1b', zh: '材料不齐全：{missing}', en: 'Missing: {missing}' },
} as const satisfies RefusalCatalogue;
const refuseCase = refuser(catalogue);

describe('outcome', () => {
  it('is a value or a refusal', () => {
    expect(done(3)).toEqual({ kind: 'DONE', value: 3 });
    expect(isRefused(done(3))).toBe(false);
    expect(isRefused(refuse({ code: 'CASE_NOT_FOUND' }))).toBe(true);
  });
});

describe('refusal', () => {
  it('takes its clause from the catalogue', () => {
    expect(refuseCase('MATERIALS_INCOMPLETE', { missing: ['照片'] }, ['CORRECT'])).toEqual({
      kind: 'REFUSED',
      refusal: {
        code: 'MATERIALS_INCOMPLETE',
        clause: 'S4.1b',
        details: { missing: ['照片'] },
        allowedActions: ['CORRECT'],
      },
    });
    expect(refuseCase('CASE_NOT_FOUND').refusal).toEqual({ code: 'CASE_NOT_FOUND' });
  });

  it('speaks both languages and fills its slots', () => {
    const { refusal } = refuseCase('MATERIALS_INCOMPLETE', { missing: ['身份证', '照片'] });
    expect(refusalText(catalogue, refusal, 'zh-CN')).toBe('材料不齐全：身份证、照片');
    expect(refusalText(catalogue, refusal, 'en')).toBe('Missing: 身份证, 照片');
  });

  it('does not read slots inside the values it fills in', () => {
    const { refusal } = refuseCase('MATERIALS_INCOMPLETE', { missing: '{missing}$&' });
    expect(refusalText(catalogue, refusal, 'en')).toBe('Missing: {missing}$&');
  });

  it('is a mistake in the program without a text or a detail', () => {
    expect(() => refusalText(catalogue, { code: 'toString' }, 'en')).toThrow('no text for refusal toString');
    expect(() => refusalText(catalogue, { code: 'MATERIALS_INCOMPLETE' }, 'en')).toThrow('has no detail missing');
  });

  it('is checked by the compiler', () => {
    // @ts-expect-error the text needs to know what is missing
    refuseCase('MATERIALS_INCOMPLETE');
    // @ts-expect-error there is no such code
    expect(() => refuseCase('CASE_LOST')).not.toThrow();
  });
});
