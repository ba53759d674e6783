/** The lock file and the oldest Node that the README names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictions, tooNewFor } from '../check/engines.mjs';

const lockOf = (node) => ({ packages: { '': {}, 'node_modules/a': { version: '1.2.3', engines: { node } } } });

test('a package that asks for a newer Node is found, however it says so', () => {
  for (const range of ['>=22', '>=20.19.1', '^22 || ^24', '>=22.15.0']) {
    assert.deepEqual(tooNewFor('20.19.0', lockOf(range)), [`node_modules/a 1.2.3 asks for Node ${range}`]);
  }
});

test('a package that runs on it, or says nothing, is none', () => {
  for (const range of ['>=20.19', '^18 || >=20', '*', '>= 14', undefined])
    assert.deepEqual(tooNewFor('20.19.0', lockOf(range)), [], range);
});

test('README and .nvmrc must agree with package.json', () => {
  const said = { engines: '>=20.19', readme: 'Linux, Node 20.19 or later.', nvmrc: '24\n' };
  assert.deepEqual(contradictions(said), []);
  assert.deepEqual(contradictions({ ...said, readme: 'Node 22 or later' }), [
    'README.md does not say "Node 20.19 or later"',
  ]);
  assert.deepEqual(contradictions({ ...said, nvmrc: '20.18.3\n' }), ['.nvmrc names 20.18.3, outside of >=20.19']);
});
