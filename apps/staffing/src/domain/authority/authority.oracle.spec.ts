import fc from 'fast-check';
import { dayNumberOf, minuteOfDay, msAt } from '@hall/kernel';
import { aHistory, rulesOf } from '../../../test/support/histories';
import { planAuthority } from './plan-authority';
import type { PostHistory } from './plan-authority';
import type { HallRules } from './whereabouts';

// The rule read minute by minute from its text, apart from the planner: no borders, no situations, nothing shared with it
// but the calendar and the reading of times.

const minute = 60_000;

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
