import { presentError } from './error-policy';

describe('what a client sees of an error', () => {
  it('is the error itself when it is expected, without anything about our inside', () => {
    const error = {
      message: '请补正',
      path: ['submitCase'],
      locations: [{ line: 1, column: 2 }],
      extensions: {
        code: 'BAD_USER_INPUT',
        fields: [{ field: 'a', reason: 'b' }],
        stacktrace: ['at …'],
        serviceName: 'cases',
        response: { url: 'http://10.0.0.7' },
        exception: {},
        http: { status: 400 },
      },
    };
    expect(presentError(error, 'en', 'visit-0001')).toEqual({
      ...error,
      extensions: { code: 'BAD_USER_INPUT', fields: [{ field: 'a', reason: 'b' }] },
    });
  });

  it.each([undefined, {}, { code: 'ODD' }, { code: 'INTERNAL_SERVER_ERROR' }, { code: 'DOWNSTREAM_SERVICE_ERROR' }])(
    'is a code, a number and the path for a fault with %j',
    (extensions) => {
      const fault = { message: 'select * from cases', path: ['a', 1], ...(extensions && { extensions }) };
      expect(presentError(fault, 'en', 'visit-0001')).toEqual({
        message: 'Internal error; tell the staff its number',
        path: ['a', 1],
        extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'visit-0001' },
      });
    },
  );

  it('stays the same when it is presented twice', () => {
    for (const code of ['ODD', 'SUBGRAPH_TIMEOUT', 'CONFLICT']) {
      const once = presentError({ message: 'x', extensions: { code } });
      expect(presentError(once)).toEqual(once);
    }
  });

  it('speaks the language of the reader', () => {
    const away = {
      message: 'cases: subgraph unavailable',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'cases' },
    };
    expect(presentError(away, 'zh-CN').message).toContain('稍后再试');
    expect(presentError(away, 'en')).toEqual({
      message: 'A service is not available; try again later',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    });
  });
});
