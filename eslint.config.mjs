import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import folderImports from './tools/architecture/folder-imports.cjs';
import projectBoundaries from './tools/architecture/project-boundaries.cjs';
import serviceFolders from './tools/architecture/service-folders.cjs';
import hall from './tools/lint-rules/index.cjs';

const specs = ['**/*.spec.ts', '**/test/**/*.ts'];
const { forbiddenImports } = folderImports;

/** The broker's client is replaceable as long as one folder knows it. */
const natsOnlyInItsFolder = {
  regex: '^(nats|@nats-io/.*)$',
  message: 'Only libs/shared/platform/src/jetstream speaks to NATS.',
};
const restrictedImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default [
  { ignores: ['**/dist', '**/node_modules', '**/.nx', '.hall', 'coverage', 'apps/*/test/support/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Every file of ours.
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.{ts,mjs,cjs,js}'] })),
  {
    files: ['**/*.{ts,mjs,cjs,js}'],
    plugins: { hall, '@nx': nx },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'prefer-const': 'error',
      // A class handed over as a value is a function of any shape; that is how decorators' libraries name types.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'hall/no-silenced-tests': 'error',
    },
  },
  {
    files: ['**/*.{cjs,js}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },

  // TypeScript: boundaries between projects, the clock, how rows are written.
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', projectBoundaries.forSource],
      '@typescript-eslint/consistent-type-imports': 'error',
      'hall/no-ambient-clock': ['error', { allowMonotonic: true }],
      'hall/no-repository-save': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: a thing has the same name everywhere.' },
      ],
      ...restrictedImports(natsOnlyInItsFolder),
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'libs/shared/*/src/**/*.ts', 'tools/src/**/*.ts'],
    ignores: [...specs, '**/migrations/**'],
    rules: { 'hall/export-needs-doc': 'error' },
  },
  {
    files: ['apps/*/src/graphql/**/*.ts', 'libs/shared/platform/src/graphql/**/*.ts'],
    ignores: specs,
    rules: { 'hall/export-needs-doc': ['error', { orDescription: true }] },
  },
  {
    files: ['apps/*/src/**/*.ts'],
    rules: { 'hall/root-field-needs-policy': 'error' },
  },
  {
    files: ['libs/shared/kernel/src/**/*.ts', 'apps/*/src/{domain,use-cases,persistence,messaging,graphql}/**/*.ts'],
    rules: { 'hall/no-ambient-clock': 'error' },
  },

  // A promise nobody waits for fails in silence. Needs types, hence delivered code only.
  {
    files: ['apps/*/src/**/*.ts', 'libs/shared/*/src/**/*.ts', 'tools/src/**/*.ts'],
    ignores: specs,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },

  // Where the rules above have their one exception.
  { files: ['libs/shared/platform/src/jetstream/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: [
      'libs/shared/platform/src/clock/**/*.ts',
      'libs/shared/testing/src/**/*.ts',
      '**/test/support/**/*.ts',
      'tools/**',
    ],
    rules: { 'hall/no-ambient-clock': 'off' },
  },

  // Folders inside a service.
  ...Object.keys(serviceFolders.serviceFolders).map((folder) => ({
    files: serviceFolders.services.map((service) => `apps/${service}/src/${folder}/**/*.ts`),
    ignores: specs,
    rules: restrictedImports(natsOnlyInItsFolder, ...forbiddenImports(folder)),
  })),

  // Tests may use the test kit; what they prove is that the rest may not.
  {
    files: specs,
    rules: { '@nx/enforce-module-boundaries': ['error', projectBoundaries.forSpecs] },
  },
  {
    files: ['tools/**/*.{mjs,cjs,js,ts}', 'libs/shared/testing/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
];
