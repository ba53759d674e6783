import { once } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { Counter, Registry } from 'prom-client';
import { createClock, testClockSetting } from '@hall/platform/clock';
import { createHttpServer, mountTestClock, type HttpServer, type HttpServerOptions } from '@hall/platform/http';

const logger = pino({ level: 'silent' });
const opened: HttpServer[] = [];
const server = (options: Partial<HttpServerOptions> = {}): HttpServer => {
  const http = createHttpServer({ logger, ...options });
  opened.push(http);
  return http;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((http) => http.close()));
});

/** Asks a server on a free port of loopback; opens it at the first question. */
const addresses = new WeakMap<HttpServer, Promise<string>>();
async function ask(http: HttpServer, path: string, init: RequestInit = {}) {
  if (!addresses.has(http)) addresses.set(http, http.listen({ host: '127.0.0.1', port: 0 }));
  const answer = await fetch(`${await addresses.get(http)}${path}`, init);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

describe('HTTP server', () => {
  it('T5 refuses control characters in the variable parts of an address', async () => {
    const http = server();
    http.app.get('/papers/:name', async () => ({ shown: true }));
    const status = async (path: string) => (await ask(http, path)).status;
    expect(await status('/papers/%E5%BC%A0?locale=en')).toBe(200);
    expect([await status('/papers/a%00'), await status('/papers/a?locale=%E2%80%AE')]).toEqual([400, 400]);
  });

  it('answers an address that is none in the one shape, and does not repeat it', async () => {
    const http = server();
    http.app.get('/papers/:name', async () => ({ shown: true }));
    for (const path of ['/papers/%ED%A0%80', '/papers/%', `/papers/${'a'.repeat(300)}`]) {
      const { status, text } = await ask(http, path);
      expect([status, JSON.parse(text)]).toEqual([
        404,
        {
          errors: [
            {
              message: expect.not.stringContaining('papers'),
              extensions: { code: 'NOT_FOUND', correlationId: expect.any(String) },
            },
          ],
        },
      ]);
    }
  });

  it('keeps a well-formed correlation id and replaces any other', async () => {
    const http = server();
    const idFor = async (id?: string) =>
      (await ask(http, '/health/live', { headers: id === undefined ? {} : { 'x-correlation-id': id } })).headers[
        'x-correlation-id'
      ];
    expect(await idFor('visit-2026:0001')).toBe('visit-2026:0001');
    for (const bad of [undefined, 'short', 'has space in it', '{"$ne":1}12345', 'x'.repeat(65)]) {
      const id = await idFor(bad);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('is ready only when every named check passes, and says which does not', async () => {
    let broken = false;
    const http = server({
      readiness: {
        postgres: async () => undefined,
        nats: async () => {
          if (broken) throw new Error('connection to 10.0.0.7 refused');
        },
      },
    });
    const good = await ask(http, '/health/ready');
    expect([good.status, JSON.parse(good.text)]).toEqual([
      200,
      { status: 'ready', checks: { postgres: 'up', nats: 'up' } },
    ]);
    broken = true;
    const bad = await ask(http, '/health/ready');
    expect([bad.status, JSON.parse(bad.text)]).toEqual([
      503,
      { status: 'not-ready', checks: { postgres: 'up', nats: 'down' } },
    ]);
    expect((await ask(http, '/health/live')).status).toBe(200);
  });

  it('counts requests by route and shows the metrics of the service', async () => {
    const metrics = new Registry();
    new Counter({ name: 'slips_issued_total', help: 'Slips', registers: [metrics] }).inc(3);
    const http = server({ metrics });
    await ask(http, '/health/live');
    await ask(http, '/somewhere/330200199001011234');
    const { text } = await ask(http, '/metrics');
    expect(text).toContain('slips_issued_total 3');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/health/live",status="200"} 1');
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="unknown",status="404"} 1');
    expect(text).not.toContain('330200199001011234');
  });

  it('limits the body, refuses malformed JSON and masks faults, all in one shape', async () => {
    const http = server({ bodyLimit: 100 });
    http.app.post('/echo', async (request) => request.body);
    http.app.get('/broken', async () => {
      throw new Error('password=secret');
    });
    const json = { 'content-type': 'application/json', 'x-correlation-id': 'test-0001' };
    const answers = [
      await ask(http, '/echo', { method: 'POST', headers: json, body: JSON.stringify('x'.repeat(200)) }),
      await ask(http, '/echo', { method: 'POST', headers: json, body: '{"a":' }),
      await ask(http, '/echo', { method: 'POST', headers: { ...json, 'content-type': 'text/odd' }, body: 'a' }),
      await ask(http, '/broken', { headers: json }),
      await ask(http, '/nowhere', { headers: json }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([413, 400, 415, 500, 404]);
    expect(answers.map(({ text }) => JSON.parse(text).errors[0].extensions)).toEqual(
      ['PAYLOAD_TOO_LARGE', 'BAD_REQUEST', 'UNSUPPORTED_MEDIA_TYPE', 'INTERNAL_SERVER_ERROR', 'NOT_FOUND'].map(
        (code) => ({ code, correlationId: 'test-0001' }),
      ),
    );
    expect(answers.map(({ text }) => text).join()).not.toContain('secret');
  });

  it('tells browsers not to guess, frame or run anything', async () => {
    const { headers } = await ask(server(), '/nowhere');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('finishes a running request before it closes', async () => {
    const http = server();
    let release = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      http.app.get('/slow', async () => {
        await new Promise<void>((go) => {
          release = go;
          resolve();
        });
        return { done: true };
      });
    });
    const answer = ask(http, '/slow');
    await arrived;
    const closed = http.close();
    expect(http.close()).toBe(closed);
    release();
    expect(JSON.parse((await answer).text)).toEqual({ done: true });
    await closed;
  });

  it('does not wait for a connection over which nothing was asked', async () => {
    const http = server({ closeWithinMs: 60_000 });
    const { port } = new URL(await http.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(port), '127.0.0.1');
    const [accepted, gone] = [once(http.app.server, 'connection'), once(socket, 'close')];
    await accepted;
    await http.close();
    await gone;
  });

  it('cuts a request that does not end within the limit', async () => {
    const http = server({ closeWithinMs: 50 });
    const arrived = new Promise<void>((resolve) => {
      http.app.get('/endless', () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    const answer = ask(http, '/endless').catch(() => 'cut');
    await arrived;
    await http.close();
    expect(await answer).toBe('cut');
  });
});

describe('POST /test/clock', () => {
  const move = (http: HttpServer, payload: unknown, headers: Record<string, string> = {}) =>
    ask(http, '/test/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(payload),
    });
  const ten = '2026-11-23T10:00:00+08:00';

  it('sets the clock and answers when everything due has been done', async () => {
    const http = server();
    const seen: string[] = [];
    mountTestClock(http, {
      clock: { now: () => new Date(0), set: (instant) => void seen.push(`set ${instant.toISOString()}`) },
      afterSet: async (now) => {
        await Promise.resolve();
        seen.push(`fired ${now.toISOString()}`);
      },
    });
    expect(JSON.parse((await move(http, { now: ten })).text)).toEqual({ now: ten });
    expect(seen).toEqual(['set 2026-11-23T02:00:00.000Z', 'fired 2026-11-23T02:00:00.000Z']);
  });

  it.each([
    [{}, 'now'],
    [{ now: 'tomorrow' }, 'now'],
    [{ now: '2026-11-23T10:00:00' }, 'now'],
    [{ now: '2026-02-30T10:00:00+08:00' }, 'now'],
    [{ now: 5 }, 'now'],
    [[], 'now'],
    [{ now: ten, then: 1 }, 'then'],
  ])('refuses %j naming the field', async (payload, field) => {
    const http = server();
    mountTestClock(http, {
      clock: { now: () => new Date(0), set: () => undefined },
      afterSet: () => Promise.reject(new Error('must not be reached')),
    });
    const answer = await move(http, payload);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] });
  });

  it('tells at what the clock stands, so that a process that starts again stands there too', async () => {
    const http = server();
    const clock = createClock({ testClock: testClockSetting.parse(ten) });
    expect(clock.now()).toEqual(new Date(ten));
    mountTestClock(http, { clock, afterSet: async () => undefined });
    const told = async (): Promise<unknown> => JSON.parse((await ask(http, '/test/clock')).text);
    expect(await told()).toEqual({ now: '2026-11-23T02:00:00.000Z' });
    await move(http, { now: '2026-11-23T11:00:00+08:00' });
    expect(await told()).toEqual({ now: '2026-11-23T03:00:00.000Z' });
    const unset = server();
    mountTestClock(unset, {
      clock: createClock({ testClock: testClockSetting.parse('1') }),
      afterSet: async () => undefined,
    });
    expect(JSON.parse((await ask(unset, '/test/clock')).text)).toEqual({ now: null });
  });

  it('does not exist when the clock is the real one', async () => {
    const http = server();
    mountTestClock(http, { clock: { now: () => new Date(0) }, afterSet: async () => undefined });
    expect((await move(http, { now: ten })).status).toBe(404);
  });

  it('asks for the signature of the gateway where there is a verifier', async () => {
    const http = server();
    mountTestClock(http, {
      clock: { now: () => new Date(0), set: () => undefined },
      afterSet: async () => undefined,
      verifier: {
        verify: async (header) => {
          if (header !== 'signed') throw new Error('forged');
          return { roles: [], locale: 'en' };
        },
      },
    });
    expect((await move(http, { now: ten })).status).toBe(401);
    expect((await move(http, { now: ten }, { 'x-hall-actor': 'signed' })).status).toBe(200);
  });
});
