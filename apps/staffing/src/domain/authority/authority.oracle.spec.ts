import fc from 'fast-check';
import { dayNumberOf, hallCalendar, minuteOfDay, msAt, OpeningHours, plainDate, toDayNumber } from '@hall/kernel';
import { planAuthority } from './plan-authority';
import type { Assignment, LeaveSpan, PostHistory, StaffAct } from './plan-authority';
import { presenceActs } from './whereabouts';
import type { HallRules } from './whereabouts';

// The rule read minute by minute from its text, apart from the planner: no borders, no situations, nothing shared with it
// but the calendar and the reading of times.

const minute = 60_000;
const people = ['A', 'B', 'C', 'D'] as const;

interface Known {
  state: 'NONE' | 'IN' | 'OUT' | 'LEFT' | 'REPORTED';
  since: number;
}

/** Walks every minute and returns one word for each. */
function minuteWalk(history: PostHistory, rules: HallRules, from: number, to: number): string[] {
  const { sessions } = rules.hours;
  const answers: string[] = [];
  const known = new Map<string, Known>();
  let actingBefore: string | null = null;
  let next = 0;
  for (let at = from; at < to; at += minute) {
    const today = dayNumberOf(at);
    const clock = (at - msAt(today, 0)) / minute;
    if (clock === 0) {
      known.clear();
    }
    for (; history.acts[next]?.at === at; next++) {
      const act = history.acts[next]!;
      const now: Known = known.get(act.staffId) ?? { state: 'NONE', since: -Infinity };
      if (act.kind === 'CHECK_IN' && now.state !== 'IN') known.set(act.staffId, { state: 'IN', since: at });
      if (act.kind === 'CHECK_OUT' && ['IN', 'LEFT'].includes(now.state))
        known.set(act.staffId, { state: 'OUT', since: at });
      if (act.kind === 'LEAVE_POST' && now.state === 'IN') known.set(act.staffId, { state: 'LEFT', since: at });
      if (act.kind === 'RETURN' && now.state === 'LEFT') known.set(act.staffId, { state: 'IN', since: at });
      if (act.kind === 'REPORT_ABSENCE') known.set(act.staffId, { state: 'REPORTED', since: at });
    }
    const dayIsOver = clock >= minuteOfDay(sessions.at(-1)!.to) + rules.overtimeMinutes;
    const session = rules.calendar.isWorkdayAtDay(today)
      ? sessions.find((each) => minuteOfDay(each.from) <= clock && clock < minuteOfDay(each.to))
      : undefined;
    const began = session === undefined ? null : msAt(today, minuteOfDay(session.from));
    const presence = (person: string): 'PRESENT' | 'AWAY' | 'AWAITED' | 'OFF' => {
      const { state, since } = known.get(person) ?? { state: 'NONE', since: -Infinity };
      if (history.leaves.some((l) => l.staffId === person && l.from <= at && (l.to === null || at < l.to)))
        return 'AWAY';
      if (!dayIsOver && state === 'IN') return 'PRESENT';
      if (!dayIsOver && state === 'REPORTED') return 'AWAY';
      if (began !== null) {
        if (state === 'LEFT' || (state === 'OUT' && since >= began)) return 'AWAY';
        return (at - began) / minute < rules.graceMinutes ? 'AWAITED' : 'AWAY';
      }
      return 'OFF';
    };
    const seated = (role: string) =>
      history.assignments
        .filter((each) => each.role === role && each.from <= at && (each.to === null || at < each.to))
        .map(({ staffId }) => staffId);
    const [lead] = seated('LEAD');
    const others = [...seated('DEPUTY').slice(0, 1), ...seated('TEMPORARY')];
    const there = others.find((person) => presence(person) === 'PRESENT');
    const leadIs = lead === undefined ? 'NO_LEAD' : presence(lead);
    const goesOn = actingBefore !== null && others.includes(actingBefore) && presence(actingBefore) === 'PRESENT';
    let answer: string;
    if (leadIs === 'PRESENT') answer = `LEAD ${lead}`;
    else if (there !== undefined && (leadIs === 'AWAY' || leadIs === 'NO_LEAD' || goesOn)) {
      answer = `${seated('DEPUTY')[0] === there ? 'DEPUTY' : 'TEMPORARY'} ${there} for ${lead ?? '-'}`;
    } else if ((leadIs === 'AWAY' || leadIs === 'NO_LEAD') && began !== null) answer = 'VACANT';
    else if (leadIs === 'AWAITED') answer = 'AWAITED';
    else answer = 'UNSTAFFED';
    answers.push(answer);
    actingBefore = answer.startsWith('DEPUTY') || answer.startsWith('TEMPORARY') ? there! : null;
  }
  return answers;
}

/** The planner's answer in the same words, a minute each. */
function planned(history: PostHistory, rules: HallRules, from: number, to: number): string[] {
  return planAuthority(history, rules, from, to).flatMap(({ authority, ...span }) => {
    const minutes = (span.to - span.from) / minute;
    const word =
      authority.state === 'HELD'
        ? authority.holder.role === 'LEAD'
          ? `LEAD ${authority.holder.staffId}`
          : `${authority.holder.role} ${authority.holder.staffId} for ${authority.holder.actingForId ?? '-'}`
        : authority.state;
    return Array.from({ length: minutes }, () => word);
  });
}

// Made apart from the histories, or a counterexample would print the whole calendar.
const rulesOf = (graceMinutes: number, overtimeMinutes: number): HallRules => ({
  hours: OpeningHours.of([
    { from: '08:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ])!,
  calendar: hallCalendar,
  graceMinutes,
  overtimeMinutes,
});

/** Days around a holiday with a worked Saturday and a weekend, so that days off and make-up days occur. */
const firstDays = ['2025-01-24', '2025-03-03', '2025-09-26', '2025-10-10'].map((date) => toDayNumber(plainDate(date)));
const dayCount = 3;

/** Instants near the borders that matter, and others. */
const someMinute = fc.oneof(
  fc.constantFrom(
    0,
    500,
    509,
    510,
    511,
    514,
    515,
    516,
    600,
    689,
    690,
    691,
    809,
    810,
    815,
    1019,
    1020,
    1021,
    1139,
    1140,
    1141,
  ),
  fc.integer({ min: 0, max: 1439 }),
);

const aHistory = fc
  .record({
    first: fc.constantFrom(...firstDays),
    grace: fc.constantFrom(0, 5, 30, 200),
    overtime: fc.constantFrom(0, 120, 500),
    acts: fc.array(
      fc.record({
        staffId: fc.constantFrom(...people),
        kind: fc.constantFrom(...presenceActs),
        day: fc.nat({ max: dayCount - 1 }),
        minute: someMinute,
      }),
      { maxLength: 24 },
    ),
    leaves: fc.array(
      fc.record({
        staffId: fc.constantFrom(...people),
        day: fc.nat({ max: dayCount - 1 }),
        minute: someMinute,
        long: fc.nat({ max: 2000 }),
        open: fc.nat({ max: 9 }),
      }),
      { maxLength: 3 },
    ),
    lead: fc.option(fc.record({ until: fc.option(fc.tuple(fc.nat({ max: 2 }), someMinute)), next: fc.boolean() })),
    deputy: fc.boolean(),
    temporaries: fc.array(
      fc.record({ staffId: fc.constantFrom('C' as const, 'D' as const), day: fc.nat({ max: 2 }), minute: someMinute }),
      { maxLength: 2 },
    ),
  })
  .map(({ first, grace, overtime, ...said }) => {
    const instant = (day: number, at: number): number => msAt(first + day, at);
    const begin = instant(-10, 0);
    const assignments: Assignment[] = [];
    if (said.lead !== null) {
      const until = said.lead.until === null ? null : instant(...said.lead.until);
      assignments.push({ role: 'LEAD', staffId: 'A', from: begin, to: until });
      if (until !== null && said.lead.next) assignments.push({ role: 'LEAD', staffId: 'D', from: until, to: null });
    }
    if (said.deputy) assignments.push({ role: 'DEPUTY', staffId: 'B', from: begin, to: null });
    for (const { staffId, day, minute: at } of said.temporaries) {
      if (assignments.some((each) => each.staffId === staffId)) continue;
      assignments.push({ role: 'TEMPORARY', staffId, from: instant(day, at), to: null });
    }
    const leaves: LeaveSpan[] = said.leaves.map(({ staffId, day, minute: at, long, open }) => ({
      staffId,
      from: instant(day, at),
      to: open === 0 ? null : instant(day, at) + long * minute,
    }));
    const acts: StaffAct[] = said.acts
      .map(({ staffId, kind, day, minute: at }) => ({ staffId, kind, at: instant(day, at) }))
      .sort((a, b) => a.at - b.at);
    return { history: { assignments, leaves, acts }, grace, overtime, from: instant(0, 0), to: instant(dayCount, 0) };
  });

/** How many histories of three days are compared; raise it for a longer search. */
const runs = Number(process.env['HALL_AUTHORITY_RUNS'] ?? 400);

test(
  `S5.1c S5.2a A-20 the planner agrees with a walk of every minute on ${runs} random histories`,
  () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(aHistory, ({ history, grace, overtime, from, to }) => {
        const rules = rulesOf(grace, overtime);
        const [answer, walked] = [planned(history, rules, from, to), minuteWalk(history, rules, from, to)];
        const differs = walked.findIndex((word, index) => word !== answer[index]);
        expect([differs, answer[differs], answer.length]).toEqual([-1, undefined, walked.length]);
        for (const word of new Set(walked)) seen.add(word.split(' ')[0]!);
      }),
      { numRuns: runs },
    );
    // A comparison that never meets an answer proves nothing about it.
    expect([...seen].sort()).toEqual(['AWAITED', 'DEPUTY', 'LEAD', 'TEMPORARY', 'UNSTAFFED', 'VACANT']);
  },
  60_000 + runs * 20,
);

test('S5.1c the intervals follow one another without gaps, and neighbours differ', () => {
  fc.assert(
    fc.property(aHistory, ({ history, grace, overtime, from, to }) => {
      const rules = rulesOf(grace, overtime);
      const intervals = planAuthority(history, rules, from, to);
      expect(intervals[0]!.from).toBe(from);
      expect(intervals.at(-1)!.to).toBe(to);
      for (const [index, { from: begins, to: ends, authority }] of intervals.entries()) {
        expect(ends).toBeGreaterThan(begins);
        const next = intervals[index + 1];
        if (next === undefined) continue;
        expect(next.from).toBe(ends);
        expect(JSON.stringify([next.authority.state, 'holder' in next.authority && next.authority.holder])).not.toBe(
          JSON.stringify([authority.state, 'holder' in authority && authority.holder]),
        );
      }
    }),
  );
});
