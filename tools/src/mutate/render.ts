import type { MatrixRow } from '../regulation/matrix';
import type { ClauseProof } from './clauses';
import { isAlive, percentOf, scoreOf } from './report';
import type { Mutant, MutationReport } from './report';

/** For every enforced clause with a rule: whether a test bearing its id kills a mutant of it, a line each. */
export function renderClauses(
  rows: readonly MatrixRow[],
  proofs: ReadonlyMap<string, ClauseProof>,
  folders: { readonly mutated: readonly string[]; readonly run: readonly string[] },
): string {
  const enforced = rows.filter(({ keeping, rules }) => keeping === 'enforced' && rules.length > 0);
  const lines = enforced.map(({ entry: { id }, rules }) => {
    const proof = proofs.get(id);
    const head = id.padEnd(8);
    if (proof === undefined) {
      const isIn = (among: readonly string[]): boolean =>
        rules.some(({ path }) => among.some((folder) => path.startsWith(`${folder}/`)));
      if (isIn(folders.mutated) && !isIn(folders.run)) return { mark: 'apart', text: `${head}–    not run yet` };
      return {
        mark: 'apart',
        text: `${head}–    ${isIn(folders.run) ? 'no mutant in its rule' : 'its rule stands outside of what is mutated'}`,
      };
    }
    const { mutants, killed, killedByOwn, example } = proof;
    const count = `${mutants} mutants, ${killed} killed, ${killedByOwn} by its own tests`;
    return killedByOwn > 0
      ? { mark: 'yes', text: `${head}yes  ${count}: ${example}` }
      : { mark: 'no', text: `${head}no   ${count}` };
  });
  const of = (mark: string): number => lines.filter((line) => line.mark === mark).length;
  return [
    'enforced clauses: is a mutant of the rule killed by a test that bears the id?',
    ...lines.map(({ text }) => text),
    `yes ${of('yes')}, no ${of('no')}, rule not mutated ${of('apart')}`,
  ].join('\n');
}

/** What no test noticed, by file and line. */
export function renderSurvivors({ files }: MutationReport): string {
  return Object.entries(files)
    .flatMap(([path, { source, mutants }]) => {
      const lines = source.split('\n');
      return mutants.filter(isAlive).map(({ location: { start, end }, mutatorName, replacement = '', status }) => {
        const line = lines[start.line - 1] ?? '';
        const was = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
        const said = `${was.slice(0, 70)} → ${replacement.replace(/\s+/g, ' ').slice(0, 50)}`;
        return `${path}:${start.line} ${status === 'NoCoverage' ? 'met by no test ' : ''}${mutatorName}: ${said}`;
      });
    })
    .join('\n');
}

/** The scores, a line each, and whether all of them are what is asked for. */
export function renderScores(
  packages: readonly { readonly name: string; readonly atLeast: number; readonly mutants: readonly Mutant[] }[],
): { readonly text: string; readonly isEnough: boolean } {
  const rows = packages.map(({ name, atLeast, mutants }) => {
    const score = scoreOf(mutants);
    return { name, atLeast, ...score, percent: percentOf(score) };
  });
  const lines = rows.map(
    ({ name, atLeast, killed, valid, percent }) =>
      `${name.padEnd(12)}${percent.toFixed(1).padStart(6)} %  ${killed} of ${valid} killed, at least ${atLeast} %`,
  );
  return { text: lines.join('\n'), isEnough: rows.every(({ percent, atLeast }) => percent >= atLeast) };
}
