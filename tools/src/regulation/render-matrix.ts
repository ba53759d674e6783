import type { MatrixRow } from './matrix';

/** Clause → rule → test → refusal as plain text for a terminal, one block per clause. */
export function renderMatrix(rows: readonly MatrixRow[]): string {
  return rows.map(renderBlock).join('\n');
}

function renderBlock({ entry, keeping, why, state, rules, tests, refusals }: MatrixRow): string {
  return [
    `${entry.id.padEnd(7)} ${keeping.padEnd(9)} ${state.padEnd(9)} ${'fills' in entry ? entry.question : entry.term}`,
    ...(why === null ? [] : [`          why      ${why}`]),
    ...rules.map(({ path }) => `          rule     ${path}`),
    ...tests.map(({ path, detail }) => `          test     ${path}: ${detail}`),
    ...refusals.map(({ path, detail }) => `          refusal  ${path}: ${detail}`),
  ].join('\n');
}

/** The ids without a rule and those without a test, a line each. */
export function renderHoles(rows: readonly MatrixRow[]): string {
  const of = (state: MatrixRow['state']) => rows.filter((row) => row.state === state).map(({ entry }) => entry.id);
  return [
    `open (${of('open').length}): ${of('open').join(' ')}`,
    `without a test (${of('untested').length}): ${of('untested').join(' ')}`,
  ].join('\n');
}
