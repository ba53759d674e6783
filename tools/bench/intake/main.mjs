/**
 * Applications through the gateway, as many as sixteen people at windows can hand in: how many a second, and what one
 * costs each process. With `--against <folder>` beside another checkout, built there beforehand, in alternating rounds.
 */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { usage } from '../gateway/processes.mjs';
import { startHall } from './hall.mjs';
import { prepareIntake } from './intake.mjs';

const CLIENTS = 16;
const FULL = { rounds: 5, warmUp: 8, seconds: 6 };
const QUICK = { rounds: 1, warmUp: 3, seconds: 3 };
const COUNTED = 20;
const PROCESSES = ['gateway', 'cases', 'complaints', 'postgres', 'nats'];
const say = (line = '') => process.stdout.write(`${line}\n`);

export async function main(args) {
  const options = { quick: { type: 'boolean' }, seconds: { type: 'string' }, against: { type: 'string' } };
  const { values } = parseArgs({ args, options });
  const plan = { ...(values.quick ? QUICK : FULL), ...(values.seconds && { seconds: Number(values.seconds) }) };
  if (!(plan.seconds > 0 && plan.seconds <= 60)) throw new Error('--seconds is a number from 1 to 60');
  const checkouts = { ours: resolve(import.meta.dirname, '../../..') };
  if (values.against) checkouts.theirs = resolve(values.against);
  const contestants = [];
  try {
    for (const [name, root] of Object.entries(checkouts)) {
      const hall = await startHall(root);
      const contestant = { name, hall, rounds: [] };
      contestants.push(contestant);
      contestant.intake = await prepareIntake(hall, CLIENTS);
      await handIn(contestant, plan.warmUp);
    }
    for (let round = 0; round < plan.rounds; round++) {
      const order = round % 2 === 0 ? contestants : [...contestants].reverse();
      for (const contestant of order) contestant.rounds.push(await measure(contestant, plan.seconds));
    }
    for (const contestant of contestants) contestant.statements = await countStatements(contestant);
    report(contestants, plan);
  } finally {
    for (const { hall, intake } of contestants.reverse()) {
      await intake?.close();
      await hall.close();
    }
  }
}

/** Hands in for so many seconds. @returns how many were handed in */
async function handIn({ intake }, seconds) {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  const client = async () => {
    for (; performance.now() < end; count++) await intake.submit();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return count;
}

async function measure(contestant, seconds) {
  const cpu = () => Object.fromEntries(PROCESSES.map((name) => [name, usage(contestant.hall.pids[name])?.cpuMs]));
  const [before, start] = [cpu(), performance.now()];
  const count = await handIn(contestant, seconds);
  const [after, elapsed] = [cpu(), performance.now() - start];
  const each = PROCESSES.map((name) => [name, (after[name] - before[name]) / count]);
  return { perSecond: (count * 1000) / elapsed, ...Object.fromEntries(each) };
}

async function countStatements({ hall, intake }) {
  const statements = await hall.statementsDuring(async () => {
    for (let n = 0; n < COUNTED; n++) await intake.submit();
  });
  return statements.length / COUNTED;
}

function report(contestants, { rounds, seconds, warmUp }) {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  say(`# Applications through the gateway, ${CLIENTS} clients\n`);
  say(
    `${machine}; Node ${process.versions.node}; PostgreSQL does not wait for the disk; the load runs on the same cores.`,
  );
  say(
    `${rounds} alternating rounds of ${seconds} s after ${warmUp} s; medians; processor time in ms per application.\n`,
  );
  say(`| checkout | applications/s | ${PROCESSES.join(' | ')} | statements of cases |`);
  say(`| --- | ${'---: | '.repeat(PROCESSES.length + 2)}`.trimEnd());
  for (const contestant of contestants) {
    const cells = PROCESSES.map((name) => median(contestant, name).toFixed(2));
    const rate = median(contestant, 'perSecond').toFixed(0);
    say(`| ${contestant.name} | ${rate} | ${cells.join(' | ')} | ${contestant.statements.toFixed(1)} |`);
  }
  if (contestants.length < 2) return;
  const ratio = (name) => median(contestants[0], name) / median(contestants[1], name);
  say(`| ours / theirs | ${['perSecond', ...PROCESSES].map((name) => ratio(name).toFixed(2)).join(' | ')} | |`);
}

function median({ rounds }, figure) {
  const values = rounds.map((round) => round[figure]).sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) / 2)];
}
