import { RuleTester } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { rules } from './index.cjs';

// The tester reports every sample as a test of its own through these.
RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { parser } });

/** Bad samples are pairs of code and the one message expected from it. */
function check(name: keyof typeof rules, valid: string[], invalid: [code: string, messageId: string][]): void {
  tester.run(name, rules[name], {
    valid,
    invalid: invalid.map(([code, messageId]) => ({ code, errors: [{ messageId }] })),
  });
}

check(
  'root-field-needs-policy',
  [
    `class R { @Query(() => Case) @AllowedTo('OFFICER') case() {} }`,
    `class R { @AllowedToAnyone() @Mutation(() => Case) submit() {} }`,
    `class R { @FieldResolver(() => Case) holder() {} }`,
    `class R { query() {} }`,
  ],
  [
    [`class R { @Query(() => Case) case() {} }`, 'missing'],
    [`class R { @Mutation(() => Case) submit() {} }`, 'missing'],
    [`class R { @Subscription(() => Case) changes() {} }`, 'missing'],
    [`import { Query as Ask } from 'type-graphql'; class R { @Ask(() => Case) case() {} }`, 'missing'],
    [`import * as tg from 'type-graphql'; class R { @tg.Query(() => Case) case() {} }`, 'missing'],
    [`class R { @Query(() => Case) @AllowedTo() case() {} }`, 'nobody'],
  ],
);

check(
  'no-ambient-clock',
  [`clock.now()`, `new Date(row.decidedAt)`, `Date.UTC(2026, 0, 1)`, `Date.parse(text)`, `date.now`],
  [
    [`new Date()`, 'ambient'],
    [`new Date`, 'ambient'],
    [`Date.now()`, 'ambient'],
    [`globalThis.Date.now()`, 'ambient'],
    [`Date['now']()`, 'ambient'],
    [`Date()`, 'ambient'],
    [`performance.now()`, 'ambient'],
    [`process.hrtime()`, 'ambient'],
  ],
);
tester.run('no-ambient-clock where durations are measured', rules['no-ambient-clock'], {
  valid: [{ code: `performance.now()`, options: [{ allowMonotonic: true }] }],
  invalid: [{ code: `Date.now()`, options: [{ allowMonotonic: true }], errors: [{ messageId: 'ambient' }] }],
});

check(
  'no-repository-save',
  [`caseStore.save(tx, next)`, `this.store.save(tx, next)`, `file.save()`, `tx.insert(CaseRow, row)`, `save(row)`],
  [
    [`tx.save(row)`, 'save'],
    [`manager.save(row)`, 'save'],
    [`this.caseRepository.save(row)`, 'save'],
    [`dataSource.getRepository(CaseRow).save(row)`, 'save'],
    [`dataSource.manager.save(row)`, 'save'],
  ],
);

check(
  'export-needs-doc',
  [
    `/** Decides. */ export function decide() {}`,
    `/** A case. */ export interface Case { id: string }`,
    `/** A case. */ @ObjectType() export class CaseType {}`,
    `/** Twice. */ export function add(a: string): string; export function add(a: number): number;`,
    `export { decide } from './decide';`,
    `function helper() {}`,
  ],
  [
    [`export function decide() {}`, 'missing'],
    [`export type Case = { id: string };`, 'missing'],
    [`export const limit = 20;`, 'missing'],
    [`// A note.\nexport enum Status { Open }`, 'missing'],
    [`/* Not a doc comment. */ export class Post {}`, 'missing'],
    [`@ObjectType() export class CaseType {}`, 'missing'],
  ],
);

tester.run('export-needs-doc where descriptions count', rules['export-needs-doc'], {
  valid: [
    `@ObjectType('Case', { description: '办件 / A case' }) export class CaseType {}`,
    `export const StatusEnum = enumOf('Status', statuses, '状态 / Status');`,
    `export const Result = createUnionType({ name: 'Result', description: '结果 / Result', types });`,
  ].map((code) => ({ code, options: [{ orDescription: true }] })),
  invalid: [`@ObjectType('Case') export class CaseType {}`, `export const limit = max(1, 2);`].map((code) => ({
    code,
    options: [{ orDescription: true }],
    errors: [{ messageId: 'missing' }],
  })),
});

check(
  'no-silenced-tests',
  [
    `it('works', () => {})`,
    `const withData = existsSync(file) ? it : it.skip;`,
    `describe.each([1])('of %s', () => {})`,
    `stream.skip(3)`,
  ],
  [
    [`it.only('works', () => {})`, 'silenced'],
    [`describe.skip('later', () => {})`, 'silenced'],
    [`test.only.each([1])('of %s', () => {})`, 'silenced'],
    [`(isSlow ? it.only : it)('works', () => {})`, 'silenced'],
    [`it.todo('one day')`, 'silenced'],
    [`xit('works', () => {})`, 'silenced'],
    [`fdescribe('works', () => {})`, 'silenced'],
  ],
);
