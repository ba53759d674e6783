const path = require('node:path');
const { createRequire } = require('node:module');

// Jest maps the name to this file, so the package is asked for by its place.
const fastCheck = require(
  path.join(path.dirname(createRequire(__filename).resolve('fast-check/package.json')), 'lib/cjs/fast-check.js'),
);

/** So many examples of a property are tried against one mutant, and for so long; fewer can only lower the score. */
const atMost = 25;
const milliseconds = 250;

/** fast-check, except that a property is tried shortly and with the same examples each time: thousands of mutants wait. */
module.exports = {
  ...fastCheck,
  assert: (property, { numRuns = 100, seed = 7, ...more } = {}) =>
    fastCheck.assert(property, {
      ...more,
      seed,
      numRuns: Math.min(numRuns, atMost),
      interruptAfterTimeLimit: milliseconds,
    }),
};
