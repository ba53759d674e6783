import type { SourceFile } from './source-files';

/** How a file speaks of a clause: it carries the rule, tests it, refuses by it, or only mentions it. */
export type CitationKind = 'rule' | 'test' | 'refusal' | 'mention';

/** One place that cites a clause or default. */
export interface Citation {
  readonly id: string;
  readonly kind: CitationKind;
  readonly path: string;
  /** Title of the test, or code of the refusal; empty otherwise. */
  readonly detail: string;
}

const idPattern = String.raw`(?:S\d\.\d+(?:\.\d+)?[a-z]?|A-\d\d)`;
const anyId = new RegExp(String.raw`(?<![\w.-])${idPattern}(?![\w-]|\.\d)`, 'g');
const testFile = /\.(spec|int-spec|e2e-spec)\.[cm]?[jt]s$/;
/** First argument of a call that begins with ids and goes on with words: the title of a test. */
const testTitle = new RegExp(String.raw`\(\s*(['"\x60])(${idPattern}[\s,/:、].*?)\1`, 'g');
const leadingIds = new RegExp(String.raw`^(?:${idPattern}[\s,/:、]*(?:and )?)+`);
const ruleTag = /@regulation\s+(.*)/g;
const refusalEntry = new RegExp(String.raw`\b([A-Z][A-Z0-9_]+):\s*\{\s*clause:\s*'(${idPattern})'`, 'g');

/** Every citation in one file, each once. */
export function citationsIn({ path, text }: SourceFile): readonly Citation[] {
  const found = testFile.test(path) ? testsIn(path, text) : rulesIn(path, text);
  const cited = new Set(found.map(({ id }) => id));
  const mentioned = idsIn(text).filter((id) => !cited.has(id));
  return [...found, ...mentioned.map((id) => ({ id, kind: 'mention', path, detail: '' }) as const)];
}

function testsIn(path: string, text: string): Citation[] {
  return [...text.matchAll(testTitle)].flatMap(([, , title = '']) =>
    idsIn(leadingIds.exec(title)?.[0] ?? '').map((id) => ({ id, kind: 'test', path, detail: title }) as const),
  );
}

function rulesIn(path: string, text: string): Citation[] {
  const tagged = [...text.matchAll(ruleTag)].flatMap(([, ids = '']) => idsIn(ids));
  const rules = [...new Set(tagged)].map((id) => ({ id, kind: 'rule', path, detail: '' }) as const);
  const refusals = path.endsWith('refusals.ts')
    ? [...text.matchAll(refusalEntry)].map(
        ([, code = '', id = '']) => ({ id, kind: 'refusal', path, detail: code }) as const,
      )
    : [];
  return [...rules, ...refusals];
}

function idsIn(text: string): string[] {
  return [...new Set([...text.matchAll(anyId)].map(([id]) => id))];
}
