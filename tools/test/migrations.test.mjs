import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareLanded, hashOf } from '../migrations/landed.mjs';

const now = Date.UTC(2026, 11, 1);
const name = '1795550400000-baseline.ts';
const later = '1795900000000-add-column.ts';
const landed = { [name]: hashOf('create') };
const faultsOf = (files) => compareLanded(landed, files, now).faults.join();

test('a landed migration that stays as it is has no fault, and a new one may follow it', () => {
  assert.deepEqual(compareLanded(landed, { [name]: 'create' }, now), { faults: [], fresh: [] });
  assert.deepEqual(compareLanded(landed, { [name]: 'create', [later]: 'alter' }, now), { faults: [], fresh: [later] });
});

test('a landed migration that is changed or gone is a fault', () => {
  assert.match(faultsOf({ [name]: 'create ' }), /was changed/);
  assert.match(faultsOf({}), /is gone/);
});

test('a new migration bears the moment at which it was written, after those that have landed', () => {
  for (const wrong of ['1790000000019-made-up.ts', '1899999999999-future.ts', 'add-column.ts']) {
    assert.match(faultsOf({ [name]: 'create', [wrong]: 'alter' }), /moment/, wrong);
  }
  assert.match(faultsOf({ [name]: 'create', '1795550300000-before.ts': 'alter' }), /older/);
});
