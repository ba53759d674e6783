import * as fc from 'fast-check';
import { extend, pause, resume, statusOf } from '../../test/support/clock';
import { anyGround, anyHistory, evaluateWalked } from '../../test/support/histories';
import { hallCalendar } from '../calendar';
import { plainDateOf } from '../hall-time';
import { toDayNumber } from '../plain-date';
import type { DeadlineExplanation, ExplanationStep } from './explanation';

type Span = Extract<ExplanationStep, { from: string }>;

/** Checks an explanation with nothing but itself; answers what the budget comes to. */
function addUp({ rule, steps }: DeadlineExplanation): number {
  const inHours = rule.unit === 'WORKING_HOUR';
  let budget = inHours ? rule.amount * 60 : rule.amount;
  for (const step of steps) {
    if (step.kind === 'EVENT' && step.event === 'EXTEND') budget += step.amount! * (inHours ? 60 : 1);
    if (step.kind !== 'COUNTED') continue;
    budget -= inHours ? step.minutes! : step.days;
    expect(step.remaining).toBe(budget);
  }
  return budget;
}

describe('A-30 an explanation', () => {
  it('names rule, calendar, days, reasons and events', () => {
    const { explanation } = statusOf({
      amount: 5,
      start: '2025-01-24 10:15',
      events: [pause('2025-02-05 09:00'), resume('2025-02-08 09:00'), extend('2025-02-10 09:00', 3)],
      asOf: '2025-02-12 12:00',
    });
    expect(explanation).toEqual({
      clauses: ['A-30'],
      rule: {
        unit: 'WORKING_DAY',
        amount: 5,
        start: '2025-01-24T10:15:00+08:00',
        sessions: [
          ['08:30', '11:30'],
          ['13:30', '17:00'],
        ],
        counts: 'each working day after the start day whose close passes while the clock is running',
        endsAt: 'the first close of a working day at which nothing remains',
      },
      calendarVersion: hallCalendar.version,
      steps: [
        { kind: 'SKIPPED', reason: 'START_DAY', from: '2025-01-24', to: '2025-01-24', days: 1 },
        { kind: 'SKIPPED', reason: 'WEEKEND', from: '2025-01-25', to: '2025-01-25', days: 1 },
        {
          kind: 'COUNTED',
          reason: 'MAKE_UP_WORKDAY',
          holiday: '春节',
          from: '2025-01-26',
          to: '2025-01-26',
          days: 1,
          remaining: 4,
        },
        { kind: 'COUNTED', reason: 'WORKDAY', from: '2025-01-27', to: '2025-01-27', days: 1, remaining: 3 },
        { kind: 'SKIPPED', reason: 'HOLIDAY', holiday: '春节', from: '2025-01-28', to: '2025-01-31', days: 4 },
        { kind: 'SKIPPED', reason: 'WEEKEND', from: '2025-02-01', to: '2025-02-02', days: 2 },
        { kind: 'SKIPPED', reason: 'HOLIDAY', holiday: '春节', from: '2025-02-03', to: '2025-02-04', days: 2 },
        { kind: 'EVENT', event: 'PAUSE', at: '2025-02-05T09:00:00+08:00', ground: 'HEARING' },
        { kind: 'PASSED_PAUSED', reason: 'HEARING', from: '2025-02-05', to: '2025-02-07', days: 3 },
        { kind: 'EVENT', event: 'RESUME', at: '2025-02-08T09:00:00+08:00' },
        {
          kind: 'COUNTED',
          reason: 'MAKE_UP_WORKDAY',
          holiday: '春节',
          from: '2025-02-08',
          to: '2025-02-08',
          days: 1,
          remaining: 2,
        },
        { kind: 'SKIPPED', reason: 'WEEKEND', from: '2025-02-09', to: '2025-02-09', days: 1 },
        { kind: 'EVENT', event: 'EXTEND', at: '2025-02-10T09:00:00+08:00', amount: 3 },
        { kind: 'COUNTED', reason: 'WORKDAY', from: '2025-02-10', to: '2025-02-11', days: 2, remaining: 3 },
        { kind: 'PROJECTED', at: '2025-02-12T12:00:00+08:00' },
        { kind: 'COUNTED', reason: 'WORKDAY', from: '2025-02-12', to: '2025-02-14', days: 3, remaining: 0 },
        { kind: 'DUE', at: '2025-02-14T17:00:00+08:00' },
      ],
      dueAt: '2025-02-14T17:00:00+08:00',
    });
  });

  it('of hours keeps parts of days apart from whole days', () => {
    const { explanation } = statusOf({ amount: 15, unit: 'WORKING_HOUR', start: '2026-11-23 16:00' });
    expect(explanation.steps.slice(1, -1)).toEqual([
      {
        kind: 'COUNTED',
        reason: 'WORKDAY',
        from: '2026-11-23',
        to: '2026-11-23',
        days: 1,
        minutes: 60,
        remaining: 840,
      },
      {
        kind: 'COUNTED',
        reason: 'WORKDAY',
        from: '2026-11-24',
        to: '2026-11-25',
        days: 2,
        minutes: 780,
        remaining: 60,
      },
      { kind: 'COUNTED', reason: 'WORKDAY', from: '2026-11-26', to: '2026-11-26', days: 1, minutes: 60, remaining: 0 },
    ]);
  });

  it('is a plain value that survives being stored', () => {
    const { explanation } = statusOf({ amount: 5, start: '2026-12-28 10:15' });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  it('adds up by itself, and leaves no day between the start and the due day out', () => {
    fc.assert(
      fc.property(anyHistory, anyGround, (history, ground) => {
        const answer = evaluateWalked(history, ground);
        if (answer.kind !== 'STATUS') return;
        const { explanation } = answer;
        const left = addUp(explanation);
        expect(explanation.steps.filter(({ kind }) => kind === 'EVENT')).toHaveLength(
          history.events.filter(({ at }) => at <= history.asOf).length,
        );
        if (explanation.dueAt === null) return;
        expect(left).toBe(0);
        if (explanation.rule.unit === 'WORKING_HOUR') return;
        const spans = explanation.steps.filter((step): step is Span => 'from' in step);
        for (const [index, { from, to, days }] of spans.entries()) {
          expect(toDayNumber(to) - toDayNumber(from)).toBe(days - 1);
          if (index > 0) expect(toDayNumber(from) - toDayNumber(spans[index - 1]!.to)).toBe(1);
        }
        const close = explanation.rule.sessions.at(-1)![1];
        const due = new Date(new Date(explanation.dueAt).getTime() - (close === '24:00' ? 1 : 0));
        expect(spans.at(-1)!.to).toBe(plainDateOf(due));
      }),
      { numRuns: 5_000 },
    );
  });
});
