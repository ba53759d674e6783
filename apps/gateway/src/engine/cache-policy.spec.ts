import { cacheHintOf } from './cache-policy';

describe('what a subgraph allows for the whole answer', () => {
  it.each([
    [undefined, { maxAge: 0 }],
    ['', { maxAge: 0 }],
    ['max-age=60', { maxAge: 60 }],
    ['Max-Age="60" , PUBLIC', { maxAge: 60, scope: 'PUBLIC' }],
    ['private,max-age=5', { maxAge: 5, scope: 'PRIVATE' }],
    ['max-age=5, public, private', { maxAge: 5, scope: 'PRIVATE' }],
    ['max-age=60, no-store', { maxAge: 0 }],
    ['max-age=-1', { maxAge: 0 }],
    ['max-age=1e9', { maxAge: 0 }],
  ])('%s gives %j', (header, hint) => {
    expect(cacheHintOf(header)).toEqual(hint);
  });
});
