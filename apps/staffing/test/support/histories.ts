import fc from 'fast-check';
import { hallCalendar, msAt, OpeningHours, plainDate, toDayNumber } from '@hall/kernel';
import type { Assignment, LeaveSpan, StaffAct } from '../../src/domain/authority/plan-authority';
import { presenceActs } from '../../src/domain/authority/whereabouts';
import type { HallRules } from '../../src/domain/authority/whereabouts';

const minute = 60_000;
const people = ['A', 'B', 'C', 'D'] as const;

// Made apart from the histories, or a counterexample would print the whole calendar.
/** The rules of a hall with these numbers. */
export const rulesOf = (graceMinutes: number, overtimeMinutes: number): HallRules => ({
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

/** Histories of one post over three days, around the borders that matter. */
export const aHistory = fc
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
