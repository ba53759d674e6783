/** `npm run token`: prints a token that the published key proves, or says who is known. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { importJWK, jwtVerify } from 'jose';
import { audience, issuerUrl, root } from '../stack/paths.mjs';
import { localSecrets } from '../stack/secrets.mjs';

const token = (...args) =>
  spawnSync(process.execPath, [join(root, 'tools/stack/token.mjs'), ...args], { encoding: 'utf8' });

async function claimsOf(text) {
  const key = await importJWK(localSecrets().issuerKey.public, 'EdDSA');
  const { payload } = await jwtVerify(text.trim(), key, { issuer: issuerUrl, audience });
  return payload;
}

test('a demo user gets a token for twelve hours and nothing else is printed', async () => {
  const { stdout, status } = token('leader');
  assert.equal(status, 0);
  assert.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const { sub, hall, roles, iat, exp } = await claimsOf(stdout);
  assert.deepEqual({ sub, hall, roles }, { sub: 'leader', hall: 'demo', roles: ['CENTRE_LEADER'] });
  assert.equal(exp - iat, 12 * 60 * 60);
});

test('hall, roles and lifetime can be chosen', async () => {
  const { stdout } = token('officer', '--hall', 'dxal', '--roles', 'OFFICER,ANALYST', '--minutes', '5');
  const { hall, roles, iat, exp } = await claimsOf(stdout);
  assert.deepEqual({ hall, roles, seconds: exp - iat }, { hall: 'dxal', roles: ['OFFICER', 'ANALYST'], seconds: 300 });
});

test('an unknown user is answered with those who are known', () => {
  const { stdout, stderr, status } = token('nobody');
  assert.deepEqual({ stdout, status }, { stdout: '', status: 1 });
  for (const user of ['admin', 'leader', 'desk2', 'partner']) assert.match(stderr, new RegExp(`\\b${user}\\b`));
});

test('a lifetime that is no number is refused', () => {
  const { stdout, stderr, status } = token('leader', '--minutes', 'soon');
  assert.deepEqual({ stdout, status }, { stdout: '', status: 1 });
  assert.match(stderr, /--minutes/);
});
