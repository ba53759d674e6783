import { json, startMiniHall, type MiniHall } from '../support';

/** Resolves when `condition` holds; the wait is bounded by the time limit of the test. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('requests to subgraphs', () => {
  let hall: MiniHall;
  beforeEach(async () => {
    hall = await startMiniHall({ subgraphLimits: { timeoutMs: 300, maxAnswerBytes: 10_000, connections: 4 } });
  });
  afterEach(() => hall.close());
  const errorOf = async (query = '{ wild }') => (await hall.ask(query)).body.errors[0];

  it('join what several subgraphs know', async () => {
    const { body } = await hall.ask('{ openCases { id post { name open deputy { name } } } }');
    expect(body.data.openCases).toEqual(
      [
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'a'],
      ].map(([id, post]) => ({ id, post: { name: `post ${post}`, open: 1, deputy: { name: 'post b' } } })),
    );
  });

  it('carry the operation, its variables, the language, the correlation id and the idempotency key', async () => {
    hall.wild.answer(json({ data: { wild: 'sunny' } }));
    const headers = { 'accept-language': 'en;q=0.5, zh', 'x-correlation-id': 'visit-0002', 'idempotency-key': 'try-1' };
    const { body } = await hall.ask('query Day($day: String) { wild(day: $day) }', {
      variables: { day: 'monday' },
      headers,
    });
    expect(body).toEqual({ data: { wild: 'sunny' } });
    expect(hall.wild.received[0]?.headers).toMatchObject({ ...headers, 'content-type': 'application/json' });
    expect(hall.wild.received[0]?.body.variables).toEqual({ day: 'monday' });
  });

  it('are not sent under a key that would not come back as it was', async () => {
    for (const key of ['has space', 'x'.repeat(201)]) {
      const { status, body } = await hall.ask('{ wild }', { headers: { 'idempotency-key': key } });
      expect([status, body.errors[0].extensions]).toEqual([
        400,
        expect.objectContaining({
          code: 'BAD_USER_INPUT',
          fields: [expect.objectContaining({ field: 'Idempotency-Key' })],
        }),
      ]);
    }
    expect(hall.wild.received).toHaveLength(0);
  });

  it('reuse their connection', async () => {
    const ports = new Set<number | undefined>();
    hall.wild.answer((request, response, raw) => {
      ports.add(raw.socket.remotePort);
      json({ data: { wild: 'x' } })(request, response, raw);
    });
    for (let round = 0; round < 5; round += 1) await hall.ask('{ wild }');
    expect(ports.size).toBe(1);
  });

  it('end at the time limit, even when the answer has begun', async () => {
    for (const silent of [false, true]) {
      hall.wild.answer((_request, response) => {
        if (silent) return;
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"data":');
      });
      expect(await errorOf()).toMatchObject({ extensions: { code: 'SUBGRAPH_TIMEOUT' } });
    }
  });

  it('are cancelled when the client goes away, but never a write', async () => {
    const ended: string[] = [];
    hall.wild.answer((request, response, raw) => {
      const kind = request.body.query?.startsWith('mutation') ? 'write' : 'read';
      raw.socket.once('close', () => ended.push(`${kind} cut`));
      response.once('finish', () => ended.push(`${kind} answered`));
      if (kind === 'write') setTimeout(() => json({ data: { storm: 'done' } })(request, response, raw), 100);
    });
    for (const operation of ['{ wild }', 'mutation { storm }']) {
      const controller = new AbortController();
      const before = hall.wild.received.length;
      const asked = hall.ask(operation, { signal: controller.signal }).catch(() => 'gone');
      await until(() => hall.wild.received.length > before);
      controller.abort();
      expect(await asked).toBe('gone');
      await until(() => ended.length > before);
    }
    expect(ended).toEqual(['read cut', 'write answered']);
  });

  it('refuse an answer that is too large, announced or not', async () => {
    const large = JSON.stringify({ data: { wild: 'x'.repeat(20_000) } });
    for (const announced of [true, false]) {
      hall.wild.answer((_request, response) => {
        const length = announced ? { 'content-length': large.length } : {};
        response.writeHead(200, { 'content-type': 'application/json', ...length }).end(large);
      });
      expect((await errorOf()).extensions.code).toBe('INTERNAL_SERVER_ERROR');
    }
    expect(hall.log.map(({ code }) => code)).toEqual(['SUBGRAPH_ANSWER_TOO_LARGE', 'SUBGRAPH_ANSWER_TOO_LARGE']);
  });

  it('take chunked answers and text beyond ASCII', async () => {
    const text = '人社局'.repeat(1_000);
    hall.wild.answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/graphql-response+json' });
      const bytes = Buffer.from(JSON.stringify({ data: { wild: text } }));
      response.write(bytes.subarray(0, 1_001));
      response.end(bytes.subarray(1_001));
    });
    expect((await hall.ask('{ wild }')).body.data.wild).toBe(text);
  });

  it.each<[string, number, string, string]>([
    ['a page', 200, 'text/html', '<html>secret</html>'],
    ['broken JSON', 200, 'application/json', '{"data":'],
    ['a list', 200, 'application/json', '[]'],
    ['nothing', 200, 'application/json', 'null'],
    ['a server fault', 500, 'text/plain', 'secret at 10.0.0.7'],
    ['JSON without errors', 418, 'application/json', '{"secret":1}'],
  ])('mask an answer that is %s', async (_title, status, type, text) => {
    hall.wild.answer((_request, response) => response.writeHead(status, { 'content-type': type }).end(text));
    const answer = await hall.ask('{ wild other }');
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.text).not.toMatch(/secret|10\.0|127\.0|html/);
    expect(hall.log[0]).toMatchObject({ code: 'SUBGRAPH_ANSWER_INVALID' });
  });

  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [502, 'SUBGRAPH_UNAVAILABLE'],
    [503, 'SUBGRAPH_UNAVAILABLE'],
    [504, 'SUBGRAPH_TIMEOUT'],
  ])('give status %i the code %s', async (status, code) => {
    hall.wild.answer((_request, response) => response.writeHead(status).end('no'));
    expect((await errorOf()).extensions.code).toBe(code);
  });

  it('believe the errors of an answer more than its status', async () => {
    const refusal = { message: '输入有误', extensions: { code: 'BAD_USER_INPUT', fields: [{ field: 'day' }] } };
    hall.wild.answer(json({ errors: [refusal] }, 400));
    expect(await errorOf()).toMatchObject(refusal);
    hall.wild.answer(json({ errors: [{ message: 'no' }] }, 403));
    expect((await errorOf()).extensions.code).toBe('FORBIDDEN');
  });

  it('tell that a subgraph is away without telling where it is', async () => {
    await hall.wild.close();
    const { text, body } = await hall.ask('{ wild posts { id } }', { headers: { 'accept-language': 'en' } });
    expect(body).toMatchObject({
      data: { wild: null, posts: [{ id: 'a' }, { id: 'b' }] },
      errors: [
        { message: 'A service is not available; try again later', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
      ],
    });
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|complaints/);
  });

  it('repeat a read that met a connection closed by a restart, never a write', async () => {
    let broken = 0;
    hall.wild.answer((request, response, raw) => {
      if (broken > 0) {
        broken -= 1;
        raw.socket.destroy();
        return;
      }
      json({ data: { wild: 'again', storm: 'again' } })(request, response, raw);
    });
    broken = 1;
    expect((await hall.ask('{ wild }')).body).toEqual({ data: { wild: 'again' } });
    expect(hall.wild.received).toHaveLength(2);
    broken = 1;
    expect((await errorOf('mutation { storm }')).extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(hall.wild.received).toHaveLength(3);
    broken = 2;
    expect((await errorOf()).extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
  });

  it('let the strictest cache policy of the subgraphs decide', async () => {
    const policyAfter = async (header?: string) => {
      hall.wild.answer(json({ data: { wild: 'x' } }, 200, header === undefined ? {} : { 'cache-control': header }));
      return (await hall.ask('{ wild }')).headers.get('cache-control');
    };
    expect(await policyAfter('max-age=60, public')).toBe('max-age=60, public');
    expect(await policyAfter('private, max-age="30"')).toBe('max-age=30, private');
    for (const header of [undefined, 'no-store', 'max-age=x', 'max-age=60, no-store']) {
      expect(await policyAfter(header)).toBe('no-store');
    }
  });
});
