import { hallCalendar, isRefused } from '@hall/kernel';
import { decideTemporary } from './temporary';

const instant = (text: string): Date => new Date(`2026-${text}:00+08:00`);
const given = { assignments: [], away: [], calendar: hallCalendar, now: instant('11-23T09:00'), atMostWorkingDays: 10 };
const outcome = (from: string, to: string, rest: Partial<Parameters<typeof decideTemporary>[1]> = {}): string => {
  const decided = decideTemporary({ staffId: 'C', from: instant(from), to: instant(to) }, { ...given, ...rest });
  return isRefused(decided) ? decided.refusal.code : 'done';
};

test.each([
  ['11-23T09:00', '11-23T09:01', 'done'],
  ['11-23T08:59', '11-23T10:00', 'TEMPORARY_IN_PAST'],
  ['11-23T10:00', '11-23T10:00', 'TEMPORARY_IN_PAST'],
  // Ten working days and the weekend behind them; days that are begun count.
  ['11-23T09:00', '12-07T00:00', 'done'],
  ['11-23T09:00', '12-07T00:01', 'TEMPORARY_TOO_LONG'],
] as const)('A-18 at nine, a temporary from %s to %s: %s', (from, to, expected) => {
  expect(outcome(from, to)).toBe(expected);
});

test('A-18 A-19 a temporary is a third person who is there', () => {
  const from = instant('11-23T00:00').getTime();
  const seated = [{ role: 'DEPUTY', staffId: 'C', from, to: null }] as const;
  expect(outcome('11-23T10:00', '11-23T11:00', { assignments: seated })).toBe('TEMPORARY_SITS_THERE');
  expect(outcome('11-23T10:00', '11-23T11:00', { away: [{ staffId: 'C', from, to: from + 1 }] })).toBe(
    'TEMPORARY_ON_LEAVE',
  );
  const far = { staffId: 'C', from: instant('11-23T10:00'), to: new Date('2040-01-01T00:00:00+08:00') };
  const decided = decideTemporary(far, given);
  expect(isRefused(decided) && decided.refusal.code).toBe('TEMPORARY_TOO_FAR');
});
