import * as ts from 'typescript';
import { idsIn, leadingIdsOf } from '../regulation/citations';
import { moduleFacts } from '../regulation/references';
import { executedTests } from '../regulation/test-titles';
import { isKilled } from './report';
import type { MutationReport, Place } from './report';

/** What mutants say of a clause. */
export interface ClauseProof {
  /** Mutants in the code that carries its tag. */
  readonly mutants: number;
  readonly killed: number;
  /** Those that a test bearing its id has killed. */
  readonly killedByOwn: number;
  /** One such test. */
  readonly example: string | null;
}

/**
 * By clause: whether its rule can be taken away without a test of its own failing.
 *
 * @param specs the texts of the rule tests, whose titles say which ids they bear
 */
export function proofsOf(
  reports: readonly MutationReport[],
  specs: readonly string[],
): ReadonlyMap<string, ClauseProof> {
  const proofs = new Map<string, ClauseProof>();
  const titles = titlesIn(specs);
  for (const { files, testFiles = {} } of reports) {
    const tests = testsById(testFiles, titles);
    for (const { source, mutants } of Object.values(files)) {
      const clausesAt = clauseFinder(source);
      for (const mutant of mutants) {
        if (mutant.status === 'Ignored' || mutant.status.endsWith('Error')) continue;
        const killers = (mutant.killedBy ?? []).flatMap((id) => tests.get(id) ?? []);
        for (const id of clausesAt(mutant.location.start)) {
          const before = proofs.get(id) ?? { mutants: 0, killed: 0, killedByOwn: 0, example: null };
          const own = killers.find(({ ids }) => ids.includes(id));
          proofs.set(id, {
            mutants: before.mutants + 1,
            killed: before.killed + Number(isKilled(mutant)),
            killedByOwn: before.killedByOwn + Number(own !== undefined),
            example: before.example ?? own?.title ?? null,
          });
        }
      }
    }
  }
  return proofs;
}

interface KillingTest {
  readonly title: string;
  readonly ids: readonly string[];
}

/** A title in the source of a test. */
interface Title extends KillingTest {
  readonly isEnd: RegExp;
}

function titlesIn(specs: readonly string[]): readonly Title[] {
  return specs
    .flatMap((text) => executedTests(ts.createSourceFile('a.spec.ts', text, ts.ScriptTarget.Latest, true)))
    .map(({ title }) => ({ title, ids: leadingIdsOf(title), isEnd: endMatching(title) }))
    .filter(({ ids }) => ids.length > 0);
}

/** The tests of a run with the ids that they bear. A full name begins with those of the suites, so the title is found in the source. */
function testsById(
  testFiles: NonNullable<MutationReport['testFiles']>,
  titles: readonly Title[],
): ReadonlyMap<string, KillingTest> {
  const found = new Map<string, KillingTest>();
  for (const { id, name } of Object.values(testFiles).flatMap(({ tests }) => tests)) {
    const of = titles.filter(({ isEnd }) => isEnd.test(name));
    if (of.length > 0) found.set(id, { title: of[0]!.title, ids: of.flatMap(({ ids }) => ids) });
  }
  return found;
}

/** Whether a name ends with a title; what a row of a table fills in may be anything. */
function endMatching(title: string): RegExp {
  const parts = title
    .split(/%[a-zA-Z#]|\$\{[^}]*\}|\$[a-zA-Z][\w.]*/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(^| )${parts.join('.*')}$`, 's');
}

/** The clauses that a place in a file is tagged with: by its own declaration, or by those of the file that lead to it. */
function clauseFinder(text: string): (place: Place) => readonly string[] {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const { declarations } = moduleFacts(source);
  const own = new Map<string, readonly string[]>();
  const ranges: {
    readonly from: number;
    readonly to: number;
    readonly names: readonly string[];
    readonly ids: readonly string[];
  }[] = [];
  for (const statement of source.statements) {
    const names = namesOf(statement);
    const parts = ts.isClassDeclaration(statement)
      ? statement.members.filter((member) => tagsOf(member).length > 0)
      : [];
    for (const part of parts) ranges.push({ from: part.pos, to: part.end, names: [], ids: tagsOf(part) });
    ranges.push({ from: statement.pos, to: statement.end, names, ids: tagsOf(statement) });
    for (const name of names) own.set(name, [...(own.get(name) ?? []), ...tagsOf(statement)]);
  }
  const inherited = (names: readonly string[]): readonly string[] => {
    const seen = new Set(names);
    const ids = new Set<string>();
    for (const name of seen)
      for (const [caller, references] of declarations) {
        if (!references.has(name) || seen.has(caller)) continue;
        const tags = own.get(caller) ?? [];
        for (const id of tags) ids.add(id);
        // What is tagged itself says what it is for; beyond it nothing is inherited.
        if (tags.length === 0) seen.add(caller);
      }
    return [...ids];
  };
  return ({ line, column }) => {
    const at = source.getPositionOfLineAndCharacter(line - 1, column - 1);
    const range = ranges.find(({ from, to }) => from <= at && at < to);
    if (range === undefined) return [];
    return range.ids.length > 0 ? range.ids : inherited(range.names);
  };
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name
    ? [statement.name.text]
    : [];
}

function tagsOf(node: ts.Node): string[] {
  return ts
    .getJSDocTags(node)
    .filter((tag) => tag.tagName.text === 'regulation' && tag.parent.parent === node)
    .flatMap((tag) => idsIn(ts.getTextOfJSDocComment(tag.comment) ?? ''));
}
