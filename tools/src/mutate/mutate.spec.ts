import { regulation } from '@hall/contracts';
import { buildMatrix } from '../regulation/matrix';
import { proofsOf } from './clauses';
import { renderClauses, renderScores, renderSurvivors } from './render';
import { percentOf, scoreOf } from './report';
import type { Mutant, MutantStatus, MutationReport } from './report';

const source = [
  '/** The rule. @regulation S4.1b */', // 1
  'export function rule() {',
  '  return helper() + 1;',
  '}',
  'function helper() {', // 5
  '  return deeper();',
  '}',
  'const deeper = () => 2;',
  '/** @regulation S4.2c */',
  'export function other() {', // 10
  '  return rule() + table.length;',
  '}',
  'const table = [1];',
  'const nobody = [2];',
  'export class Reads {', // 15
  '  /** @regulation A-09 */',
  '  all() { return 1; }',
  '}',
].join('\n');
const spec = [
  `describe('S3.5 a suite', () => {`,
  `  test('S4.1b S3.4f: all at once, as $word', () => { rule(); });`,
  `  test('closes (S4.1b)', () => { rule(); });`,
  `});`,
].join('\n');

const mutant = (line: number, status: MutantStatus = 'Killed', killedBy: readonly string[] = ['own']): Mutant => ({
  status,
  killedBy,
  mutatorName: 'ArithmeticOperator',
  replacement: 'helper() -  1',
  location: { start: { line, column: 3 }, end: { line, column: 20 } },
});
const report = (...mutants: readonly Mutant[]): MutationReport => ({
  files: { 'apps/cases/src/domain/rule.ts': { source, mutants } },
  testFiles: {
    'tools/mutation/all.spec.cjs': {
      tests: [
        { id: 'own', name: 'S3.5 a suite S4.1b S3.4f: all at once, as it comes' },
        { id: 'foreign', name: 'S3.5 a suite closes (S4.1b)' },
      ],
    },
  },
});
const idsAt = (line: number): string[] => [...proofsOf([report(mutant(line))], [spec]).keys()];

describe('a mutant belongs to the clauses', () => {
  it.each([
    ['of the declaration that it is in', 3, ['S4.1b']],
    ['of what calls the one that it is in', 6, ['S4.1b']],
    ['of what comes to it over others without a tag', 8, ['S4.1b']],
    ['of the data that a rule reads', 13, ['S4.2c']],
    ['of a method', 17, ['A-09']],
    ['of nothing, when no rule comes to it', 14, []],
  ])('%s', (_what, line, ids) => expect(idsAt(line)).toEqual(ids));
});

describe('a clause is proven', () => {
  const proofOf = (...mutants: readonly Mutant[]) => proofsOf([report(...mutants)], [spec]).get('S4.1b');

  it('by a test whose own title begins with the id, not by one that mentions it, nor by a suite', () => {
    expect(proofOf(mutant(3))).toEqual({
      mutants: 1,
      killed: 1,
      killedByOwn: 1,
      example: 'S4.1b S3.4f: all at once, as $word',
    });
    expect(proofOf(mutant(3, 'Killed', ['foreign']))).toMatchObject({ killed: 1, killedByOwn: 0, example: null });
  });

  it('by mutants that were killed; what was left out or does not load does not count', () => {
    const statuses: MutantStatus[] = ['Survived', 'NoCoverage', 'Timeout', 'Ignored', 'RuntimeError', 'CompileError'];
    expect(proofOf(...statuses.map((status) => mutant(3, status, [])))).toMatchObject({ mutants: 3, killed: 1 });
  });
});

it('prints a line for each enforced clause that has a rule', () => {
  const at = (id: string, path = 'apps/cases/src/domain/rule.ts') =>
    ({ id, kind: 'rule', path, detail: '', names: ['rule'] }) as const;
  const citations = [
    at('S4.1b'),
    at('S4.2c'),
    at('S3.1a'),
    at('S4.3a', 'apps/cases/src/use-cases/x.ts'),
    at('S4.3c'),
    at('A-30', 'libs/shared/kernel/src/x.ts'),
  ];
  const rows = buildMatrix(regulation, citations, { reaches: () => true });
  const folders = { mutated: ['apps/cases/src/domain', 'libs/shared/kernel/src'], run: ['apps/cases/src/domain'] };
  const proofs = proofsOf([report(mutant(3), mutant(11, 'Survived', []))], [spec]);
  expect(renderClauses(rows, proofs, folders).split('\n').slice(1)).toEqual([
    'S4.1b   yes  1 mutants, 1 killed, 1 by its own tests: S4.1b S3.4f: all at once, as $word',
    'S4.2c   no   1 mutants, 0 killed, 0 by its own tests',
    'S4.3a   –    its rule stands outside of what is mutated',
    'S4.3c   –    no mutant in its rule',
    'A-30    –    not run yet',
    'yes 1, no 1, rule not mutated 3',
  ]);
});

it('lists what no test noticed', () => {
  expect(renderSurvivors(report(mutant(3), mutant(3, 'Survived')))).toBe(
    'apps/cases/src/domain/rule.ts:3 ArithmeticOperator: return helper() + → helper() - 1',
  );
});

it('a score is killed of all that could have been, and never rounded up to what is asked for', () => {
  const of = (killed: number, alive: number): Mutant[] => [
    ...Array.from({ length: killed }, () => mutant(3)),
    ...Array.from({ length: alive }, () => mutant(3, 'Survived')),
    mutant(3, 'Ignored'),
  ];
  expect(percentOf(scoreOf(of(8_999, 1_001)))).toBe(89.9);
  expect(percentOf(scoreOf([]))).toBe(100);
  const package_ = (killed: number) => ({ name: 'kernel', atLeast: 90, mutants: of(killed, 10) });
  expect(renderScores([package_(90)])).toMatchObject({
    isEnough: true,
    text: expect.stringContaining('90.0 %') as string,
  });
  expect(renderScores([package_(90), package_(89)])).toMatchObject({ isEnough: false });
});
