import { dayOfJourney } from './hall-day';

const dayAt = (instant: string): string => dayOfJourney(new Date(instant));

test.each([
  ['before the first hour of a working day, on that day', '2026-11-24T03:00:00+08:00', '2026-11-24'],
  [
    'at the first hour itself, where an earlier run has left the clock, on that day',
    '2026-11-24T08:20:00+08:00',
    '2026-11-24',
  ],
  ['when the hall has opened, on the next one', '2026-11-24T08:21:00+08:00', '2026-11-25'],
  ['in the evening, on the next one', '2026-11-24T20:00:00+08:00', '2026-11-25'],
  ['on a Friday evening, on Monday', '2026-11-27T20:00:00+08:00', '2026-11-30'],
  ['early on a Sunday, on Monday', '2026-11-29T07:00:00+08:00', '2026-11-30'],
  ['in the holidays, on the first day after them', '2026-10-02T07:00:00+08:00', '2026-10-08'],
])('the journey plays, begun %s', (_when, now, day) => {
  expect(dayAt(now)).toBe(day);
});
