import { createActorVerifier } from '@hall/platform/actor';
import { ask, startMiniHall, type MiniHall } from '../support';

const ME = '{ me { account hall roles locale correlationId } }';

describe('who asks', () => {
  let hall: MiniHall;
  beforeAll(async () => {
    hall = await startMiniHall();
  });
  afterAll(() => hall.close());

  it('is taken from the token of the identity provider', async () => {
    const { status, body } = await hall.ask(ME, {
      headers: {
        authorization: await hall.issuer.bearer({ roles: ['OFFICER', 'OTHER_SYSTEM_ROLE'] }),
        'accept-language': 'en-GB,en;q=0.8',
        'x-correlation-id': 'visit-0001',
      },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        me: { account: 'wang.fang', hall: 'dxal', roles: ['OFFICER'], locale: 'en', correlationId: 'visit-0001' },
      },
    });
  });

  it('is a visitor without account and role when nobody signed in', async () => {
    const { body, headers } = await hall.ask(ME);
    expect(body.data.me).toMatchObject({ account: null, hall: null, roles: [], locale: 'zh-CN' });
    expect(body.data.me.correlationId).toBe(headers.get('x-correlation-id'));
  });

  it.each<[string, (hall: MiniHall) => Promise<string>]>([
    ['expired', ({ issuer }) => issuer.bearer({ exp: 1_000 })],
    ['without an end', ({ issuer }) => issuer.bearer({ exp: undefined })],
    ['without an account', ({ issuer }) => issuer.bearer({ sub: undefined })],
    ['of another issuer', ({ issuer }) => issuer.bearer({ iss: 'https://elsewhere.test' })],
    ['for another audience', ({ issuer }) => issuer.bearer({ aud: 'another-app' })],
    ['signed with a shared secret', ({ issuer }) => issuer.bearer({}, { alg: 'HS256' })],
    ['of an unknown key', ({ issuer }) => issuer.bearer({}, { kid: 'k9' })],
    ['naming a hall that cannot be one', ({ issuer }) => issuer.bearer({ hall: "x' OR 1=1" })],
    ['with roles that are no list', ({ issuer }) => issuer.bearer({ roles: 'ADMIN' })],
    ['cut short', async ({ issuer }) => (await issuer.bearer()).slice(0, -10)],
    ['of another scheme', async () => 'Basic dXNlcjpwYXNz'],
    ['that is empty', async () => 'Bearer '],
    ['that is too long', async () => `Bearer ${'a'.repeat(9_000)}`],
  ])('is refused with a token %s', async (_title, header) => {
    const { status, body, headers } = await hall.ask(ME, { headers: { authorization: await header(hall) } });
    expect(status).toBe(401);
    expect(body).toEqual({
      errors: [{ message: expect.stringContaining('登录'), extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('reads the keys of the provider once, not per request', async () => {
    for (const sub of ['a', 'b', 'c']) {
      await hall.ask(ME, { headers: { authorization: await hall.issuer.bearer({ sub }) } });
    }
    expect(hall.issuer.fetches()).toBe(1);
  });
});

describe('the identity provider', () => {
  it('being away is not the fault of the token', async () => {
    const hall = await startMiniHall();
    try {
      hall.issuer.answerWith(500);
      const { status, body } = await hall.ask(ME, { headers: { authorization: await hall.issuer.bearer() } });
      expect([status, body.errors[0].extensions.code]).toEqual([503, 'IDENTITY_PROVIDER_UNAVAILABLE']);
    } finally {
      await hall.close();
    }
  });
});

describe('a subgraph', () => {
  let hall: MiniHall;
  beforeAll(async () => {
    hall = await startMiniHall();
  });
  afterAll(() => hall.close());

  it('refuses whoever does not come through the gateway, before it executes anything', async () => {
    const authorization = await hall.issuer.bearer();
    const attempts: Record<string, string>[] = [
      {},
      { authorization },
      { 'x-hall-actor': authorization.slice(7) },
      { 'x-hall-actor': 'x' },
    ];
    for (const headers of attempts) {
      const { status, body } = await ask(hall.addresses.staffing, 'this is not even GraphQL', { headers });
      expect([status, body.errors[0].extensions.code, body.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    }
  });

  it('is given the same signature for a while, and one that its key verifies', async () => {
    const authorization = await hall.issuer.bearer();
    await hall.ask('{ wild }', { headers: { authorization } });
    await hall.ask('{ wild }', { headers: { authorization } });
    const tokens = hall.wild.received.map(({ headers }) => headers['x-hall-actor']);
    expect(tokens[0]).toBe(tokens[1]);
    const verifier = await createActorVerifier(hall.publicJwk);
    expect(await verifier.verify(tokens[0])).toEqual({
      account: 'wang.fang',
      hallCode: 'dxal',
      roles: ['OFFICER'],
      name: '王芳',
      locale: 'zh-CN',
    });
    expect(hall.wild.received.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });
});
