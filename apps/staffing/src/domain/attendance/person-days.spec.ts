import { hallCalendar, instantAt, plainDate } from '@hall/kernel';
import { personDaysOf, workingDaysOf } from './person-days';

const hall = {
  sessions: [
    { from: '08:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
};
const rules = {
  preparation: 'FIRST_SESSION',
  arriveBeforeOpeningMinutes: 10,
  graceMinutes: 0,
  absentFromMinutes: 30,
  shortAbsenceMinutes: 30,
} as const;
const at = (day: string, time: string): number => instantAt(plainDate(day), time).getTime();
const workingDays = (from: string, to: string) =>
  workingDaysOf(hall, hallCalendar, { from: plainDate(from), to: plainDate(to) });
const late = Number.MAX_SAFE_INTEGER;
const nothing = { staffId: 's', acts: [], excuses: [], work: [] };

test('S1.3a a make-up Saturday counts, a holiday and a weekend do not', () => {
  // 2025-10-01 to 08 is a holiday, Saturday 11 is worked for it, Sunday 12 is free.
  expect(workingDays('2025-09-30', '2025-10-12').map(({ day }) => day)).toEqual([
    '2025-09-30',
    '2025-10-09',
    '2025-10-10',
    '2025-10-11',
  ]);
});

test.each([
  ['08:30', null, [2, 2]],
  ['08:31', null, [1, 2]],
  ['13:30', null, [1, 2]],
  ['13:31', null, [2]],
  ['08:00', '13:30', [1]],
  ['08:00', '13:31', [2]],
])('S1.5a who is assigned to a post from %s to %s is on duty in the sessions that begin then', (from, to, sessions) => {
  const assigned = [{ from: at('2025-03-03', from), to: to === null ? null : at('2025-03-03', to) }];
  const marked = personDaysOf({ ...nothing, assigned }, workingDays('2025-03-03', '2025-03-04'), rules, late);
  expect(marked.map((day) => day.sessions.length)).toEqual(sessions);
});

test('S1.5a each day begins with nothing known: who did not check out yesterday is not there today', () => {
  const assigned = [{ from: 0, to: null }];
  const acts = [{ id: 'a', kind: 'CHECK_IN', at: at('2025-03-03', '08:20') } as const];
  const marked = personDaysOf({ ...nothing, assigned, acts }, workingDays('2025-03-03', '2025-03-04'), rules, late);
  expect(marked.map(({ mark }) => mark)).toEqual(['ON_TIME', 'ABSENT']);
});

test('A-04 a leave of several days excuses each of them', () => {
  const assigned = [{ from: 0, to: null }];
  const leave = { id: 'l', kind: 'LEAVE', from: at('2025-03-03', '13:30'), to: at('2025-03-05', '00:00') } as const;
  const marked = personDaysOf(
    { ...nothing, assigned, excuses: [leave] },
    workingDays('2025-03-03', '2025-03-05'),
    rules,
    late,
  );
  expect(marked.map(({ sessions }) => sessions.map(({ mark }) => mark))).toEqual([
    ['ABSENT', 'EXCUSED'],
    ['EXCUSED', 'EXCUSED'],
    ['ABSENT', 'ABSENT'],
  ]);
});
