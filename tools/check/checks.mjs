import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/paths.mjs';

/** The tools that run before anything is installed are ES modules, which Jest cannot load. */
const testsOfTools = readdirSync(join(root, 'tools/test')).filter((name) => name.endsWith('.test.mjs'));

const jest = (project) => ({
  name: project,
  command: ['node_modules/jest/bin/jest.js', '--selectProjects', project],
  counts: 'jest',
});

const generated = (name, ...command) => ({ name: `generated-${name}`, command, counts: 'one', needs: 'build' });

/**
 * Every check of the project, in the order in which they run. To add one, add a row.
 *
 * - `name`: what `npm test -- <name>` calls it;
 * - `command`: program of this checkout and its arguments (Node runs it);
 * - `counts`: how to learn how many passed: `one` (the exit code is the verdict), `jest` (each test counts), `line` (the
 *   program prints "N passed, N failed"), `tap` (Node's own test runner);
 * - `needs`: a check without whose success this one would judge stale files.
 *
 * Checks of one stage share the processors; stages run one after the other.
 *
 * @type {{ name: string, command: string[], counts: 'one' | 'jest' | 'line' | 'tap', needs?: string }[][]}
 */
export const stages = [
  [
    { name: 'engines', command: ['tools/check/engines.mjs'], counts: 'one' },
    { name: 'build', command: ['node_modules/typescript/bin/tsc', '-b'], counts: 'one' },
  ],
  [
    { name: 'types-of-tests', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.spec.json'], counts: 'one' },
    // Through Nx, which makes the project graph first; without it the boundary rule would say nothing.
    {
      name: 'lint',
      command: ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'lint', '--outputStyle=static'],
      counts: 'one',
    },
    { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'], counts: 'one' },
    generated('rows', 'tools/rows/main.mjs'),
    { name: 'landed-migrations', command: ['tools/migrations/main.mjs'], counts: 'one' },
    generated('schema', 'tools/dist/schema/main.js'),
    generated('settings', 'tools/dist/settings/main.js'),
    generated('invariants', 'tools/dist/invariants/main.js'),
    generated('access', 'tools/dist/access/main.js'),
    generated('supergraph', 'tools/dist/compose/main.js', '--check'),
    generated('regulation', 'tools/dist/regulation/main.js', '--check'),
  ],
  [jest('rule')],
  [
    {
      name: 'local-stack',
      command: ['--test', '--test-reporter=tap', ...testsOfTools.map((name) => `tools/test/${name}`)],
      counts: 'tap',
    },
  ],
  [jest('integration')],
  [jest('end-to-end')],
  [{ name: 'subgraph-compatibility', command: ['tools/suites/subgraph-compatibility.mjs'], counts: 'line' }],
];
