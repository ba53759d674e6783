import { generateKeyPair, SignJWT } from 'jose';
import { createTokenVerifier } from './token-verifier';

const settings = { issuer: 'https://issuer.test', audience: 'hall', jwksUrl: 'https://issuer.test/jwks' };
const now = 1_795_000_000_000;

async function identityOf(claims: Record<string, unknown>) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const token = await new SignJWT({ iss: settings.issuer, aud: settings.audience, exp: now / 1000 + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .sign(privateKey);
  return createTokenVerifier(
    settings,
    () => now,
    () => Promise.resolve(publicKey) as never,
  ).verify(`Bearer ${token}`, 'en');
}

test.each(['', ' ', 'a\u0000b', '\u200b', 'a\u202eb'])('a token for the subject %j is refused', async (sub) => {
  await expect(identityOf({ sub })).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
});

test('what no text holds is left out of a name', async () => {
  const name = `张\u0000\u202e三${'😀'.repeat(300)}`;
  expect((await identityOf({ sub: 'a', name })).name).toBe(`张三${'😀'.repeat(198)}`);
});
