import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { CompositionError, composeSupergraph, type SubgraphSchema } from './compose';
import { difference } from '../shared/difference';

const root = resolve(__dirname, '../../..');
const supergraphFile = resolve(root, 'apps/gateway/supergraph.graphql');

/** The subgraphs with the addresses of the local stack. */
const SUBGRAPHS = [
  ['cases', 4001],
  ['staffing', 4002],
  ['complaints', 4003],
] as const;

/**
 * `compose` (or `compose --check`) says whether the committed supergraph is what the subgraphs compose to;
 * `compose --write` writes it. Returns the exit code.
 */
function main(args: readonly string[]): number {
  const unknown = args.filter((argument) => !['--check', '--write'].includes(argument));
  if (unknown.length > 0) return fail(`unknown argument ${unknown.join(' ')}\nusage: compose [--check | --write]`);
  const subgraphs: SubgraphSchema[] = [];
  for (const [name, port] of SUBGRAPHS) {
    const file = resolve(root, `apps/${name}/schema.graphql`);
    if (!existsSync(file)) return fail(`${relative(root, file)} is missing: emit the schema of ${name} first`);
    const url = `http://127.0.0.1:${port}/graphql`;
    subgraphs.push({ name, url, file: relative(root, file), sdl: readFileSync(file, 'utf8') });
  }
  try {
    const composed = composeSupergraph(subgraphs);
    return args.includes('--write') ? write(composed) : check(composed);
  } catch (error) {
    if (error instanceof CompositionError) return fail(error.message);
    throw error;
  }
}

function write(composed: string): number {
  writeFileSync(supergraphFile, composed);
  process.stdout.write(`${relative(root, supergraphFile)} written\n`);
  return 0;
}

function check(composed: string): number {
  const committed = existsSync(supergraphFile) ? readFileSync(supergraphFile, 'utf8') : '';
  const drift = difference(committed, composed);
  if (drift === '') return 0;
  return fail(
    `${relative(root, supergraphFile)} is not what the subgraphs compose to:\n${drift}\nnpm run fix:schema puts it right`,
  );
}

function fail(message: string): number {
  process.stderr.write(`compose: ${message}\n`);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
