import * as ts from 'typescript';
import type { Clause, RegulationDefault } from '@hall/contracts';
import type { Citation, CitationKind } from './citations';
import type { Executions } from './executed';
import { keptAs, notYet } from './kept-as';
import type { KeptAs } from './kept-as';
import { production } from './source-files';
import type { SourceFile } from './source-files';

/** How a clause is kept: what is refused, counted down or done by itself; what people judge by a record; what is words alone. */
export type Keeping = 'enforced' | KeptAs['as'];

/**
 * How far a clause has come: `proven` by a rule and a test that comes to it, `untested` with a rule alone, `open` with no rule yet,
 * `words` when only its text is kept.
 */
export type ClauseState = 'proven' | 'untested' | 'open' | 'words';

/** Ids that are neither proven nor declared to be words or not there yet. */
export function holesIn(rows: readonly MatrixRow[]): readonly string[] {
  return rows.filter(({ state, entry }) => isLacking(state) && !notYet.includes(entry.id)).map(({ entry }) => entry.id);
}

/** Ids that are declared not to be there yet, and are. */
export function arrivedIn(rows: readonly MatrixRow[]): readonly string[] {
  return rows.filter(({ state, entry }) => !isLacking(state) && notYet.includes(entry.id)).map(({ entry }) => entry.id);
}

const isLacking = (state: ClauseState): boolean => state === 'open' || state === 'untested';

/** Settings which no source reads, each by its own name: a number that can be changed and changes nothing. */
export function unreadSettings(
  settings: Readonly<Record<string, object>>,
  files: readonly SourceFile[],
): readonly string[] {
  const sources = files.filter(({ path }) => production.test(path) && !path.endsWith('.spec.ts'));
  const read = new Set<string>();
  for (const { path, text } of sources) {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) read.add(node.name.text);
      if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
        read.add(node.argumentExpression.text);
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = node.propertyName ?? node.name;
        if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) read.add(name.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  }
  return Object.entries(settings).flatMap(([id, names]) =>
    Object.keys(names)
      .filter((name) => !read.has(id) || !read.has(name))
      .map((name) => `${id}.${name}`),
  );
}

/** One clause or default with every place that speaks of it. */
export interface MatrixRow {
  readonly entry: Clause | RegulationDefault;
  readonly keeping: Keeping;
  /** Why it is kept in this way; null for what is enforced. */
  readonly why: string | null;
  readonly state: ClauseState;
  readonly rules: readonly Citation[];
  readonly tests: readonly Citation[];
  readonly refusals: readonly Citation[];
  readonly mentions: readonly Citation[];
}

/** Clause → rule → test → refusal, in the order of the catalogue. */
export function buildMatrix(
  entries: readonly (Clause | RegulationDefault)[],
  citations: readonly Citation[],
  executions: Executions,
): readonly MatrixRow[] {
  return entries.map((entry) => {
    const cited = citations.filter(({ id }) => id === entry.id);
    const of = (kind: CitationKind) => cited.filter((citation) => citation.kind === kind);
    const [rules, tests, refusals, mentions] = [of('rule'), of('test'), of('refusal'), of('mention')];
    const { as: keeping, why } = keptAs[entry.id] ?? { as: 'enforced' as const, why: null };
    const state = keeping === 'content' ? 'words' : stateOf(rules, tests, executions);
    return { entry, keeping, why, state, rules, tests, refusals, mentions };
  });
}

/** Citations of ids that the catalogue does not have: a slip, or a clause that nobody has written down. */
export function unknownCitations(
  entries: readonly { readonly id: string }[],
  citations: readonly Citation[],
): readonly Citation[] {
  const known = new Set(entries.map(({ id }) => id));
  return citations.filter(({ id }) => !known.has(id));
}

function stateOf(rules: readonly Citation[], tests: readonly Citation[], executions: Executions): ClauseState {
  if (rules.length === 0) return 'open';
  const isProven = rules.some(({ path, names = [] }) =>
    tests.some((test) => names.some((name) => executions.reaches({ path: test.path, title: test.detail }, path, name))),
  );
  return isProven ? 'proven' : 'untested';
}
