import { readFileSync } from 'node:fs';

const name = process.env.HALL_MUTATE;
const { folder, atLeast, ...own } = JSON.parse(readFileSync(new URL('packages.json', import.meta.url), 'utf8'))[name];

/** How StrykerJS mutates one package, HALL_MUTATE (main.mjs; ADR 35). */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/jest-runner', './tools/mutation/texts-for-people.mjs'],
  ignorers: ['texts-for-people'],
  mutate: [`${folder}/**/*.ts`, `!${folder}/**/*.spec.ts`],
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'tools/mutation/jest.config.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // Every test that kills a mutant is wanted, not the first alone: which clauses they bear is what is asked.
  disableBail: own.allKillers,
  ignoreStatic: !own.tables,
  incremental: true,
  incrementalFile: `.hall/mutation/${name}.incremental.json`,
  concurrency: 2,
  // The first run, in which coverage is counted, is far slower than those against a mutant.
  dryRunTimeoutMinutes: 15,
  timeoutMS: 30_000,
  timeoutFactor: 1.5,
  tempDirName: `.hall/mutation/${name}`,
  ignorePatterns: [
    '**',
    '!libs/shared/**',
    '!apps/*/src/**',
    '!apps/*/test/**',
    '!*.js',
    '!*.json',
    '!tools/mutation/**',
    '**/dist/**',
  ],
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: `.hall/mutation/${name}.json` },
  thresholds: { high: 100, low: atLeast, break: null },
};
