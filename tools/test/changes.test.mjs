/** `npm run dev` starts again what runs the changed code, and nothing else. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { builtFiles, differences, foldersOf, processesRunning, touchesGraph } from '../stack/changes.mjs';
import { root } from '../stack/paths.mjs';

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), 'service-hall-changes-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const folders = Object.fromEntries(
  ['staffing', 'cases', 'complaints', 'gateway'].map((name) => [name, foldersOf(root, `apps/${name}`)]),
);
const everyProcess = Object.keys(folders);

test('a change in a service starts that service again; in a shared library, all that are built upon it', () => {
  const restarted = (...paths) => processesRunning(paths, folders);
  assert.deepEqual(restarted('apps/cases/dist/domain/refusals.js'), ['cases']);
  assert.deepEqual(restarted('apps/complaints/dist/a.js', 'apps/staffing/dist/b.json'), ['staffing', 'complaints']);
  for (const library of ['kernel', 'contracts', 'platform'])
    assert.deepEqual(restarted(`libs/shared/${library}/dist/index.js`), everyProcess);
  assert.deepEqual(restarted('apps/gateway/supergraph.graphql'), ['gateway']);
});

test('a library that a process is not built upon leaves it alone', () => {
  const some = { cases: ['apps/cases', 'libs/shared/kernel'], gateway: ['apps/gateway'] };
  assert.deepEqual(processesRunning(['libs/shared/kernel/dist/dates.js'], some), ['cases']);
});

test('what no process loads starts none again', () => {
  const paths = ['apps/cases/dist/a.d.ts', 'apps/cases/dist/a.js.map', 'tools/dist/demo/main.js', 'docs/access.md'];
  assert.deepEqual(processesRunning(paths, folders), []);
  assert.deepEqual(processesRunning(['libs/shared/testing/dist/index.js', 'apps/cases2/dist/a.js'], folders), []);
});

test('the projects below a project are those of its tsconfig.json, and those below them', () => {
  write('apps/a/tsconfig.json', '{ "references": [{ "path": "../../libs/b" }] }');
  write('libs/b/tsconfig.json', '{ "references": [{ "path": "../c" }] }');
  write('libs/c/tsconfig.json', '{}');
  assert.deepEqual(foldersOf(folder, 'apps/a'), ['apps/a', 'libs/b', 'libs/c']);
});

test('only another content is a change: a file written again as it was is none, a new and a missing one are', () => {
  for (const name of ['same', 'other', 'gone']) write(`p/dist/${name}.js`, name);
  write('p/dist/same.d.ts', '1');
  const earlier = builtFiles(folder, ['p']);
  write('p/dist/same.js', 'same');
  utimesSync(join(folder, 'p/dist/same.js'), 1, 1);
  write('p/dist/same.d.ts', '2');
  write('p/dist/other.js', 'not other');
  utimesSync(join(folder, 'p/dist/other.js'), 2, 2);
  rmSync(join(folder, 'p/dist/gone.js'));
  write('p/dist/deep/new.js', 'new');
  assert.deepEqual(differences(earlier, builtFiles(folder, ['p'], earlier)).sort(), [
    'p/dist/deep/new.js',
    'p/dist/gone.js',
    'p/dist/other.js',
  ]);
});

test('the graph is composed again for what makes it, and for nothing else', () => {
  for (const path of [
    'apps/cases/dist/graphql/cases/case.type.js',
    'libs/shared/platform/dist/graphql/links.js',
    'apps/staffing/dist/graphql/schema.js',
  ])
    assert.equal(touchesGraph([path]), true, path);
  for (const path of ['apps/cases/dist/domain/refusals.js', 'apps/cases/dist/graphql/schema.js.map'])
    assert.equal(touchesGraph([path]), false, path);
});
