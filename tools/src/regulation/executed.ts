import * as ts from 'typescript';
import { createWalk, modulesOf } from './reach';
import type { Modules, Reach } from './reach';
import { boundNames, referencesIn } from './references';
import type { SourceFile } from './source-files';
import { executedTests } from './test-titles';

/** What a test comes to. */
export interface Executions {
  /** Whether the test of this title comes to a declaration at the top of a file. */
  reaches(test: { readonly path: string; readonly title: string }, path: string, name: string): boolean;
}

const code = /^(apps|libs\/shared)\/[\w-]+\/(src|test)\/.*\.ts$|^tools\/src\/.*\.ts$/;
const ruleTest = /\.spec\.ts$/;
const wholeHall = /\/test\/e2e\//;
const main = /^apps\/\w+\/src\/main\.ts$/;
const hooks = new Set(['beforeAll', 'beforeEach', 'afterAll', 'afterEach']);

/**
 * A test that never comes to a rule proves nothing of it, whatever its title says. A rule test is followed from its own body; a test
 * on real servers from its file, which starts the service; one of the whole hall from where the processes begin.
 */
export function executionsIn(files: readonly SourceFile[]): Executions {
  const modules = modulesOf(files, (path) => code.test(path));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const walks = new Map<string, Reach>();
  const walkOf = (key: string, begin: () => Reach): Reach => walks.get(key) ?? walks.set(key, begin()).get(key)!;
  const reachOf = (path: string, title: string): Reach => {
    if (wholeHall.test(path)) return walkOf('hall', () => fromMains(modules));
    if (!ruleTest.test(path)) return walkOf(path, () => fromFile(modules, path));
    return walkOf(`${path} ${title}`, () => fromTest(modules, path, texts.get(path) ?? '', title));
  };
  return { reaches: ({ path, title }, rulePath, name) => reachOf(path, title).has(rulePath, name) };
}

function fromMains(modules: Modules): Reach {
  const walk = createWalk(modules);
  for (const [path, { declarations }] of modules) if (main.test(path)) walk.begin(path, declarations.keys());
  return walk;
}

function fromFile(modules: Modules, path: string): Reach {
  const walk = createWalk(modules);
  walk.begin(path, modules.get(path)?.declarations.keys() ?? []);
  return walk;
}

/** From the body of one test, and what the file makes ready for all of its tests. */
function fromTest(modules: Modules, path: string, text: string, title: string): Reach {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const calls = executedTests(source);
  const own = calls.filter((one) => one.title === title).map(({ call }) => call);
  const local = localDeclarations(source, new Set(calls.map(({ call }) => call)));
  const names = new Set<string>();
  for (const node of [...own, ...local.hooks]) referencesIn(node, names, new Set());
  // What a suite declares for its tests is spoken of by its name; a Set grows while it is walked.
  for (const name of names) for (const node of local.named.get(name) ?? []) referencesIn(node, names, new Set());
  const walk = createWalk(modules);
  const { imports, declarations } = modules.get(path) ?? {};
  for (const name of names) if (imports?.has(name) || declarations?.has(name)) walk.use(path, name);
  return walk;
}

/** What stands outside of the tests: declarations by name, wherever they are, and hooks. */
function localDeclarations(source: ts.SourceFile, tests: ReadonlySet<ts.Node>) {
  const named = new Map<string, ts.Node[]>();
  const hookCalls: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (tests.has(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && hooks.has(node.expression.text))
      hookCalls.push(node);
    const declared = ts.isVariableDeclaration(node)
      ? boundNames(node.name)
      : ts.isFunctionDeclaration(node) && node.name
        ? [node.name.text]
        : [];
    for (const name of declared) named.set(name, [...(named.get(name) ?? []), node]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { named, hooks: hookCalls };
}
