const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const packages = require('./packages.json');

const root = join(__dirname, '../..');
const { folder } = packages[process.env.HALL_MUTATE];
/** It reads the text of the sources, which is another one while they are mutated. */
const unfit = 'no-local-time.spec.ts';

// Every rule test of the package in one file: what they share is loaded once for each mutant, not once for each file.
for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
  if (file.endsWith('.spec.ts') && !file.endsWith(unfit)) require(join(root, folder, file));
