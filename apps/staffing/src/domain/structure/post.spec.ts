import { decidePost } from './post';

const post = {
  hallCode: 'demo',
  id: 'p',
  code: 'P1',
  name: '社保登记岗',
  duties: ['受理'],
  windowId: 'w',
  leadId: 'A',
  deputyId: 'B',
  version: 1,
};

describe('post', () => {
  test('S5.1a a post has a lead and a deputy', () => {
    expect(decidePost(post)).toEqual({ kind: 'DONE', value: post });
  });

  test('S5.1b lead and deputy are two people', () => {
    expect(decidePost({ ...post, deputyId: 'A' })).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'POST_NEEDS_TWO_HOLDERS', clause: 'S5.1b' },
    });
  });
});
