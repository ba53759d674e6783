/** One of our own services as a process: started, and ready when it says so itself. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../servers/process.mjs';
import { root } from './paths.mjs';
import { lastLines } from './supervise.mjs';

const readyWithinMs = 60_000;

/**
 * @param {{ name: string, port: number, env: Record<string, string>, logFile: string, inspectPort?: number }} service
 * @param {(child: import('node:child_process').ChildProcess) => void} onSpawn
 * @returns {Promise<void>} fulfilled when /health/ready says yes; rejected with the end of its log when it ends before
 */
export async function launchService({ name, port, env, logFile, inspectPort }, onSpawn) {
  const log = openSync(logFile, 'a');
  const inspect = inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${inspectPort}`];
  const program = join(root, 'apps', name, 'dist/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', ...inspect, program], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', log, log],
    // In a session of its own: Ctrl-C reaches the supervisor alone, which stops everything in order.
    detached: true,
  });
  closeSync(log);
  onSpawn(child);
  let ended;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended ??= `${signal ?? `exit ${code}`}`));
  await waitUntil(async () => ended !== undefined || (await isReady(port)), {
    withinMs: readyWithinMs,
    everyMs: 50,
    failure: () => `${name} is not ready after a minute; the last lines of ${logFile}:\n${lastLines(logFile)}`,
  });
  if (ended !== undefined) throw new Error(`${name} did not start: ${ended}\n${lastLines(logFile)}`);
}

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}
