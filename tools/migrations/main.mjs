/** `npm run fix:migrations` notes new migrations; the check fails when a noted one changed, or one is not noted yet. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, subgraphs } from '../stack/paths.mjs';
import { migrationFiles } from './index-file.mjs';
import { compareLanded, hashOf } from './landed.mjs';

const write = process.argv.includes('--write');
const say = (line) => process.stdout.write(`${line}\n`);

for (const service of subgraphs) {
  const folder = join(root, 'apps', service, 'src/persistence/migrations');
  const list = join(folder, 'landed.json');
  const landed = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  const files = Object.fromEntries(
    migrationFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const { faults, fresh } = compareLanded(landed, files, Date.now());
  for (const fault of faults) say(`${service}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  if (faults.length > 0 || fresh.length === 0) continue;
  const noted = { ...landed, ...Object.fromEntries(fresh.map((name) => [name, hashOf(files[name])])) };
  if (write) writeFileSync(list, `${JSON.stringify(noted, null, 2)}\n`);
  else {
    say(`${service}: not noted yet: ${fresh.join(', ')}; run npm run fix:migrations`);
    process.exitCode = 1;
  }
}
