/** Processes and ports: the few things every starter of servers needs to know about them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Says which run of a process a number stands for, so that a number used again by a stranger is never mistaken.
 * @param {number} pid process number
 * @returns {string | undefined} start time as the system tells it; nothing when no such process lives
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (process.platform === 'linux') {
    try {
      // The command name may hold blanks and brackets; the fields that count come after its last bracket.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s/s, '')
        .split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid process number
 * @returns {string} its command line with blanks between the words, empty when unknown
 */
export function commandLine(pid) {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * Ends one process: each signal in turn, waiting after each. A process that is not the one meant is left alone.
 * @param {{ pid: number, identity: string | undefined }} target the process and the identity noted when it was started
 * @param {{ signal: NodeJS.Signals, waitMs: number }[]} steps
 * @returns {Promise<boolean>} whether it is gone
 */
export async function endProcess(
  target,
  steps = [
    { signal: 'SIGTERM', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ],
) {
  const alive = () => target.identity !== undefined && processIdentity(target.pid) === target.identity;
  for (const { signal, waitMs } of steps) {
    if (!alive()) return true;
    try {
      process.kill(target.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    for (const deadline = performance.now() + waitMs; alive() && performance.now() < deadline;) await pause(25);
  }
  return !alive();
}

/** @returns {Promise<number>} a TCP port of the loopback address that is free at this moment */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until a condition holds.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {{ withinMs: number, everyMs?: number, failure: () => string }} limits how long, and what to say when it never does
 */
export async function waitUntil(condition, { withinMs, everyMs = 25, failure }) {
  for (const deadline = performance.now() + withinMs; ;) {
    if (await condition()) return;
    if (performance.now() > deadline) throw new Error(failure());
    await pause(everyMs);
  }
}
