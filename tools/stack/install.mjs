/** Brings dependencies and build up to date; everything else needs both. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** npm writes this file last, so an interrupted install is seen as one that has not been done. */
const installed = join(root, 'node_modules/.package-lock.json');
const wanted = join(root, 'package-lock.json');

/**
 * Installs the locked dependencies when they are missing or older than the lock file.
 * @param {(line: string) => void} say where to report progress
 */
export function ensureInstalled(say) {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  say('installing dependencies (once, a minute or two) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
}

/**
 * Compiles what has changed.
 * @param {(line: string) => void} say where to report progress
 */
export function build(say) {
  say('building …');
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
}

function run(program, args) {
  // Below `npm --silent` npm would not even say why it fails.
  const env = { ...process.env, npm_config_loglevel: 'notice' };
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${status}`);
}
