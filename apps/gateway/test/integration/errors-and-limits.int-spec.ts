import { ask, json, startMiniHall, type Answer, type MiniHall } from '../support';

describe('the gateway', () => {
  let hall: MiniHall;
  beforeAll(async () => {
    hall = await startMiniHall();
  });
  afterAll(() => hall.close());
  beforeEach(() => hall.log.splice(0));

  describe('errors', () => {
    const fail = (variables: { code?: string; message: string }, headers = {}) =>
      hall.ask('query F($code: String, $message: String!) { fail(code: $code, message: $message) }', {
        variables,
        headers,
      });

    it.each(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT'])('pass with code %s', async (code) => {
      const { body, text } = await fail({ code, message: '请补正' });
      expect(body.errors).toEqual([{ message: '请补正', path: ['fail'], extensions: { code, field: 'id' } }]);
      expect(text).not.toMatch(/stacktrace|serviceName|staffing/);
      expect(hall.log).toEqual([]);
    });

    it('are masked otherwise, in the language of the reader, with the number under which they are logged', async () => {
      const headers = { 'accept-language': 'en', 'x-correlation-id': 'visit-0003' };
      for (const variables of [{ message: 'password=secret' }, { code: 'ODD', message: 'password=secret' }]) {
        const { body, text } = await fail(variables, headers);
        expect(body.errors).toEqual([
          {
            message: 'Internal error; tell the staff its number',
            path: ['fail'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'visit-0003' },
          },
        ]);
        expect(text).not.toContain('secret');
      }
      expect(hall.log).toHaveLength(2);
      expect(hall.log[0]).toMatchObject({ correlationId: 'visit-0003', msg: 'operation failed' });
      expect((await fail({ message: 'x' })).body.errors[0].message).toContain('系统故障');
    });

    it('are logged with a hash of whoever asked; a bad header is the caller’s and no fault', async () => {
      const authorization = await hall.issuer.bearer({ sub: '13812345678' });
      await fail({ message: 'x' }, { authorization });
      expect(hall.log).toMatchObject([{ actor: expect.stringMatching(/^[\w-]{43}$/), msg: 'operation failed' }]);
      expect(JSON.stringify(hall.log)).not.toContain('13812345678');
      hall.log.splice(0);
      const { status } = await fail({ message: 'x' }, { 'idempotency-key': 'a b' });
      expect([status, hall.log]).toEqual([400, []]);
    });

    it('are told of a thing that one subgraph names and another does not have, and logged', async () => {
      const headers = { 'x-correlation-id': 'visit-0004', 'accept-language': 'en' };
      const { status, body } = await hall.ask('mutation { rename(id: "gone", name: "x") { id open } }', { headers });
      expect(status).toBe(200);
      expect(body).toEqual({
        data: null,
        errors: [
          {
            message: 'Internal error; tell the staff its number',
            path: ['rename', 'open'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'visit-0004' },
          },
        ],
      });
      expect(hall.log).toMatchObject([{ correlationId: 'visit-0004', msg: 'operation failed' }]);
    });

    it.each([
      ['a database that is busy', { code: 'UNAVAILABLE', retryAfterSeconds: 2 }, '2'],
      ['a commit that was not answered', { code: 'OUTCOME_UNKNOWN', retryAfterSeconds: 3 }, '3'],
      ['a wish that is none', { code: 'UNAVAILABLE', retryAfterSeconds: 'soon' }, null],
      ['input that will be as bad later', { code: 'BAD_USER_INPUT' }, null],
    ])('say as a header, too, when to try again: %s', async (_what, extensions, header) => {
      hall.wild.answer(json({ data: null, errors: [{ message: 'no', extensions }] }));
      const { status, headers, body } = await hall.ask('{ wild }');
      expect([status, headers.get('retry-after')]).toEqual([200, header]);
      expect(body.errors[0].extensions.code).toBe(extensions.code);
    });

    it('say so of a service that is away', async () => {
      hall.wild.answer(json({}, 503));
      expect((await hall.ask('{ wild }')).headers.get('retry-after')).toBe('2');
    });

    it('are at most five in one answer', async () => {
      hall.wild.answer(json({ data: null, errors: Array.from({ length: 9 }, () => ({ message: 'no' })) }));
      expect((await hall.ask('{ wild }')).body.errors).toHaveLength(5);
    });
  });

  describe('refuses', () => {
    const repeated = (count: number, part: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => part(index)).join(' ');
    const nested = (depth: number): string =>
      `{ post(id: 1) { ${'deputy { '.repeat(depth - 2)}id${' }'.repeat(depth - 2)} } }`;

    it.each<[string, string]>([
      ['a text with too many words', `{ ${repeated(1_600, () => 'wild')} }`],
      ['too many levels', nested(13)],
      ['too many aliases', `{ ${repeated(61, (index) => `a${index}: wild`)} }`],
      ['too many aliases of __typename', `{ ${repeated(61, (index) => `a${index}: __typename`)} }`],
      ['too many directives', `{ wild ${repeated(11, () => '@skip(if: false)')} }`],
      [
        'fragments that blow up',
        `{ ...F0 } ${repeated(14, (index) => `fragment F${index} on Query { a: __typename ...F${index + 1} b: __typename ...F${index + 1} }`)} fragment F14 on Query { wild }`,
      ],
      ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
      ['a syntax error', '{ posts {'],
      ['introspection', '{ __schema { types { name } } }'],
    ])('%s with a plain 400', async (_title, query) => {
      const before = hall.wild.received.length;
      const { status, body } = await hall.ask(query);
      expect(status).toBe(400);
      expect(body.errors.length).toBeLessThanOrEqual(5);
      for (const error of body.errors) {
        expect(error.extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
      }
      expect(hall.wild.received).toHaveLength(before);
      expect(hall.log).toEqual([]);
    });

    it.each([
      ['depth', nested(13), 'Query depth limit of 12 exceeded, found 13.'],
      ['aliases', `{ ${repeated(61, (index) => `a${index}: wild`)} }`, 'Aliases limit of 60 exceeded, found 61.'],
      [
        'directives',
        `{ ${repeated(11, (index) => `a${index}: wild @skip(if: false)`)} }`,
        'Directives limit of 10 exceeded, found 11.',
      ],
    ])('more than the limit of %s, telling the limit', async (_title, query, message) => {
      expect((await hall.ask(query)).body.errors.map((error: Error) => error.message)).toContain(message);
    });

    it('nothing at the limits themselves', async () => {
      hall.wild.answer((request, response, raw) => json({ data: { wild: 'x' } })(request, response, raw));
      expect((await hall.ask(nested(12))).status).toBe(200);
      expect((await hall.ask(`{ ${repeated(15, (index) => `a${index}: __typename`)} }`)).status).toBe(200);
    });

    it('not a dashboard of forty lists, but forty that are too dear together', async () => {
      const lists = (part: string): string => `{ ${repeated(40, (index) => `list${index}: posts ${part}`)} }`;
      const answer = await hall.ask(lists('{ id name deputy { id } }'));
      expect([answer.status, Object.keys(answer.body.data).length]).toEqual([200, 40]);
      const dear = await hall.ask(
        `${lists('{ ...P }')} fragment P on Post { id ${'deputy { id '.repeat(8)}${'}'.repeat(8)} }`,
      );
      expect([dear.status, dear.body.errors.map(({ message }: Error) => message)]).toEqual([
        400,
        [expect.stringMatching(/^Query Cost limit of 20000 exceeded, found \d+/)],
      ]);
    });

    it('T2 what is too dear by its variables, as if they had been written out', async () => {
      const pages = (declared: string) =>
        `query Q${declared} { ${repeated(40, (index) => `a${index}: posts(first: $n) { id name deputy { id } }`)} }`;
      const ask = (declared: string, variables: Record<string, unknown>) => hall.ask(pages(declared), { variables });
      const refused = [expect.stringMatching(/^Query Cost limit of 20000 exceeded, found \d+/)];
      const messages = ({ body }: Answer) => body.errors?.map(({ message }: Error) => message);
      expect((await ask('($n: Int)', { n: 2 })).status).toBe(200);
      for (const [declared, variables] of [
        ['($n: Int)', { n: 200 }],
        ['($n: Int = 200)', {}],
        ['($n: Int! = 1)', { n: 200 }],
      ] as const) {
        const answer = await ask(declared, variables);
        expect([declared, answer.status, messages(answer)]).toEqual([declared, 400, refused]);
        expect(answer.body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      }
      // Nothing is a size that is left open, and the same text is judged anew for each request.
      expect((await ask('($n: Int)', {})).status).toBe(200);
      expect((await ask('($n: Int)', { n: null })).status).toBe(200);
      expect(hall.log).toEqual([]);
    });

    it('to suggest names that exist', async () => {
      const { status, text } = await hall.ask('{ postz { id } }');
      expect(status).toBe(400);
      expect(text).not.toMatch(/Did you mean|posts/);
    });

    it('a batch', async () => {
      const response = await fetch(hall.gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ query: '{ wild }' }, { query: '{ wild }' }]),
      });
      expect(response.status).toBe(400);
    });

    it('requests a foreign page could make a browser send', async () => {
      const query = `?query=${encodeURIComponent('{ __typename }')}`;
      expect((await fetch(hall.gateway.url + query)).status).toBe(400);
      expect((await fetch(hall.gateway.url + query, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(
        200,
      );
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const response = await fetch(hall.gateway.url, {
          method: 'POST',
          headers: { 'content-type': type },
          body: '{"query":"{ __typename }"}',
        });
        expect([400, 415]).toContain(response.status);
      }
      const mutation = `?query=${encodeURIComponent('mutation { storm }')}`;
      expect((await fetch(hall.gateway.url + mutation, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(
        405,
      );
    });

    it('a body beyond the limit', async () => {
      const { status, body } = await hall.ask('{ wild }', { variables: { x: 'x'.repeat(100_001) } });
      expect([status, body.errors[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    });

    it('to show a page, unless in development', async () => {
      const response = await fetch(hall.gateway.url, { headers: { accept: 'text/html' } });
      expect(response.headers.get('content-type')).not.toContain('html');
    });
  });

  it('tells its own health and that of the subgraphs', async () => {
    const origin = new URL(hall.gateway.url).origin;
    const ready = async () => {
      const response = await fetch(`${origin}/health/ready`);
      return [response.status, await response.json()];
    };
    hall.wild.answer(json({}, 200));
    expect(await ready()).toEqual([
      200,
      { status: 'ready', checks: { staffing: 'up', cases: 'up', complaints: 'up' } },
    ]);
    hall.wild.answer(json({}, 503));
    expect(await ready()).toEqual([
      503,
      { status: 'not-ready', checks: { staffing: 'up', cases: 'up', complaints: 'down' } },
    ]);
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(metrics).toContain('subgraph_request_duration_seconds_count{subgraph="staffing"');
  });
});

describe('in development', () => {
  it('the gateway shows a page and its schema', async () => {
    const hall = await startMiniHall({ sandbox: true, introspection: true });
    try {
      const page = await fetch(hall.gateway.url, { headers: { accept: 'text/html' } });
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.url).toMatch(/\/sandbox\/$/);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('http');
      const [, script] = /<script type="module" src="(main[^"]*)"/.exec(await page.text()) ?? [];
      expect((await fetch(new URL(script!, page.url))).status).toBe(200);
      const { body }: Answer = await ask(hall.gateway.url, '{ __schema { queryType { name } } }');
      expect(body.data.__schema.queryType.name).toBe('Query');
    } finally {
      await hall.close();
    }
  });
});

describe('web front ends', () => {
  it('may ask from the configured origins only', async () => {
    const hall = await startMiniHall({ corsOrigins: ['https://hall.example'] });
    try {
      const allowed = async (origin: string) =>
        (
          await fetch(hall.gateway.url, {
            method: 'OPTIONS',
            headers: { origin, 'access-control-request-method': 'POST' },
          })
        ).headers.get('access-control-allow-origin');
      expect(await allowed('https://hall.example')).toBe('https://hall.example');
      expect(await allowed('https://evil.example')).toBeNull();
    } finally {
      await hall.close();
    }
  });
});
