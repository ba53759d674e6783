const { join } = require('node:path');
const { projects } = require('../../jest.config.js');
const packages = require('./packages.json');

const { displayName: _one, ...rule } = projects[0];
const { folder, reads } = packages[process.env.HALL_MUTATE];

/** The rule tests of one package: what Jest runs against each mutant. The folders keep its search short. */
module.exports = {
  ...rule,
  rootDir: join(__dirname, '../..'),
  roots: [folder, 'tools/mutation', ...reads].map((path) => `<rootDir>/${path}`),
  testMatch: ['<rootDir>/tools/mutation/all.spec.cjs'],
  moduleNameMapper: { ...rule.moduleNameMapper, '^fast-check$': join(__dirname, 'fast-check.cjs') },
  watchman: false,
  testTimeout: 30_000,
};
