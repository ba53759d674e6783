import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../docs/adr');
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

test.each([
  ['0007-x.md', '# 7. X\n\n**Context.** c\n\n**Options.** o\n\n**Decision.** d\n'],
  ['0007-x.md', '# 7. X\n\n2026-11-23 · accepted\n\n**Context.** c\n\n**Decision.** d\n'],
  ['0007-x.md', '# 8. X\n\n2026-11-23 · accepted\n\n**Context.** c\n\n**Options.** o\n\n**Decision.** d\n'],
])('the check finds a fault in %j: %j', (name, text) => {
  expect(faultOf({ name, text })).toContain(name);
});
