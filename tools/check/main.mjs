/**
 * `npm test [-- <check> …]`: installs what is missing, runs every check (or the named ones), shows one line for each and
 * the words of those that failed, and closes with "N passed, N failed".
 */
import { removeAbandonedRuns } from '../servers/test-runs.mjs';
import { ensureInstalled } from '../stack/install.mjs';
import { stages } from './checks.mjs';
import { endRunningChecks, runCheck } from './run-check.mjs';

/** Checks of a stage that run at the same time; two processors are what a small machine has. */
const atOnce = 2;

const write = (text) => process.stdout.write(text);
const total = { passed: 0, failed: 0, skipped: 0 };
const outcomes = new Map();
const began = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endRunningChecks();
    void removeAbandonedRuns().finally(() => process.exit(1));
  });
}

const chosen = choose(process.argv.slice(2));
if (chosen !== undefined) {
  if (await install()) for (const stage of chosen) await runStage(stage);
  close();
}

/** The named checks in their stages, or all; says so when a name is unknown. */
function choose(names) {
  const all = stages.flat().map(({ name }) => name);
  const unknown = names.filter((wanted) => !all.some((name) => isMeant(name, wanted)));
  if (unknown.length > 0) {
    process.stderr.write(`There is no check "${unknown.join('", "')}". Checks: ${all.join(', ')}.\n`);
    process.exitCode = 2;
    return undefined;
  }
  return stages.map((stage) =>
    stage.filter(({ name }) => names.length === 0 || names.some((wanted) => isMeant(name, wanted))),
  );
}

/** `generated` means every check whose name begins with that word. */
function isMeant(name, wanted) {
  return name === wanted || name.startsWith(`${wanted}-`);
}

async function install() {
  try {
    await ensureInstalled((line) => write(`${line}\n`));
    return true;
  } catch (error) {
    write(`✗ install: ${error.message}\n`);
    total.failed += 1;
    return false;
  }
}

async function runStage(checks) {
  const waiting = [...checks];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await runOne(check);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function runOne(check) {
  const since = performance.now();
  const result =
    outcomes.get(check.needs) === false
      ? { passed: 0, failed: 0, skipped: 1, output: `needs ${check.needs}` }
      : await runCheck(check);
  outcomes.set(check.name, result.failed === 0);
  for (const kind of Object.keys(total)) total[kind] += result[kind];
  const mark = result.failed > 0 ? '✗' : result.passed > 0 ? '✓' : '-';
  const details = check.counts === 'one' ? '' : `  ${summary(result)}`;
  write(`${mark} ${check.name.padEnd(24)}${seconds(since).padStart(8)}${details}\n`);
  if (result.failed > 0) write(`${indent(result.output)}\n`);
}

function close() {
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  // The last line has this form and nothing else: machines read it.
  write(`\nafter ${seconds(began)}${skipped}\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function indent(text) {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}
