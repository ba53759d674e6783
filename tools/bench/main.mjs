/**
 * `npm run bench -- <what> [options]`: measurements, each in a folder of its own. They print figures and assert
 * nothing: a machine's speed is no test. Peers and the load generator are installed into `peers` on first use: nobody
 * who does not measure has to download them, and their versions of shared packages stay out of our way.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const peers = join(here, 'peers');
/** Measurements without peers need nothing installed. */
const alone = new Set(['intake', 'terms']);
const known = readdirSync(here).filter((name) => existsSync(join(here, name, 'main.mjs')));
const [what, ...options] = process.argv.slice(2);

if (what === undefined || !known.includes(what)) {
  process.stderr.write(`usage: npm run bench -- <${known.join(' | ')}> [--quick] [--against <folder>]\n`);
  process.exit(1);
}
if (!alone.has(what) && !existsSync(join(peers, 'node_modules/.package-lock.json'))) {
  process.stdout.write('installing the peers (once) …\n');
  const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', install, { cwd: peers, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
const { main } = await import(pathToFileURL(join(here, what, 'main.mjs')).href);
await main(options);
