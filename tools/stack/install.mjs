/** Brings dependencies and build up to date; everything else needs both. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** npm writes this file last, so an interrupted install is seen as one that has not been done. */
const installed = join(root, 'node_modules/.package-lock.json');
const wanted = join(root, 'package-lock.json');
const stillThereEveryMs = 15_000;

/** @throws when this Node is too old for the project, before anything obscure happens */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or later is needed; this is ${process.version}.`);
  }
}

/**
 * Installs the locked dependencies when they are missing or older than the lock file.
 * @param {(line: string) => void} say where to report progress
 */
export async function ensureInstalled(say) {
  requireNode();
  if (isUpToDate()) return;
  say('installing dependencies (once, a minute or two) …');
  const stillThere = setInterval(() => say('… still installing'), stillThereEveryMs);
  try {
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  } finally {
    clearInterval(stillThere);
  }
}

function isUpToDate() {
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
  // A new date alone (another branch and back) is no reason to install again.
  const [have, want] = [installed, wanted].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages);
  const differs = ([path, { version, optional }]) => path !== '' && !optional && have[path]?.version !== version;
  return !Object.entries(want).some(differs);
}

/**
 * Compiles what has changed.
 * @param {(line: string) => void} say where to report progress
 */
export async function build(say) {
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', '--verbose'], (line) => {
    const [, project] = /Building project '.*?((?:apps|libs|tools)(?:\/[\w-]+)*)\/tsconfig\.json'/.exec(line) ?? [];
    if (project !== undefined) say(`building ${project} …`);
  });
}

/** Runs a program to its end; what it says is shown only when it fails. */
export function run(program, args, onLine = () => {}) {
  return new Promise((resolve, reject) => {
    // Below `npm --silent` npm would not even say why it fails.
    const env = { ...process.env, npm_config_loglevel: 'notice' };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        for (const line of chunk.split('\n')) onLine(line);
      });
    }
    child.once('error', reject).once('close', (code, signal) => {
      process.off('exit', endWithUs);
      if (code === 0) resolve();
      else reject(new Error(`${[program, ...args].join(' ')} ended with ${signal ?? code}\n${output.trim()}`));
    });
  });
}
