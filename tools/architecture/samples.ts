/**
 * Files as they must not be written, each with the one rule that says so: the negative controls of the boundaries. And
 * beside them the nearest things that are right.
 */
export interface Sample {
  readonly why: string;
  readonly file: string;
  readonly code: string;
}

/** A sample that must be refused by exactly one rule with a message like this. */
export interface WrongSample extends Sample {
  readonly rule: string;
  readonly says: RegExp;
}

type Import = [why: string, file: string, imported: string];

const use = (path: string): string => `import { thing } from '${path}';\nthing();\n`;
const importing = ([why, file, imported]: Import): Sample => ({ why, file, code: use(imported) });
const refused = (rule: string, says: RegExp, ...imports: Import[]): WrongSample[] =>
  imports.map((each) => ({ ...importing(each), rule, says }));

const app = 'apps/cases/src/app.ts';
const kernel = 'libs/shared/kernel/src/outcome.ts';
const contracts = 'libs/shared/contracts/src/envelope.ts';
const platform = 'libs/shared/platform/src/clock/index.ts';
const tool = 'tools/src/compose/main.ts';
const integrationTest = 'apps/cases/test/integration/sample.int-spec.ts';
const rule = 'apps/cases/src/domain/case.ts';
const useCase = 'apps/cases/src/use-cases/submit-case.ts';
const store = 'apps/cases/src/persistence/case-store.ts';
const messaging = 'apps/cases/src/messaging/subscriptions.ts';
const resolver = 'apps/cases/src/graphql/case.resolver.ts';

const projects = '@nx/enforce-module-boundaries';
const folders = 'no-restricted-imports';

const betweenProjects: WrongSample[] = [
  ...refused(
    projects,
    /Imports of apps are forbidden/,
    ['a service imports another service', app, '@hall/staffing'],
    ['a service imports the gateway', app, '@hall/gateway'],
    ['the gateway imports a service', 'apps/gateway/src/app.ts', '@hall/complaints'],
    ['a tool imports a service', tool, '@hall/cases'],
    ['a test imports another service', integrationTest, '@hall/staffing'],
  ),
  ...refused(
    projects,
    /can only depend on libs tagged/,
    ['delivered code imports the test kit', app, '@hall/testing'],
    ['a tool imports the test kit', tool, '@hall/testing'],
  ),
  ...refused(
    projects,
    /Circular dependency/,
    ['the kernel imports the platform', kernel, '@hall/platform/clock'],
    ['the contracts import the platform', contracts, '@hall/platform/clock'],
    ['the platform imports the test kit', platform, '@hall/testing'],
    ['the platform imports a service', platform, '@hall/cases'],
  ),
  ...refused(
    projects,
    /relative or absolute path/,
    ['a service reaches into another by path', app, '../../staffing/src/app'],
    ['a service reaches into the kernel by path', app, '../../../libs/shared/kernel/src/index'],
  ),
  ...refused(
    projects,
    /not allowed to import "(typeorm|zod|pg|type-graphql)"/,
    ['the kernel imports the mapper', kernel, 'typeorm'],
    ['the kernel imports any package', kernel, 'zod'],
    ['the contracts import a driver', contracts, 'pg'],
    ['the contracts import the schema library', contracts, 'type-graphql'],
  ),
  ...refused(projects, /Transitive or unresolvable/, ['a package that only others need', app, 'accepts']),
];

const betweenFolders: WrongSample[] = [
  ...refused(
    folders,
    /"domain" may import only these packages/,
    ['rules import the mapper', rule, 'typeorm'],
    ['rules import the contracts', rule, '@hall/contracts'],
    ['rules import the file system', rule, 'node:fs'],
  ),
  ...refused(
    folders,
    /"domain" may import from domain only/,
    ['rules import a store', rule, '../persistence/case-store'],
    ['rules import a use case', rule, '../use-cases/ports'],
    ['rules deeper down import a store', 'apps/cases/src/domain/a/b.ts', '../../persistence/case-store'],
    ['rules of another service import a store', 'apps/complaints/src/domain/a.ts', '../persistence/b'],
  ),
  ...refused(
    folders,
    /"use-cases" may import/,
    ['use cases import the API', useCase, '../graphql/results'],
    ['use cases read lists', useCase, '../persistence/cases/case-queries'],
    ['use cases import the API’s library', useCase, 'graphql'],
    ['use cases import the mapper', useCase, 'typeorm'],
    ['use cases speak to the broker', useCase, '@hall/platform/jetstream'],
  ),
  ...refused(
    folders,
    /"persistence" may import/,
    ['stores import more than the ports', store, '../use-cases/submit-case'],
    ['stores import the API', store, '../graphql/types/case.type'],
    ['stores import messaging', store, '../messaging/publications'],
  ),
  ...refused(
    folders,
    /"messaging" may import/,
    ['messaging imports a store', messaging, '../persistence/case-store'],
    ['messaging imports the mapper', messaging, 'typeorm'],
  ),
  ...refused(
    folders,
    /"graphql" may import/,
    ['the API imports a store', resolver, '../persistence/case-store'],
    ['the API imports the mapper', resolver, 'typeorm'],
    ['the API imports messaging', resolver, '../messaging/publications'],
  ),
  ...refused(folders, /may not reach back/, ['a folder imports what puts it together', useCase, '../app']),
  ...refused(folders, /speaks to NATS/, [
    'the broker’s client outside its folder',
    'libs/shared/platform/src/outbox/relay.ts',
    'nats',
  ]),
];

const openMutation = `import { Mutation, Resolver } from 'type-graphql';

/** Cases. */
@Resolver()
export class CaseResolver {
  @Mutation(() => Boolean)
  forget(): boolean {
    return true;
  }
}
`;

const withinFiles: WrongSample[] = [
  {
    why: 'a mutation without a policy',
    file: resolver,
    code: openMutation,
    rule: 'hall/root-field-needs-policy',
    says: /declares no policy/,
  },
  {
    why: 'a rule reads the clock',
    file: rule,
    code: 'void new Date();',
    rule: 'hall/no-ambient-clock',
    says: /new Date\(\)/,
  },
  {
    why: 'a test reads the clock',
    file: 'apps/cases/src/domain/case.spec.ts',
    code: 'void Date.now();',
    rule: 'hall/no-ambient-clock',
    says: /Date\.now/,
  },
  {
    why: 'a store writes whole rows',
    file: store,
    code: 'void tx.save(row);',
    rule: 'hall/no-repository-save',
    says: /tx\.save/,
  },
  {
    why: 'an exported rule without words',
    file: rule,
    code: 'export const limit = 20;',
    rule: 'hall/export-needs-doc',
    says: /"limit"/,
  },
  {
    why: 'a default export',
    file: rule,
    code: '/** A limit. */\nexport default 20;',
    rule: 'no-restricted-syntax',
    says: /by name/,
  },
  {
    why: 'a focused test',
    file: 'apps/cases/src/domain/case.spec.ts',
    code: "it.only('works', () => undefined);",
    rule: 'hall/no-silenced-tests',
    says: /it\.only/,
  },
];

/** What must be refused. */
export const wrongSamples: readonly WrongSample[] = [...betweenProjects, ...betweenFolders, ...withinFiles];

/** What must pass. */
export const rightSamples: readonly Sample[] = (
  [
    ['rules use the kernel', rule, '@hall/kernel'],
    ['rules use each other', rule, './term'],
    ['use cases use rules', useCase, '../domain/case'],
    ['use cases use the platform', useCase, '@hall/platform/postgres'],
    ['use cases call stores', useCase, '../persistence/cases/case-store'],
    ['the API reads through queries', resolver, '../persistence/cases/case-queries'],
    ['tests use the test kit', integrationTest, '@hall/testing'],
    ['what puts a service together imports all of it', app, './persistence/case-store'],
    ['the broker’s client in its folder', 'libs/shared/platform/src/jetstream/connection.ts', 'nats'],
  ] satisfies Import[]
).map(importing);
