/** A real nats-server with JetStream, for the local stack and for tests: found, or unpacked from the Debian package. */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forgetProcess, endRemembered, rememberProcess } from './pid-file.mjs';
import { endProcess, processIdentity, waitUntil } from './process.mjs';

const hallFolder = fileURLToPath(new URL('../../.hall', import.meta.url));
const ownCopy = join(hallFolder, 'bin/nats-server');

/**
 * Finds nats-server on this machine, or unpacks it once from the Debian package into `.hall/bin`.
 * @param {{ say?: (line: string) => void }} [options] where to report progress
 * @returns {string} absolute path of the program
 * @throws when there is none and this system cannot get one by itself; the message says what to install
 */
export function findNatsServer({ say = () => {} } = {}) {
  // System folders for daemons are not on an ordinary user's PATH.
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/bin',
    '/usr/local/sbin',
    '/opt/homebrew/bin',
  ];
  const candidates = [...folders.filter(Boolean).map((folder) => join(folder, 'nats-server')), ownCopy];
  const found = candidates.find(
    (path) => existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  return found ?? unpackDebianPackage(say);
}

function unpackDebianPackage(say) {
  const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  if (!has('apt-get') || !has('dpkg')) {
    const advice =
      process.platform === 'darwin' ? 'brew install nats-server' : 'the package nats-server of your system';
    throw new Error(`nats-server is missing. Install ${advice}, or set NATS_URL to a NATS server with JetStream.`);
  }
  say('nats-server is missing: unpacking the Debian package into .hall/bin');
  mkdirSync(dirname(ownCopy), { recursive: true });
  const work = mkdtempSync(join(hallFolder, 'apt-'));
  try {
    const download = (...options) =>
      spawnSync('apt-get', [...options, 'download', 'nats-server'], { cwd: work, encoding: 'utf8' });
    let result = download();
    if (result.status !== 0) {
      // No usable package lists: fetch them into a folder of our own, which needs no rights and changes no system.
      const own = aptInFolder(work);
      say('fetching the package lists (once)');
      spawnSync('apt-get', [...own, 'update'], { cwd: work, encoding: 'utf8' });
      result = download(...own);
    }
    const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (archive === undefined) {
      throw new Error(
        `The Debian package nats-server could not be fetched. As root: apt-get install nats-server\n${result.stderr}`,
      );
    }
    spawnSync('dpkg', ['-x', archive, 'unpacked'], { cwd: work });
    renameSync(join(work, 'unpacked/usr/sbin/nats-server'), ownCopy);
    return ownCopy;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function aptInFolder(folder) {
  mkdirSync(join(folder, 'lists/partial'), { recursive: true });
  mkdirSync(join(folder, 'cache/archives/partial'), { recursive: true });
  const settings = [`Dir::State::lists=${folder}/lists`, `Dir::Cache=${folder}/cache`, 'Debug::NoLocking=true'];
  return [...settings, ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : [])].flatMap((setting) => [
    '-o',
    setting,
  ]);
}

/**
 * @typedef {object} NatsServer
 * @property {string} url
 * @property {number} port
 * @property {number} pid
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => Promise<void>} stop orderly stop; harder after a deadline
 */

/**
 * Starts nats-server with JetStream on the loopback address. One that a killed start left behind on the same store is
 * stopped first.
 * @param {object} options
 * @param {string} [options.program] path of nats-server
 * @param {string} options.storeFolder where JetStream keeps its streams
 * @param {number} options.port
 * @param {number} [options.monitorPort] HTTP port of its own statistics; none by default
 * @param {string} options.logFile where the server writes
 * @param {(child: import('node:child_process').ChildProcess) => void} [options.onSpawn] told at once, before it is ready
 * @returns {Promise<NatsServer>}
 */
export async function startNats({ program = findNatsServer(), storeFolder, port, monitorPort, logFile, onSpawn }) {
  const pidFile = `${storeFolder}.pid`;
  await endRemembered(pidFile);
  mkdirSync(storeFolder, { recursive: true });
  const args = ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', storeFolder];
  if (monitorPort !== undefined) args.push('--http_port', String(monitorPort));
  const log = openSync(logFile, 'a');
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  onSpawn?.(child);
  const target = { pid: child.pid, identity: processIdentity(child.pid) };
  if (child.pid !== undefined) rememberProcess(pidFile, target);
  let failure;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? code}`));
  await waitUntil(async () => failure !== undefined || (await greets(port)), {
    withinMs: 30_000,
    failure: () => `nats-server is not ready after 30 seconds, see ${logFile}`,
  });
  if (failure !== undefined) {
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-10).join('\n');
    throw new Error(`nats-server did not start: ${failure}\n${tail}`);
  }

  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    child,
    stop: async () => {
      await endProcess(target);
      forgetProcess(pidFile);
    },
  };
}

/** NATS speaks first: its INFO line means that it serves; `jetstream` in it, that the store is open. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const answer = (ready) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('data', (data) => answer(data.includes('"jetstream":true')));
  });
}
