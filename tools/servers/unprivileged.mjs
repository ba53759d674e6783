/**
 * PostgreSQL refuses to run as root, and rightly. When the caller is root, its programs run as an ordinary account;
 * otherwise they run as the caller.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Where root keeps what ordinary accounts cannot reach in place, because the checkout lies below a private folder
 * (root's home, a `mktemp -d`). Opening somebody's private folder instead would not be ours to do.
 */
const shelter = '/var/lib/service-hall';

/**
 * @typedef {object} Account who runs a server
 * @property {string} name for messages
 * @property {{ uid?: number, gid?: number }} identity for spawn; empty: the caller
 * @property {(path: string) => void} own makes the account the owner of a path
 * @property {(path: string) => boolean} reaches whether the account may enter a folder or read a file
 */

/**
 * Chooses the account: the caller, unless that is root; then the owner of the folder (a checkout used through sudo), or
 * one that every system has.
 * @param {string} folder existing folder which the account should be able to enter
 * @returns {Account}
 */
export function ordinaryAccount(folder) {
  if (process.getuid?.() !== 0) {
    return { name: process.env.USER ?? 'the current user', identity: {}, own: () => {}, reaches: () => true };
  }
  const owner = statSync(folder).uid;
  const candidates = [...(owner === 0 ? [] : [String(owner)]), 'postgres', 'nobody'].map(accountOf).filter(Boolean);
  const account = candidates.find(({ reaches }) => reaches(folder)) ?? candidates[0];
  if (account === undefined)
    throw new Error('PostgreSQL does not run as root, and this system has no account "nobody".');
  return account;
}

function accountOf(name) {
  const id = (flag) =>
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const [uid, gid] = [Number(id('-u')), Number(id('-g'))];
    if (uid === 0) return undefined;
    return {
      name: id('-un'),
      identity: { uid, gid },
      own: (path) => chownSync(path, uid, gid),
      reaches: (path) =>
        spawnSync('/usr/bin/env', ['test', '-r', path, '-o', '-x', path], { uid, gid, cwd: '/' }).status === 0,
    };
  } catch {
    return undefined; // unknown here: initdb insists on an account with a name
  }
}

/**
 * @param {Account} account
 * @param {string} folder folder with programs
 * @param {{ probe: string, version: string }} about a file inside that the account must be able to read, and what tells
 *   these programs from others; all checkouts share one copy of a version
 * @returns {string} the folder, or a copy of it which the account can reach
 */
export function reachablePrograms(account, folder, { probe, version }) {
  if (account.reaches(join(folder, probe))) return folder;
  const copy = join(shelter, `programs-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(shelter, { recursive: true, mode: 0o755 });
    const partial = `${copy}.${process.pid}`;
    cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', partial]);
    renameSync(partial, copy);
  }
  return copy;
}

/**
 * @param {Account} account
 * @param {string} folder wanted data folder; its parent exists
 * @returns {string} the folder, or the one in the shelter that a link in its place leads to
 */
export function reachableDataFolder(account, folder) {
  if (account.reaches(dirname(folder))) return folder;
  const kept = join(shelter, `${basename(folder)}-${shortHash(folder)}`);
  mkdirSync(shelter, { recursive: true, mode: 0o755 });
  if (!existsSync(folder)) {
    // Whoever removed the link meant the data.
    rmSync(kept, { recursive: true, force: true });
    rmSync(folder, { force: true });
    mkdirSync(kept, { mode: 0o700 });
    account.own(kept);
    symlinkSync(kept, folder);
  }
  return kept;
}

/**
 * Removes a data folder wherever it is kept.
 * @param {string} folder the wanted data folder
 */
export function removeDataFolder(folder) {
  if (existsSync(folder)) rmSync(realpathSync(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
