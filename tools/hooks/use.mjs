/**
 * Tells git where the hooks of this repository are. Installing runs no scripts here (.npmrc), hence `npm start` and
 * `npm run dev` call this; `npm run prepare` does it alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/paths.mjs';

/**
 * Does nothing where there is no git or no repository, in a linked work tree (its configuration is everybody's), on a
 * build machine, and for whoever has hooks of their own.
 * @param {string} folder top of the checkout
 */
export function useHooks(folder = root) {
  if (process.env.CI || !existsSync(join(folder, '.githooks'))) return;
  const git = (...args) => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  const [top, own, common] = ['--show-toplevel', '--absolute-git-dir', '--git-common-dir'].map((what) =>
    git('rev-parse', '--path-format=absolute', what),
  );
  if (top === undefined || own !== common || git('rev-parse', '--show-prefix') !== '') return;
  if (git('config', 'core.hooksPath') !== undefined || hasOwnHooks(join(own, 'hooks'))) return;
  git('config', 'core.hooksPath', '.githooks');
}

function hasOwnHooks(folder) {
  return existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith('.sample'));
}

if (process.argv[1] === import.meta.filename) useHooks();
