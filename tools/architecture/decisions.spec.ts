import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = join(root, 'docs/adr');
const records = readdirSync(folder)
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const part = (name: string): string => String.raw`^(?:\*\*|## )${name}\b[^]*`;
const shape = new RegExp(
  String.raw`^# (\d+)\. .+\n\n[^#*]*?\d{4}-\d\d-\d\d[^#*]*?(?:accepted|superseded)[^#*]*` +
    ['Context', 'Options', 'Decision'].map(part).join(''),
  'm',
);

/** What is wrong with a record of a decision. */
function faultOf({ name, text }: { readonly name: string; readonly text: string }): string | undefined {
  const [, number] = shape.exec(text) ?? [];
  if (number === undefined) return `${name} lacks date, status, context, options or decision`;
  return Number(number) === Number(name.slice(0, 4)) ? undefined : `${name} is headed ${number}`;
}

test('every decision on record has its number, date, status, options', () => {
  expect(records.map(faultOf).filter(Boolean)).toEqual([]);
});

test('no two decisions have one number', () => {
  const numbers = records.map(({ name }) => name.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
});

const written = /\.(?:[cm]?[jt]s|md|sql|json|ya?ml)$/;

/** Whatever people write, in code and documents; not what is installed or built. */
function* textsBelow(path: string): Generator<{ readonly path: string; readonly text: string }> {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!/^(?:node_modules|dist)$|^\./.test(entry.name)) yield* textsBelow(below);
    } else if (written.test(entry.name) && entry.name !== 'package-lock.json') {
      yield { path: below, text: readFileSync(join(root, below), 'utf8') };
    }
  }
}

/** The records that a text cites by a number that none has: `ADR 7`, `ADR 0007`, `ADRs 7 and 8`, `ADR 7, 8`. */
function unknownCitations(text: string): string[] {
  const known = new Set(records.map(({ name }) => Number(name.slice(0, 4))));
  const cited = [...text.matchAll(/\bADRs?[ \u00a0-]?(\d+(?:(?:, | and )\d+)*)/g)].flatMap(([, list]) =>
    list!.match(/\d+/g)!,
  );
  return cited.filter((number) => !known.has(Number(number)));
}

test('every decision that code or a document cites is on record', () => {
  const texts = [...textsBelow('.')].filter(({ path }) => path !== join('tools', 'architecture', 'decisions.spec.ts'));
  expect(texts.length).toBeGreaterThan(records.length);
  expect(texts.flatMap(({ path, text }) => unknownCitations(text).map((number) => `${path}: ADR ${number}`))).toEqual(
    [],
  );
});

test.each([
  ['see ADR 1', []],
  ['see ADR 9001', ['9001']],
  ['ADRs 1, 9001 and 9002', ['9001', '9002']],
  ['(ADR-9001)', ['9001']],
])('in %j the decisions %j are not on record', (text, unknown) => {
  expect(unknownCitations(text)).toEqual(unknown);
});

test.each([
  ['0007-x.md', '# 7. X\n\n**Context.** c\n\n**Options.** o\n\n**Decision.** d\n'],
  ['0007-x.md', '# 7. X\n\n2026-11-23 · accepted\n\n**Context.** c\n\n**Decision.** d\n'],
  ['0007-x.md', '# 8. X\n\n2026-11-23 · accepted\n\n**Context.** c\n\n**Options.** o\n\n**Decision.** d\n'],
])('the check finds a fault in %j: %j', (name, text) => {
  expect(faultOf({ name, text })).toContain(name);
});
