/** The hall of the benchmark: a whole one of a checkout, with tokens for its people and a look at what its database was asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import pg from 'pg';
import { startOwnHall } from '../../stack/own-hall.mjs';

/** @param {string} root folder of the checkout; it has been built */
export async function startHall(root) {
  const postgresSettings = { log_line_prefix: '%a|' };
  const hall = await startOwnHall({ root, postgresSettings, gatewayFlags: ['--max-semi-space-size=64'] });
  return {
    ...hall,
    tokenFor: (user, role) => sign(hall.signing, user, role),
    statementsDuring: (work) => statementsDuring(hall.superuserUrl, join(hall.logs, 'postgres.log'), work),
  };
}

/** What cases asked of its database, as the server logged it, without opening and closing of transactions. */
async function statementsDuring(superuserUrl, logFile, work) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const log = async (what) => {
    await client.query(`alter system set log_statement = '${what}'`);
    await client.query('select pg_reload_conf()');
    await new Promise((done) => setTimeout(done, 300));
  };
  try {
    await log('all');
    const from = readFileSync(logFile).length;
    await work();
    await log('none');
    const lines = readFileSync(logFile)
      .subarray(from)
      .toString()
      .split(/^(?=[^|\n]*\|LOG: )/m);
    return lines
      .map((line) => /^cases\|LOG: {2}(?:statement|execute [^:]+): ([^]*)$/.exec(line)?.[1])
      .filter(
        (sql) =>
          sql !== undefined &&
          !/^(start transaction|commit|rollback)|\/\* sweep \*\/|\boutbox where\b|^\s*update outbox|pg_try_advisory/i.test(
            sql,
          ),
      );
  } finally {
    await client.end();
  }
}

async function sign({ key, kid, alg, issuer, audience }, user, role) {
  return new SignJWT({ hall: 'bench', roles: [role], name: user })
    .setProtectedHeader({ alg, kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(user)
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(await importJWK(key, alg));
}
