/** One configuration, three heights of test: rules alone, real servers, whole hall. */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^@hall/(kernel|contracts|testing)$': '<rootDir>/libs/shared/$1/src/index.ts',
    '^@hall/platform/(.*)$': '<rootDir>/libs/shared/platform/src/$1/index.ts',
    '^@hall/(cases|staffing|complaints|gateway)$': '<rootDir>/apps/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.hall/'],
};
const withServers = {
  ...common,
  globalSetup: '<rootDir>/tools/servers/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/tools/servers/jest-global-teardown.mjs',
};

module.exports = {
  maxWorkers: 2,
  watchman: false,
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: 'rule', testMatch: ['**/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'] },
    { ...withServers, displayName: 'integration', testMatch: ['**/test/integration/**/*.int-spec.ts'] },
    { ...withServers, displayName: 'end-to-end', testMatch: ['**/test/e2e/**/*.e2e-spec.ts'] },
  ],
};
