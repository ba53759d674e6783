import * as ts from 'typescript';
import type { Clause, RegulationDefault } from '@hall/contracts';
import type { Citation, CitationKind } from './citations';
import { production } from './source-files';
import type { SourceFile } from './source-files';

/**
 * How far a clause has come: `proven` by a rule and a test, `untested` with a rule alone, `open` with no rule yet, `words`
 * when software can only keep its text.
 */
export type ClauseState = 'proven' | 'untested' | 'open' | 'words';

/**
 * What is finished: here every clause that software can do something for, and every default, is proven or the check fails.
 * The rest of the catalogue joins as its part of the hall is built.
 */
const finished = /^(S[234]\.|S1\.2[hijk]$|A-(0[1-9]|1[0-7]|30)$)/;

/** Ids that are finished and yet have no rule or no test. */
export function holesIn(rows: readonly MatrixRow[]): readonly string[] {
  return rows
    .filter((row) => finished.test(row.entry.id) && row.state !== 'proven' && row.state !== 'words')
    .map(({ entry }) => entry.id);
}

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
): readonly MatrixRow[] {
  return entries.map((entry) => {
    const cited = citations.filter(({ id }) => id === entry.id);
    const of = (kind: CitationKind) => cited.filter((citation) => citation.kind === kind);
    const [rules, tests, refusals, mentions] = [of('rule'), of('test'), of('refusal'), of('mention')];
    return { entry, state: stateOf(entry, rules, tests), rules, tests, refusals, mentions };
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

function stateOf(
  entry: Clause | RegulationDefault,
  rules: readonly Citation[],
  tests: readonly Citation[],
): ClauseState {
  if (rules.length > 0) return tests.length > 0 ? 'proven' : 'untested';
  return 'classes' in entry && entry.classes.every((one) => one === 'C') ? 'words' : 'open';
}
