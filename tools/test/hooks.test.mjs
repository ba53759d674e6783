/** What is committed is formatted, and only that. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { useHooks } from '../hooks/use.mjs';
import { root } from '../stack/paths.mjs';

const withoutGit = spawnSync('git', ['--version']).status === 0 ? false : 'there is no git on this machine';
const ci = process.env.CI;
let parent;
let folder;

before(() => {
  parent = mkdtempSync(join(tmpdir(), 'service-hall-hooks-'));
  folder = join(parent, 'repository');
  delete process.env.CI;
  mkdirSync(join(folder, 'tools'), { recursive: true });
  for (const part of ['.githooks', 'tools/hooks', '.prettierrc.json', '.prettierignore'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
after(() => {
  if (ci !== undefined) process.env.CI = ci;
  rmSync(parent, { recursive: true, force: true });
});

const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
const tryGit = (...args) => spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
function git(...args) {
  const { status, stdout, stderr } = tryGit(...args);
  assert.equal(status, 0, stderr);
  return stdout;
}
const write = (name, text) => writeFileSync(join(folder, name), text);
const read = (name) => readFileSync(join(folder, name), 'utf8');

test('without a repository nothing is done and nothing fails', () => {
  useHooks(folder);
  assert.equal(existsSync(join(folder, '.git')), false);
});

test('the hooks are used from then on, save where somebody has others', { skip: withoutGit }, () => {
  git('init', '-q');
  git('config', 'core.hooksPath', 'mine');
  useHooks(folder);
  assert.equal(git('config', 'core.hooksPath').trim(), 'mine');
  git('config', '--unset', 'core.hooksPath');
  useHooks(folder);
  assert.equal(git('config', 'core.hooksPath').trim(), '.githooks');
});

test('staged files are formatted, all others are left as they are', { skip: withoutGit }, () => {
  write('.gitignore', 'node_modules\n');
  write('staged.ts', 'export const a  = "1"\n');
  write('ignored.graphql', 'type   A { b: Int }\n');
  write('beside.ts', 'export const b  = "1"\n');
  git('add', '.gitignore', 'staged.ts', 'ignored.graphql');
  git('commit', '-qm', 'one');
  assert.equal(git('show', 'HEAD:staged.ts'), "export const a = '1';\n");
  assert.equal(read('staged.ts'), "export const a = '1';\n");
  assert.equal(git('show', 'HEAD:ignored.graphql'), 'type   A { b: Int }\n');
  assert.equal(read('beside.ts'), 'export const b  = "1"\n');
});

test('of a file of which a part is staged, that part is formatted and the rest stays', { skip: withoutGit }, () => {
  write('staged.ts', 'export const a  = "2"\n');
  git('add', 'staged.ts');
  write('staged.ts', 'export const a  = "2"\nexport const later  = 1\n');
  git('commit', '-qm', 'two');
  assert.equal(git('show', 'HEAD:staged.ts'), "export const a = '2';\n");
  assert.equal(read('staged.ts'), 'export const a  = "2"\nexport const later  = 1\n');
});

test('what cannot be read is not committed', { skip: withoutGit }, () => {
  write('broken.ts', 'export const = ;\n');
  git('add', 'broken.ts');
  const { status, stderr } = tryGit('commit', '-qm', 'three');
  assert.notEqual(status, 0);
  assert.match(stderr, /broken\.ts cannot be formatted/);
});
