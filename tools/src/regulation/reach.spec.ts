import { reachFrom } from './reach';
import type { Reach } from './reach';

const reachOf = (files: Readonly<Record<string, string>>): Reach =>
  reachFrom(Object.entries(files).map(([path, text]) => ({ path, text })));

const service = (main: string, rules: string, more: Readonly<Record<string, string>> = {}): Reach =>
  reachOf({ 'apps/cases/src/main.ts': main, 'apps/cases/src/domain/rules.ts': rules, ...more });
const isUsed = (reach: Reach, name = 'rule'): boolean => reach.has('apps/cases/src/domain/rules.ts', name);

const rule = 'export function rule() {}';
const imported = `import { rule } from './domain/rules';`;

describe('a running process comes to', () => {
  it.each([
    ['what main calls', `${imported} rule();`],
    ['what a function calls that main calls', `${imported} function start() { rule(); } start();`],
    ['what is handed over as a value', `${imported} run({ act: rule });`],
    ['what is handed over under its own name', `${imported} run({ rule });`],
    ['what stands in a list', `${imported} const all = [rule]; run(all);`],
    ['what a class uses in a method', `${imported} class Resolver { act() { return rule(); } } new Resolver();`],
    ['what a decorator names', `${imported} class Type { @Field(() => rule) a; } run(Type);`],
    ['what has another name here', `import { rule as check } from './domain/rules'; check();`],
    ['what is taken from the whole module', `import * as rules from './domain/rules'; rules.rule();`],
  ])('%s', (_what, main) => {
    expect(isUsed(service(main, rule))).toBe(true);
  });

  it('what is passed on by other files and packages', () => {
    const main = `import { rule } from '@hall/kernel'; import { act } from './use-cases'; rule(); act();`;
    const reach = service(main, rule, {
      'libs/shared/kernel/src/index.ts': `export * from './outcome'; export { a as rule } from './a';`,
      'libs/shared/kernel/src/outcome.ts': 'export const ok = 1;',
      'libs/shared/kernel/src/a.ts': 'export const a = () => b(); const b = () => 1;',
      'apps/cases/src/use-cases/index.ts': `export * from './act';`,
      'apps/cases/src/use-cases/act.ts': `import { rule } from '../domain/rules'; export const act = () => rule();`,
    });
    expect(isUsed(reach)).toBe(true);
    expect(reach.has('libs/shared/kernel/src/a.ts', 'b')).toBe(true);
    expect(reach.has('libs/shared/kernel/src/outcome.ts', 'ok')).toBe(false);
  });

  it('what a file does as soon as it is loaded', () => {
    const rules = `${rule} register(rule);`;
    expect(isUsed(service(`import './domain/rules';`, rules))).toBe(true);
    expect(isUsed(service('', rules))).toBe(false);
  });
});

describe('no running process comes to', () => {
  it.each([
    ['what only its spec calls', ''],
    ['what is imported and not used', imported],
    ['what is only a type here', `${imported} type Rule = typeof rule; let a: Rule;`],
    ['what is imported as a type', `import type { rule } from './domain/rules'; run<typeof rule>();`],
    ['what an unused function calls in another file', `import './idle';`],
    ['what only shares its name with a parameter', `${imported} run((rule) => rule());`],
    ['what only shares its name with a variable', `${imported} function a() { const rule = 1; return rule; } a();`],
    ['what only shares its name with a field', `${imported} run({ rule: 1 }.rule);`],
  ])('%s', (_what, main) => {
    const reach = service(main, rule, {
      'apps/cases/src/domain/rules.spec.ts': `import { rule } from './rules'; rule();`,
      'apps/cases/src/idle.ts': `import { rule } from './domain/rules'; export function idle() { rule(); }`,
    });
    expect(isUsed(reach)).toBe(false);
  });
});

it('a method is asked for by name, in a file that is loaded', () => {
  const queries = 'export class Queries { find() {} count() {} }';
  const idle = { 'apps/cases/src/idle.ts': 'queries.count();' };
  const reach = service(`import { Queries } from './domain/rules'; new Queries().find();`, queries, idle);
  expect([reach.hasMember('find'), reach.hasMember('count')]).toEqual([true, false]);
});
