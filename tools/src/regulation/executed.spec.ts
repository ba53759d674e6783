import { executionsIn } from './executed';

const rule = 'apps/cases/src/domain/rules.ts';
const spec = 'apps/cases/src/domain/rules.spec.ts';
const title = 'S4.1b: all';
const rules = 'export function rule() { return helper(); } export function helper() {} export const table = [1];';
const comesTo = (body: string, name = 'rule', more: Readonly<Record<string, string>> = {}): boolean =>
  executionsIn(
    Object.entries({ [rule]: rules, [spec]: body, ...more }).map(([path, text]) => ({ path, text })),
  ).reaches({ path: spec, title }, rule, name);

const imported = `import { rule, table } from './rules';`;
const aTest = (body: string, beside = ''): string => `${imported}\n${beside}\ntest('${title}', () => { ${body} });`;

describe('a rule test comes to', () => {
  it.each([
    ['what it calls', aTest('expect(rule()).toBe(1)'), 'rule'],
    ['what that calls', aTest('rule()'), 'helper'],
    ['data that it reads', aTest('expect(table).toEqual([])'), 'table'],
    ['what a function of its file calls', aTest('made()', 'const made = () => rule();'), 'rule'],
    [
      'what its suite calls',
      `${imported} describe('x', () => { const made = () => rule(); test('${title}', () => { made(); }); });`,
      'rule',
    ],
    ['what is made ready before it', aTest('expect(x).toBe(1)', 'beforeEach(() => { rule(); });'), 'rule'],
    ['what its rows say', `${imported} test.each([[rule()]])('${title}', (x) => { expect(x).toBe(1); });`, 'rule'],
  ])('%s', (_what, text, name) => expect(comesTo(text, name)).toBe(true));
});

describe('a rule test does not come to', () => {
  it.each([
    ['what it only imports', aTest('expect(1).toBe(1)')],
    ['what another test of its file calls', `${aTest('expect(table).toBe(1)')} test('other', () => { rule(); });`],
    ['what a function calls that it leaves alone', aTest('expect(1).toBe(1)', 'const made = () => rule();')],
    [
      'a type of that name',
      `import type { rule } from './rules'; test('${title}', () => { const x: typeof rule = y; });`,
    ],
  ])('%s', (_what, text) => expect(comesTo(text)).toBe(false));
});

it('a test on real servers comes to what its service does, one of the whole hall to what any process does', () => {
  const files = [
    { path: rule, text: rules },
    {
      path: 'apps/cases/src/app.ts',
      text: `import { rule } from './domain/rules'; export function createCases() { rule(); }`,
    },
    { path: 'apps/cases/src/main.ts', text: `import { createCases } from './app'; createCases();` },
    {
      path: 'apps/cases/test/support/hall.ts',
      text: `import { createCases } from '../../src/app'; export const useCases = () => createCases();`,
    },
    {
      path: 'apps/cases/test/integration/a.int-spec.ts',
      text: `import { useCases } from '../support/hall'; const hall = useCases(); test('${title}', () => {});`,
    },
    { path: 'apps/cases/test/integration/b.int-spec.ts', text: `test('${title}', () => {});` },
    { path: 'apps/gateway/test/e2e/c.e2e-spec.ts', text: `test('${title}', () => {});` },
  ];
  const { reaches } = executionsIn(files);
  const from = (path: string): boolean => reaches({ path, title }, rule, 'rule');
  expect(from('apps/cases/test/integration/a.int-spec.ts')).toBe(true);
  expect(from('apps/cases/test/integration/b.int-spec.ts')).toBe(false);
  expect(from('apps/gateway/test/e2e/c.e2e-spec.ts')).toBe(true);
});
