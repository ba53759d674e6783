/** One service as a child process: its log, its end, and its return when it ends by itself. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetProcess, rememberProcess } from '../servers/pid-file.mjs';
import { endProcess, processIdentity } from '../servers/process.mjs';
import { inHall, root } from './paths.mjs';

const restartsInARow = 5;
/** A service that has run this long is well; its next end counts as the first. */
const wellAfterMs = 60_000;

/**
 * Starts a service and keeps it running.
 * @param {{ name: string, env: Record<string, string>, say: (line: string) => void, onGiveUp: () => void }} options
 */
export function superviseService({ name, env, say, onGiveUp }) {
  const logFile = inHall('logs', `${name}.log`);
  const pidFile = inHall(`${name}.pid`);
  let child;
  let stopping = false;
  let failures = 0;

  const start = () => {
    const log = openSync(logFile, 'a');
    const startedAt = performance.now();
    child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps', name, 'dist/main.js')], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    rememberProcess(pidFile, { pid: child.pid, identity: processIdentity(child.pid) });
    child.once('exit', (code, signal) => {
      if (stopping) return;
      failures = performance.now() - startedAt > wellAfterMs ? 1 : failures + 1;
      say(`${name} ended (${signal ?? `exit ${code}`})`);
      if (failures > restartsInARow) {
        say(`${name} keeps ending; the last lines of ${logFile}:\n${lastLines(logFile)}`);
        onGiveUp();
        return;
      }
      const waitMs = 250 * 2 ** (failures - 1);
      say(`${name} starts again in ${waitMs} ms`);
      setTimeout(() => !stopping && start(), waitMs);
    });
  };
  start();

  return {
    name,
    logFile,
    async stop() {
      stopping = true;
      await endProcess({ pid: child.pid, identity: processIdentity(child.pid) }, [
        { signal: 'SIGTERM', waitMs: 8_000 },
        { signal: 'SIGKILL', waitMs: 2_000 },
      ]);
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
