/**
 * Makes the database and the two roles of each service: one that owns the tables, one that works with them; and one role that
 * reads all of them and changes nothing, for the audit.
 */
import pg from 'pg';

/**
 * @param {string} superuserUrl
 * @param {string[]} services
 * @param {Record<string, { app: string, migrator: string }>} passwords by service
 * @param {string} [auditorPassword] of `hall_auditor`; without one there is no such role
 * @returns {Promise<Record<string, string>>} the addresses as environment variables
 */
export async function provisionDatabases(superuserUrl, services, passwords, auditorPassword) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const name of services) {
      await ensureRole(client, `${name}_migrator`, passwords[name].migrator);
      await ensureRole(client, `${name}_app`, passwords[name].app);
      const { rowCount } = await client.query('select from pg_database where datname = $1', [`hall_${name}`]);
      if (rowCount === 0) await client.query(`create database hall_${name} owner ${name}_migrator`);
    }
    if (auditorPassword !== undefined) {
      await ensureRole(client, 'hall_auditor', auditorPassword);
      await client.query('grant pg_read_all_data to hall_auditor');
      await client.query('alter role hall_auditor set default_transaction_read_only = on');
    }
  } finally {
    await client.end();
  }
  return Object.fromEntries(
    services.flatMap((name) => [
      [`${name.toUpperCase()}_DATABASE_URL`, addressOf(superuserUrl, name, 'app', passwords)],
      [`${name.toUpperCase()}_MIGRATOR_DATABASE_URL`, addressOf(superuserUrl, name, 'migrator', passwords)],
    ]),
  );
}

async function ensureRole(client, role, password) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  await client.query(
    `${rowCount === 0 ? 'create' : 'alter'} role ${role} login password ${client.escapeLiteral(password)}`,
  );
}

function addressOf(superuserUrl, service, role, passwords) {
  const url = new URL(superuserUrl);
  url.username = `${service}_${role}`;
  url.password = passwords[service][role];
  url.pathname = `/hall_${service}`;
  return url.href;
}
