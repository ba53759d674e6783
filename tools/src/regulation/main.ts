import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { defaultValues, regulation } from '@hall/contracts';
import { difference } from '../shared/difference';
import { citationsIn } from './citations';
import { executionsIn } from './executed';
import { arrivedIn, buildMatrix, holesIn, unknownCitations, unreadSettings } from './matrix';
import { reachFrom } from './reach';
import { renderIndex, renderSummary } from './render-index';
import { renderHoles, renderMatrix } from './render-matrix';
import { readSourceFiles } from './source-files';

const root = resolve(__dirname, '../../..');
const indexFile = resolve(root, 'docs/regulations.md');
const usage = 'usage: regulation [--check | --write | --matrix]';

/**
 * `regulation` or `regulation --check` says whether docs/regulations.md is what the catalogue and the sources make it;
 * `--write` writes it; `--matrix` prints clause → rule → test → refusal and the holes. Every mode fails when something
 * cites an id that the catalogue does not have, when a tag makes no rule, when nothing reads a setting, or when an id has no rule that
 * a test with the id comes to and is not declared to be words or not there yet. Returns the exit code.
 */
function main(args: readonly string[]): number {
  const [mode = '--check', ...rest] = args;
  if (rest.length > 0 || !['--check', '--write', '--matrix'].includes(mode)) return fail(usage);
  const files = readSourceFiles(root);
  const reach = reachFrom(files);
  const found = files.map((file) => citationsIn(file, reach));
  const citations = found.flatMap((one) => one.citations);
  const unknown = unknownCitations(regulation, citations);
  if (unknown.length > 0) {
    return fail(`unknown ids are cited:\n${unknown.map(({ id, path }) => `  ${id} in ${path}`).join('\n')}`);
  }
  const idle = found.flatMap((one) => one.idleTags);
  if (idle.length > 0) {
    return fail(
      `tags that make no rule:\n${idle.map(({ path, name, why }) => `  ${name} in ${path}: ${why}`).join('\n')}`,
    );
  }
  const unread = unreadSettings(defaultValues, files);
  if (unread.length > 0) return fail(`settings that nothing reads: ${unread.join(' ')}`);
  const rows = buildMatrix(regulation, citations, executionsIn(files));
  if (mode === '--matrix') say(`${renderMatrix(rows)}\n\n${renderHoles(rows)}\n`);
  const holes = holesIn(rows);
  if (holes.length > 0 && mode !== '--write')
    return fail(`without a rule that a test with its id comes to, and not declared (kept-as.ts): ${holes.join(' ')}`);
  const arrived = arrivedIn(rows);
  if (arrived.length > 0 && mode !== '--write')
    return fail(`declared not to be there yet (kept-as.ts), and proven: ${arrived.join(' ')}`);
  if (mode === '--matrix') return 0;
  const index = renderIndex(rows);
  return mode === '--write' ? write(index) : check(index, renderSummary(rows));
}

function write(index: string): number {
  mkdirSync(dirname(indexFile), { recursive: true });
  writeFileSync(indexFile, index);
  return say(`${relative(root, indexFile)} written\n`);
}

function check(index: string, summary: string): number {
  const committed = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : '';
  const drift = difference(committed, index);
  if (drift === '') return say(summary);
  return fail(`docs/regulations.md is not what the sources make it:\n${drift}\nrun npm run fix:regulation and commit`);
}

function say(message: string): number {
  process.stdout.write(message);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`regulation: ${message}\n`);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
