/**
 * Prints a bearer token for a user of the local stack:
 *   npm run --silent token -- <user> [--hall CODE] [--roles A,B] [--minutes N]
 */
import { parseArgs } from 'node:util';
import { SignJWT, importJWK } from 'jose';
import { demoHall, demoUsers } from './demo-users.mjs';
import { audience, issuerUrl } from './paths.mjs';
import { localSecrets } from './secrets.mjs';

const halfADayMinutes = 12 * 60;

/** Signs a token as the development issuer would. */
export async function signToken({ user, hall = demoHall, roles, name, minutes = halfADayMinutes }) {
  const key = await importJWK(localSecrets().issuerKey.private, 'EdDSA');
  return new SignJWT({ hall, roles, name })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'local' })
    .setIssuer(issuerUrl)
    .setAudience(audience)
    .setSubject(user)
    .setIssuedAt()
    .setExpirationTime(`${minutes}m`)
    .sign(key);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hall: { type: 'string' }, roles: { type: 'string' }, minutes: { type: 'string' } },
  });
  const [user] = positionals;
  const known = user === undefined ? undefined : demoUsers[user];
  const roles = values.roles?.split(',') ?? known?.roles;
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
  if (user === undefined || roles === undefined) {
    const list = Object.entries(demoUsers).map(
      ([id, person]) => `  ${id.padEnd(12)}${person.roles.join(', ')}  ${person.name}`,
    );
    const what = user === undefined ? 'Whose token?' : `There is no demo user "${user}"; give --roles to make one up.`;
    process.stderr.write(
      `${what}\nusage: npm run --silent token -- <user> [--hall CODE] [--roles A,B] [--minutes N]\n${list.join('\n')}\n`,
    );
    process.exitCode = 1;
    return;
  }
  if (minutes !== undefined && !(minutes > 0)) {
    process.stderr.write('--minutes must be a number above 0\n');
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${await signToken({ user, roles, name: known?.name ?? user, hall: values.hall, minutes })}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
