/** Keeps one part of the stack running: notes it for later, sees it end, starts it again, stops it in the end. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { forgetProcess, rememberProcess } from '../servers/pid-file.mjs';
import { endProcess, processIdentity } from '../servers/process.mjs';

const restartsInARow = 6;
/** A part that has run this long is well; its next end counts as the first. */
const wellAfterMs = 60_000;
const serviceStopSteps = [
  { signal: 'SIGTERM', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 2_000 },
];

/**
 * @typedef {object} Part
 * @property {string} name for people
 * @property {string} logFile where its words go
 * @property {string} pidFile where it is noted, so that the next start can end it should this one be killed
 * @property {(onSpawn: (child: import('node:child_process').ChildProcess) => void) => Promise<unknown>} launch starts it;
 *   fulfilled when it is ready
 * @property {Parameters<typeof endProcess>[1]} [stopSteps] how to stop it
 */

/**
 * @param {Part} part
 * @param {{ say: (line: string) => void, onGiveUp: () => void, firstPauseMs?: number }} host `firstPauseMs`: how long to wait
 *   before the first restart; each further one waits twice as long
 * @returns {{ name: string, start: () => Promise<void>, restart: () => Promise<void>, isReady: () => boolean, stop: () => Promise<void> }}
 *   `start` is fulfilled when the part is ready for the first time, and rejected when it does not get so far; `restart`
 *   ends it and starts it again, and says so when it does not come up
 */
export function supervise(
  { name, logFile, pidFile, launch, stopSteps = serviceStopSteps },
  { say, onGiveUp, firstPauseMs = 250 },
) {
  let current;
  let stopping = false;
  let ready = false;
  let failures = 0;
  /** Counts what was asked of the part, so that an attempt of before does not go on. */
  let order = 0;

  async function start() {
    const startedAt = performance.now();
    ready = false;
    await launch((child) => {
      if (child.pid === undefined) return;
      current = { pid: child.pid, identity: processIdentity(child.pid) };
      rememberProcess(pidFile, current);
      child.once('exit', (code, signal) => {
        // Before it was ready its end is told by `launch`.
        if (stopping || !ready) return;
        if (performance.now() - startedAt > wellAfterMs) failures = 0;
        void startAgain(`${name} ended (${signal ?? `exit ${code}`})`);
      });
    });
    ready = true;
  }

  async function startAgain(what) {
    const mine = order;
    const isOver = () => stopping || order !== mine;
    failures += 1;
    if (failures > restartsInARow) {
      say(`${what}; that was too often. The last lines of ${logFile}:\n${lastLines(logFile)}`);
      onGiveUp();
      return;
    }
    const waitMs = firstPauseMs * 2 ** (failures - 1);
    say(`${what}; starting it again in ${waitMs} ms`);
    await pause(waitMs);
    if (isOver()) return;
    try {
      await start();
      say(`${name} is ready again`);
    } catch (error) {
      if (!isOver()) await startAgain(`${name} did not start (${error.message.split('\n')[0]})`);
    }
  }

  async function end() {
    if (current !== undefined && !(await endProcess(current, stopSteps))) say(`${name} does not end`);
  }

  return {
    name,
    start,
    async restart() {
      order += 1;
      failures = 0;
      ready = false;
      await end();
      if (stopping) return;
      await start().catch((error) => stopping || say(error.message));
    },
    isReady: () => ready,
    async stop() {
      stopping = true;
      await end();
      forgetProcess(pidFile);
    },
  };
}

/** The end of a log, for a message. */
export function lastLines(file, count = 15) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '(no log)';
  }
}
