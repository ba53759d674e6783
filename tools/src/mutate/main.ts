import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { regulation } from '@hall/contracts';
import { citationsIn } from '../regulation/citations';
import { executionsIn } from '../regulation/executed';
import { buildMatrix } from '../regulation/matrix';
import type { MatrixRow } from '../regulation/matrix';
import { reachFrom } from '../regulation/reach';
import { readSourceFiles } from '../regulation/source-files';
import type { SourceFile } from '../regulation/source-files';
import { proofsOf } from './clauses';
import { renderClauses, renderScores, renderSurvivors } from './render';
import { isKilled, readReport } from './report';
import type { Mutant } from './report';

const root = resolve(__dirname, '../../..');
const folder = join(root, '.hall/mutation');
const packages = JSON.parse(readFileSync(join(root, 'tools/mutation/packages.json'), 'utf8')) as Readonly<
  Record<string, { readonly folder: string; readonly atLeast: number }>
>;
const usage = `usage: npm run mutate [-- ${Object.keys(packages).join(' | ')} …] [--force | --report] [--survivors]\n`;

/**
 * Mutates the named packages, or all, and says for each how many mutants its rule tests have killed, and for each enforced clause
 * whether a test bearing its id has killed a mutant of its rule. `--force` tries everything anew, `--report` reads the last run again, `--survivors` lists what
 * no test noticed. Returns the exit code: 1 when a score is below what its package asks for.
 */
function main(args: readonly string[]): number {
  const options = args.filter((arg) => arg.startsWith('--'));
  const named = args.filter((arg) => !arg.startsWith('--'));
  const isKnown = options.every((option) => ['--force', '--report', '--survivors'].includes(option));
  if (!isKnown || named.some((name) => !(name in packages))) {
    process.stderr.write(usage);
    return 2;
  }
  const chosen = named.length > 0 ? named : Object.keys(packages);
  if (!options.includes('--report')) for (const name of chosen) if (!run(name, options.includes('--force'))) return 1;
  const reports = Object.fromEntries(
    Object.keys(packages).flatMap((name) => (existsSync(reportOf(name)) ? [[name, readReport(reportOf(name))]] : [])),
  );
  const scores = Object.keys(reports).map((name) => ({
    name,
    atLeast: packages[name]!.atLeast,
    mutants: Object.values(reports[name]!.files).flatMap(({ mutants }) => mutants),
  }));
  const mutated = Object.values(packages).map((each) => each.folder);
  const folders = Object.keys(reports).map((name) => packages[name]!.folder);
  const files = readSourceFiles(root);
  const specs = files
    .filter(({ path }) => path.endsWith('.spec.ts') && folders.some((each) => path.startsWith(`${each}/`)))
    .map(({ text }) => text);
  const proofs = proofsOf(Object.values(reports), specs);
  process.stdout.write(`${renderClauses(matrixOf(files), proofs, { mutated, run: folders })}\n\n`);
  if (options.includes('--survivors'))
    for (const name of chosen) if (reports[name]) process.stdout.write(`${renderSurvivors(reports[name])}\n\n`);
  const { text, isEnough } = renderScores(scores);
  process.stdout.write(`${text}\n`);
  return isEnough ? 0 : 1;
}

/** Has StrykerJS mutate one package. @returns whether it ran to its end */
function run(name: string, isForced: boolean): boolean {
  const before = join(folder, `${name}.incremental.json`);
  if (isForced) rmSync(before, { force: true });
  else forgetSurvivors(before);
  const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [program, 'run', 'tools/mutation/stryker.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HALL_MUTATE: name, HALL_CLOCK_RUNS: '25' },
  });
  return status === 0;
}

/**
 * The tests run in one file, so the next run does not see which of them have changed: what has survived is forgotten, to be tried
 * again. What was killed is kept while its code and the name of the test stay; `--force` tries everything.
 */
function forgetSurvivors(file: string): void {
  if (!existsSync(file)) return;
  const before = JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, { mutants: Mutant[] }> };
  for (const each of Object.values(before.files)) each.mutants = each.mutants.filter(isKilled);
  writeFileSync(file, JSON.stringify(before));
}

const reportOf = (name: string): string => join(folder, `${name}.json`);

function matrixOf(files: readonly SourceFile[]): readonly MatrixRow[] {
  const reach = reachFrom(files);
  const citations = files.flatMap((file) => citationsIn(file, reach).citations);
  return buildMatrix(regulation, citations, executionsIn(files));
}

process.exitCode = main(process.argv.slice(2));
