/**
 * `npm run fix:rows`, and the check of what it wrote: the list of each service's migrations, and of its migrated database one
 * `schema.sql`, which people read and compare, and one `rows.ts`, which the compiler holds the stores to. Before it writes
 * these it compiles, so that a migration just saved is among those that run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import pg from 'pg';
import setUp from '../servers/jest-global-setup.mjs';
import tearDown from '../servers/jest-global-teardown.mjs';
import { build } from '../stack/install.mjs';
import { migrationIndex } from '../migrations/index-file.mjs';
import { root, subgraphs } from '../stack/paths.mjs';
import { rowTypes } from './row-types.mjs';
import { readSchema, schemaSql } from './schema-sql.mjs';

const require = createRequire(import.meta.url);
const write = process.argv.includes('--write');
const stale = [];
const say = (line) => process.stdout.write(`${line}\n`);

for (const service of subgraphs) {
  const folder = join(root, 'apps', service, 'src/persistence/migrations');
  put(join(folder, 'index.ts'), migrationIndex(folder));
}
// The rows of before may be why something does not compile; the compiler writes what it made of it all the same.
if (write) await build(say).catch(() => say('not everything compiles yet; npm run build says what the new rows leave'));
await setUp();
try {
  const { createServiceDatabase } = require(join(root, 'libs/shared/testing/dist'));
  for (const service of subgraphs) {
    const home = join(root, 'apps', service);
    const { migrations } = require(join(home, 'dist/persistence/migrations'));
    const database = await createServiceDatabase(service, migrations);
    const client = new pg.Client({ connectionString: database.migratorUrl });
    await client.connect();
    try {
      const schema = await readSchema(client, service);
      const declared = JSON.parse(readFileSync(join(home, 'src/persistence/column-types.json'), 'utf8'));
      put(join(home, 'schema.sql'), schemaSql(schema));
      put(join(home, 'src/persistence/rows.ts'), rowTypes(schema, declared));
    } finally {
      await client.end();
      await database.drop();
    }
  }
} finally {
  await tearDown();
}
if (stale.length > 0) {
  say(`not as the migrations make it: ${stale.join(', ')}; run npm run fix:rows`);
  process.exitCode = 1;
}

function put(path, content) {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  if (write) writeFileSync(path, content);
  else stale.push(relative(root, path));
}
