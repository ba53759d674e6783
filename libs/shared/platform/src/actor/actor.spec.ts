import * as fc from 'fast-check';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type KeyLike } from 'jose';
import { anonymousActor, localeOf, ROLES, type Actor } from './actor';
import { ACTOR_AUDIENCE, ACTOR_ISSUER } from './headers';
import { createActorSigner } from './signer';
import { createActorVerifier } from './verifier';

const officer: Actor = { account: 'w.fang', hallCode: 'dxal', roles: ['OFFICER'], name: '王芳', locale: 'zh-CN' };
const start = Date.parse('2026-11-23T02:00:00Z');

async function keys(): Promise<{ privateJwk: JWK; publicJwk: JWK; privateKey: KeyLike }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  return { privateJwk, publicJwk, privateKey: privateKey };
}

describe('signed actor', () => {
  it('arrives at the subgraph as the gateway knew it', async () => {
    const { privateJwk, publicJwk } = await keys();
    const now = () => start;
    const signer = await createActorSigner(privateJwk, { now });
    const verifier = await createActorVerifier(publicJwk, { now });
    const word = fc.string({ minLength: 1, maxLength: 40 });
    const actors = fc.record(
      {
        account: word,
        hallCode: word,
        name: word,
        roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
        locale: fc.constantFrom('zh-CN' as const, 'en' as const),
      },
      { requiredKeys: ['roles', 'locale'] },
    );
    await fc.assert(
      fc.asyncProperty(actors, async (actor) => {
        expect(await verifier.verify(await signer.sign(actor))).toEqual(actor);
      }),
      { numRuns: 50 },
    );
  });

  it('carries a visitor who did not sign in', async () => {
    const { privateJwk, publicJwk } = await keys();
    const signer = await createActorSigner(privateJwk);
    const verifier = await createActorVerifier(publicJwk);
    expect(await verifier.verify(await signer.sign(anonymousActor('en')))).toEqual({ roles: [], locale: 'en' });
  });

  it('is signed once per actor and half minute', async () => {
    const { privateJwk } = await keys();
    let time = start;
    const signer = await createActorSigner(privateJwk, { now: () => time });
    const first = await signer.sign(officer);
    time += 29_000;
    expect(await signer.sign({ ...officer })).toBe(first);
    expect(await signer.sign({ ...officer, locale: 'en' })).not.toBe(first);
    time += 1_000;
    expect(await signer.sign(officer)).not.toBe(first);
  });

  it('expires, from the memory of good tokens too', async () => {
    const { privateJwk, publicJwk } = await keys();
    let time = start;
    const token = await (await createActorSigner(privateJwk, { now: () => time })).sign(officer);
    const verifier = await createActorVerifier(publicJwk, { now: () => time });
    await verifier.verify(token);
    time += 64_999;
    await verifier.verify(token);
    time += 1;
    await expect(verifier.verify(token)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  it('holds no more tokens than allowed', async () => {
    const { privateJwk, publicJwk } = await keys();
    const signer = await createActorSigner(privateJwk, { cacheSize: 2 });
    const verifier = await createActorVerifier(publicJwk, { cacheSize: 2 });
    for (const account of ['a', 'b', 'c', 'a']) {
      expect(await verifier.verify(await signer.sign({ ...officer, account }))).toMatchObject({ account });
    }
  });

  describe('is refused', () => {
    const claims = { roles: ['ADMIN'], locale: 'en' };
    const forge = (change: (jwt: SignJWT) => SignJWT, payload: Record<string, unknown> = claims) =>
      change(
        new SignJWT(payload)
          .setProtectedHeader({ alg: 'EdDSA' })
          .setIssuer(ACTOR_ISSUER)
          .setAudience(ACTOR_AUDIENCE)
          .setIssuedAt()
          .setExpirationTime('1m'),
      );

    it.each<[string, (jwt: SignJWT) => SignJWT]>([
      ['for another audience', (jwt) => jwt.setAudience('elsewhere')],
      ['from another issuer', (jwt) => jwt.setIssuer('elsewhere')],
      ['when expired', (jwt) => jwt.setExpirationTime('-1m')],
    ])('%s', async (_title, change) => {
      const { publicJwk, privateKey } = await keys();
      const token = await forge(change).sign(privateKey);
      const verifier = await createActorVerifier(publicJwk);
      await expect(verifier.verify(token)).rejects.toMatchObject({
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    });

    it('when another key signed it', async () => {
      const [mine, other] = [await keys(), await keys()];
      const verifier = await createActorVerifier(mine.publicJwk);
      const token = await forge((jwt) => jwt).sign(other.privateKey);
      await expect(verifier.verify(token)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    });

    it('when the public key was used as a shared secret, or no algorithm at all', async () => {
      const { publicJwk } = await keys();
      const verifier = await createActorVerifier(publicJwk);
      const symmetric = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ACTOR_ISSUER)
        .setAudience(ACTOR_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(Buffer.from(publicJwk.x ?? '', 'base64url'));
      const [, payload] = symmetric.split('.');
      const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      for (const token of [symmetric, none]) {
        await expect(verifier.verify(token)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
      }
    });

    it('without it, or with something else in its place', async () => {
      const { publicJwk } = await keys();
      const verifier = await createActorVerifier(publicJwk);
      for (const header of [undefined, '', 'x', ['a', 'b'], 'a.b.c', 'a'.repeat(5000)]) {
        await expect(verifier.verify(header)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
      }
    });
  });

  it('takes only Ed25519 keys', async () => {
    const { publicJwk } = await keys();
    await expect(createActorSigner(publicJwk)).rejects.toThrow('private part');
    await expect(createActorVerifier({ kty: 'oct', k: 'AAAA' })).rejects.toThrow('Ed25519');
  });
});

describe('language of the answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh;q=0.1, en;q=0.9', 'en'],
    ['fr, de;q=0.5', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['enx', 'zh-CN'],
    ['*', 'zh-CN'],
  ])('%s gives %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
