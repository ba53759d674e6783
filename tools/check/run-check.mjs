/** Runs one check to its end and tells how it went. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../stack/paths.mjs';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} output everything the check said
 */

const env = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  APOLLO_TELEMETRY_DISABLED: 'true',
  // What is captured is read as text.
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
};
const running = new Set();
/** No check takes so long on two cores; one that waits for something that never comes is a failure that says so. */
const patienceMs = 15 * 60_000;

/** Ends the checks that are running, with all their processes. */
export function endRunningChecks() {
  for (const { pid } of running) process.kill(-pid, 'SIGTERM');
}

/**
 * @param {import('./checks.mjs').stages[0][0]} check
 * @returns {Promise<Result>}
 */
export async function runCheck({ command, counts }) {
  const folder = mkdtempSync(join(tmpdir(), 'service-hall-check-'));
  try {
    const report = join(folder, 'jest.json');
    const { code, output } = await run(counts === 'jest' ? [...command, '--json', `--outputFile=${report}`] : command);
    const counted = {
      one: undefined,
      jest: () => readJest(report),
      line: () => readLine(output),
      tap: () => readTap(output),
    }[counts]?.();
    const result = counted ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
    // A verdict that its numbers do not explain still counts.
    if (code !== 0 && result.failed === 0) result.failed = 1;
    return { ...result, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command) {
  return new Promise((resolve) => {
    // A group of its own, so that it can be ended with everything it has started.
    const child = spawn(process.execPath, command, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const read = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    running.add(child);
    const impatience = setTimeout(() => {
      output += `\nnot finished within ${patienceMs / 60_000} minutes`;
      process.kill(-child.pid, 'SIGKILL');
    }, patienceMs);
    child.once('error', (error) => {
      clearTimeout(impatience);
      resolve({ code: 1, output: error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(impatience);
      running.delete(child);
      resolve({ code: code ?? 1, output: signal === null ? output : `${output}\nended by ${signal}` });
    });
  });
}

/** Tests count one by one; a file that could not even be loaded counts as one failure. */
function readJest(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return undefined; // Jest ended before it could report; its exit code speaks
  }
}

function readLine(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

function readTap(output) {
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}
