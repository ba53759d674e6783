import fc from 'fast-check';
import { dayNumberOf, minuteOfDay, msAt, plainDate, toDayNumber } from '@hall/kernel';
import { presenceActs } from '../authority/whereabouts';
import { marksOfDay } from './marks';
import type { MarkRules, SessionMark } from './marks';
import type { DayFacts, Excuse } from './day-facts';

// The rule read minute by minute from its text (docs/marks.md), apart from its implementation: no spans, nothing shared with
// it but the reading of times.

const day = toDayNumber(plainDate('2025-03-03'));
const minute = (at: number): number => msAt(day, at);
const plans = [
  [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  [
    ['08:30', '11:30'],
    ['11:35', '12:00'],
    ['12:00', '12:40'],
  ],
] as const;

/** The facts in minutes of the day. */
interface Told {
  readonly sessions: readonly (readonly [number, number])[];
  readonly acts: readonly { kind: (typeof presenceActs)[number]; at: number; undone: boolean }[];
  readonly excuses: readonly {
    from: number;
    to: number;
    kind: Excuse['kind'];
    ended: number | null;
    cancelled: boolean;
  }[];
  readonly work: readonly number[];
}

const goingFirst = ['REPORT_ABSENCE', 'CHECK_OUT', 'LEAVE_POST', 'RETURN', 'CHECK_IN'];

/** Where the person was in every minute. */
function whereabouts({ acts }: Told): string[] {
  const states: string[] = [];
  let state = 'NONE';
  for (let at = 0; at < 1440; at++) {
    for (const kind of goingFirst) {
      if (!acts.some((act) => act.at === at && act.kind === kind && !act.undone)) continue;
      if (kind === 'REPORT_ABSENCE') state = 'REPORTED';
      if (kind === 'CHECK_OUT' && (state === 'IN' || state === 'LEFT')) state = 'OUT';
      if (kind === 'LEAVE_POST' && state === 'IN') state = 'LEFT';
      if (kind === 'RETURN' && state === 'LEFT') state = 'IN';
      if (kind === 'CHECK_IN') state = 'IN';
    }
    states.push(state);
  }
  return states;
}

/** The mark of each session and what it was worth, in one word. */
function walk(told: Told, rules: MarkRules, asOf: number): string[] {
  const states = whereabouts(told);
  const isExcused = (at: number): boolean =>
    told.excuses.some(
      ({ from, to, ended, cancelled }) => !cancelled && from <= at && at < to && (ended === null || at < ended),
    );
  return told.sessions.map(([from, to], index) => {
    if (asOf < to) return 'none yet';
    const faults = new Set<string>();
    let [duty, worked, forgotten, missed, hasWork] = [0, 0, 0, 0, false];
    let isBefore = true;
    let isInTime = true;
    const settle = (isEnd: boolean): void => {
      if (missed > 0 && hasWork) {
        forgotten++;
        if (isBefore) isInTime = false;
      } else if (missed > 0) {
        if (isBefore && isEnd) faults.add('ABSENT');
        else if (isEnd) faults.add('LEFT_EARLY');
        else if (isBefore && missed >= rules.absentFromMinutes) faults.add('ABSENT');
        else if (isBefore && missed > rules.graceMinutes) faults.add('LATE');
        else if (!isBefore && missed > rules.shortAbsenceMinutes) faults.add('LEFT_POST');
        if (isBefore && faults.size > 0) isInTime = false;
      }
      [missed, hasWork] = [0, false];
    };
    for (let at = from; at < to; at++) {
      if (isExcused(at)) continue;
      duty++;
      if (states[at] === 'IN') {
        settle(false);
        isBefore = false;
        worked++;
      } else {
        missed++;
        if (told.work.includes(at)) hasWork = true;
      }
    }
    settle(true);
    const isPrepared = index === 0 || rules.preparation === 'EVERY_SESSION';
    if (isPrepared && isInTime && !isExcused(from)) {
      const ready = Math.max(from - rules.arriveBeforeOpeningMinutes, told.sessions[index - 1]?.[1] ?? 0);
      for (let at = ready; at < from && states[at] !== 'IN'; at++) if (!isExcused(at)) faults.add('PREPARATION_LATE');
    }
    const order = ['ABSENT', 'LEFT_POST', 'LEFT_EARLY', 'LATE', 'PREPARATION_LATE'];
    const mark = order.find((each) => faults.has(each)) ?? (duty === 0 ? 'EXCUSED' : 'ON_TIME');
    return `${mark} ${worked}/${duty} forgotten ${forgotten} ${order.filter((each) => faults.has(each)).join()}`;
  });
}

const inWords = (sessions: readonly SessionMark[]): string[] =>
  sessions.map(({ mark, why }) => {
    if (why === null) return mark === null ? 'none yet' : 'no reasons';
    const faults = [...new Set(why.faults.map((fault) => fault.mark))].join();
    return `${mark} ${why.workedMinutes}/${why.dutyMinutes} forgotten ${why.missingPunches.length} ${faults}`;
  });

/** Minutes near the borders that matter, and others. */
const someMinute = fc.oneof(
  fc.constantFrom(490, 499, 500, 501, 509, 510, 511, 539, 540, 541, 600, 629, 630, 631, 689, 690, 691, 695),
  fc.constantFrom(719, 720, 721, 799, 800, 801, 809, 810, 811, 839, 840, 1019, 1020),
  fc.integer({ min: 400, max: 1100 }),
);
const aDay = fc.record({
  sessions: fc
    .constantFrom(...plans)
    .map((plan) => plan.map(([from, to]) => [minuteOfDay(from), minuteOfDay(to)] as const)),
  acts: fc.array(
    fc.record({ kind: fc.constantFrom(...presenceActs), at: someMinute, undone: fc.nat(4).map((n) => n === 0) }),
    { maxLength: 8 },
  ),
  excuses: fc.array(
    fc.record({
      kind: fc.constantFrom('LEAVE' as const, 'OUTING' as const),
      from: someMinute,
      long: fc.oneof(fc.nat(40), fc.nat(400)),
      ended: fc.option(someMinute, { freq: 3 }),
      cancelled: fc.nat(4).map((n) => n === 0),
    }),
    { maxLength: 3 },
  ),
  work: fc.array(someMinute, { maxLength: 2 }),
});
const someRules = fc.record({
  preparation: fc.constantFrom('FIRST_SESSION' as const, 'EVERY_SESSION' as const),
  arriveBeforeOpeningMinutes: fc.constantFrom(0, 10, 40),
  graceMinutes: fc.constantFrom(0, 0, 5),
  absentFromMinutes: fc.constantFrom(15, 30),
  shortAbsenceMinutes: fc.constantFrom(0, 10, 30),
});

const tell = ({ excuses, ...told }: typeof aDay extends fc.Arbitrary<infer T> ? T : never): Told => ({
  ...told,
  excuses: excuses.map(({ long, from, ...excuse }) => ({ ...excuse, from, to: from + long })),
});
/** Seconds are cut, so they are added where they change nothing. */
const factsOf = ({ sessions, acts, excuses, work }: Told): DayFacts => ({
  sessions: sessions.map(([from, to]) => ({ from: minute(from), to: minute(to) })),
  acts: acts.map(({ kind, at, undone }, index) => ({ id: `a${index}`, kind, at: minute(at), isUndone: undone })),
  excuses: excuses.map(({ kind, from, to, ended, cancelled }, index) => ({
    ...{ id: `x${index}`, kind, from: minute(from), to: minute(to), isCancelled: cancelled },
    endedAt: ended === null ? null : minute(ended) + 59_000,
  })),
  work: work.map((at, index) => ({ id: `w${index}`, at: minute(at) + 30_000 })),
});

const runs = Number(process.env['HALL_MARKS_RUNS'] ?? 1000);

test(
  `S1.3a S1.5a A-04 the marks agree with a walk of every minute on ${runs} random days`,
  () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(aDay, someRules, fc.constantFrom(689, 690, 1020, 1440), (said, rules, asOf) => {
        const told = tell(said);
        const walked = walk(told, rules, asOf);
        expect(inWords(marksOfDay(factsOf(told), rules, minute(asOf)))).toEqual(walked);
        for (const word of walked) seen.add(word.split(' ')[0]!).add(/forgotten [1-9]/.exec(word)?.[0] ?? 'none');
      }),
      { numRuns: runs },
    );
    // A comparison that never meets an answer proves nothing about it.
    const marks = ['ABSENT', 'EXCUSED', 'LATE', 'LEFT_EARLY', 'LEFT_POST', 'ON_TIME', 'PREPARATION_LATE'];
    expect([...seen]).toEqual(expect.arrayContaining([...marks, 'none', 'forgotten 1']));
  },
  60_000 + runs * 20,
);

test('S1.5a the same facts in any order of arrival give the same marks and reasons', () => {
  fc.assert(
    fc.property(aDay, someRules, fc.infiniteStream(fc.nat()), (said, rules, numbers) => {
      const facts = factsOf(tell(said));
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((each) => ({ each, rank: numbers.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ each }) => each);
      const { sessions, acts, excuses, work } = facts;
      const other = { sessions, acts: shuffled(acts), excuses: shuffled(excuses), work: shuffled(work) };
      expect(marksOfDay(other, rules, minute(1440))).toEqual(marksOfDay(facts, rules, minute(1440)));
    }),
  );
});

test('A-04 a leave that is cancelled or undone acts leave no trace, and one that is shortened is a shorter one', () => {
  fc.assert(
    fc.property(aDay, someRules, someMinute, fc.nat(400), (said, rules, from, long) => {
      const facts = factsOf(tell(said));
      const marks = (excuses: readonly Excuse[]) => marksOfDay({ ...facts, excuses }, rules, minute(1440));
      const leave = { id: 'l', kind: 'LEAVE', from: minute(from), to: minute(from + long) } as const;
      const others = facts.excuses;
      expect(marks([...others, { ...leave, isCancelled: true }])).toEqual(marks(others));
      const half = minute(from + Math.floor(long / 2));
      expect(marks([{ ...leave, endedAt: half }, ...others])).toEqual(marks([...others, { ...leave, to: half }]));
      const kept = facts.acts.filter(({ isUndone }) => isUndone !== true);
      expect(marksOfDay({ ...facts, acts: kept }, rules, minute(1440))).toEqual(marks(others));
    }),
  );
});

test('S1.5a a session is marked when it is over, and what comes later changes nothing of it', () => {
  fc.assert(
    fc.property(aDay, someRules, fc.integer({ min: 400, max: 1100 }), (said, rules, asOf) => {
      const told = tell(said);
      const now = marksOfDay(factsOf(told), rules, minute(asOf));
      const known = {
        ...told,
        acts: told.acts.filter(({ at }) => at < asOf),
        work: told.work.filter((at) => at < asOf),
      };
      expect(now.map(({ mark }) => mark !== null)).toEqual(told.sessions.map(([, to]) => to <= asOf));
      const before = marksOfDay(factsOf(known), rules, minute(asOf));
      expect(inWords(before)).toEqual(inWords(now));
      expect(dayNumberOf(now[0]!.from)).toBe(day);
    }),
  );
});
