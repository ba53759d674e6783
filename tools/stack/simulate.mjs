/**
 * Plays a hall that nobody else uses: `npm run simulate -- --seed 7 --days 20 --windows 12`. Starts the stack with a clock that
 * can be set, has the simulation play on it and the audit look at it, and stops everything; with `--keep`, only when it is told to.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startOwnHall } from './own-hall.mjs';
import { root } from './paths.mjs';

const keep = process.argv.includes('--keep');
const program = join(root, 'tools/dist/simulate/main.js');

/** What the simulation must be told of a hall that {@link startOwnHall} has started. */
function environmentOf({ url, metrics, logs, signing, auditorUrls }) {
  const auditors = Object.entries(auditorUrls).map(([name, address]) => [
    `${name.toUpperCase()}_AUDITOR_DATABASE_URL`,
    address,
  ]);
  return {
    HALL_URL: url,
    HALL_METRICS: metrics.join(' '),
    HALL_LOGS: logs,
    HALL_TOKEN_SIGNING: JSON.stringify(signing),
    ...Object.fromEntries(auditors),
  };
}

/** Has the program play. @returns its exit code */
function play(hall, onSpawn) {
  const env = { ...process.env, ...environmentOf(hall) };
  const child = spawn(process.execPath, [program, ...process.argv.slice(2).filter((arg) => arg !== '--keep')], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  onSpawn(child);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

if (!existsSync(program)) {
  process.stderr.write('The simulation is not built yet: npm run build\n');
  process.exit(1);
}
let playing;
let isOver = false;
const ending = new Promise((end) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      isOver = true;
      playing?.kill(signal);
      end();
    });
  }
});
const hall = await startOwnHall({ root, environment: { HALL_TEST_CLOCK: '1', AUDIT_EVERY_MINUTES: '0' } });
try {
  process.exitCode = isOver ? 1 : await play(hall, (child) => (playing = child));
  if (keep && !isOver) {
    process.stdout.write(`The hall is kept until Ctrl-C: ${hall.url}, ${hall.superuserUrl}, logs in ${hall.logs}\n`);
    const alive = setInterval(() => {}, 60_000);
    await ending;
    clearInterval(alive);
  }
} finally {
  await hall.close();
}
