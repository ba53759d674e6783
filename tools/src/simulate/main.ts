import { parseArgs } from 'node:util';
import { addDays, hallCalendar, hallCalendarWith, isPlainDate, instantAt, plainDate, yearOfNotice } from '@hall/kernel';
import type { PlainDate } from '@hall/kernel';
import { brokenOf, toLines } from '../audit/report';
import { audit } from '../audit/audit';
import { HallError, runCommand } from '../shared/hall-client';
import { Choices } from './choices';
import { playDay } from './days';
import { Gateway } from './gateway';
import { buildHall } from './hall';
import type { PlayedHall } from './hall';
import type { Memory, Play } from './play';
import { coverageOf, linesOfDay, linesOfRun } from './report';
import { Supergraph } from './schema';
import { Tally } from './tally';
import { TokenSource } from './tokens';

const usage = `usage: npm run simulate -- [--seed N] [--days N] [--windows N] [--from DAY | --until DAY] [--hall CODE] [--partial] [--refusals]
         plays a hall for so many working days, and looks at the end whether everything holds that must
         --until     from so many working days before that day, which is not played any more
         --partial   a mutation that nobody played is no failure: for short runs
         --refusals  also say which mutation was refused with which code`;

const number = (text: string, what: string, least: number, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new HallError(`--${what} is a number from ${least} to ${most}\n${usage}`);
  return value;
};

/** The first of so many working days before a day. */
function daysBefore(until: PlainDate, days: number): PlainDate {
  let day = until;
  for (let left = days; left > 0; left -= Number(hallCalendar.isWorkday(day))) day = addDays(day, -1);
  return day;
}

function optionsOf(args: readonly string[]) {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const options = {
    seed: text('7'),
    days: text('20'),
    windows: text('12'),
    from: text('2026-11-09'),
    until: { type: 'string' },
    hall: text('town'),
    partial: { type: 'boolean', default: false },
    refusals: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { from, until } = values;
  for (const day of [from, until ?? from]) if (!isPlainDate(day)) throw new HallError(`${day} is no day\n${usage}`);
  const days = number(values.days, 'days', 1, 250);
  return {
    seed: number(values.seed, 'seed', 0, 2 ** 31 - 1),
    days,
    windows: number(values.windows, 'windows', 2, 60),
    from: until === undefined ? plainDate(from) : daysBefore(plainDate(until), days),
    until: until === undefined ? undefined : plainDate(until),
    hall: values.hall,
    partial: values.partial,
    refusals: values.refusals,
  };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Where somebody watches, what is being played; it is written over. */
const progress = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`));

/** The days on which the hall is open by what it has published so far. */
async function calendarOf(gateway: Gateway, hall: PlayedHall) {
  const query =
    'query ($code: ID!) { hall(code: $code) { calendarYears { year noticeReference offDays makeUpDays publishedAt } } }';
  const { hall: seen } = (await gateway.see(hall.office, query, { code: hall.code })) as {
    hall: {
      calendarYears: {
        year: number;
        noticeReference: string;
        offDays: PlainDate[];
        makeUpDays: PlainDate[];
        publishedAt: string | null;
      }[];
    };
  };
  const published = seen.calendarYears.filter(({ publishedAt }) => publishedAt !== null);
  return hallCalendarWith(
    published.map(({ year, noticeReference: reference, offDays: off, makeUpDays: makeUp }) =>
      yearOfNotice({ year, reference, off, makeUp }),
    ),
  );
}

async function lateCases(gateway: Gateway, { leader }: PlayedHall): Promise<number> {
  const answer = await gateway.see(leader, '{ cases(first: 100, filter: { overdue: true }) { edges { cursor } } }');
  return (answer['cases'] as { edges: unknown[] } | undefined)?.edges.length ?? 0;
}

runCommand(async () => {
  const options = optionsOf(process.argv.slice(2));
  const began = performance.now();
  const tally = new Tally();
  const supergraph = new Supergraph();
  const address = {
    url: process.env['HALL_URL'] ?? 'http://127.0.0.1:4000/graphql',
    metrics: (
      process.env['HALL_METRICS'] ?? [4001, 4002, 4003].map((port) => `http://127.0.0.1:${port}/metrics`).join(' ')
    ).split(' '),
    logs: process.env['HALL_LOGS'],
  };
  const gateway = new Gateway(address, supergraph, new TokenSource(options.hall), tally);
  const choices = new Choices(options.seed);
  say(`seed ${options.seed}: ${options.days} days from ${options.from}, ${options.windows} windows, at ${address.url}`);
  await gateway.moveClock(instantAt(options.from, '07:00'));
  const hall = await buildHall(gateway, choices, options.hall, options.windows);
  const memory: Memory = {
    matters: new Map(),
    receptions: [],
    referrals: [],
    complaints: [],
    present: new Map(),
    isCalendarChanged: false,
  };
  let day = options.from;
  for (let daysPlayed = 0; daysPlayed < options.days; daysPlayed++) {
    const calendar = await calendarOf(gateway, hall);
    if (daysPlayed > 0 || !calendar.isWorkday(day)) day = calendar.addWorkdays(day, 1);
    if (options.until !== undefined && day >= options.until) break;
    const dayBegan = performance.now();
    tally.startDay();
    const play: Play = { gateway, hall, memory, choices, day, daysPlayed, daysToPlay: options.days, calendar };
    await playDay(play, (at) =>
      progress(`${day} ${at}  day ${daysPlayed + 1} of ${options.days}, ${tally.attempts} attempts`),
    );
    progress('');
    for (const line of linesOfDay(
      day,
      tally.today,
      await lateCases(gateway, hall),
      (performance.now() - dayBegan) / 1000,
    ))
      say(line);
  }
  await gateway.settle();
  const checked = await audit(gateway.now, process.env['HALL_LOGS']);
  const broken = brokenOf(checked);
  for (const line of linesOfRun(supergraph.mutations, tally, options.refusals)) say(line);
  for (const line of toLines(checked, gateway.now, broken)) say(line);
  say(`seed ${options.seed}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const isUncovered = !options.partial && coverageOf(supergraph.mutations, tally).neverDone.length > 0;
  if (tally.faults.length > 0 || isUncovered || broken.length > 0) process.exitCode = 1;
});
