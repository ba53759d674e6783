import { instantAt, plainDate } from '@hall/kernel';
import type { PresenceAct } from '../authority/whereabouts';
import type { Excuse } from './day-facts';
import { markOfDay, marksOfDay } from './marks';
import type { MarkRules } from './marks';

const rules: MarkRules = {
  preparation: 'FIRST_SESSION',
  arriveBeforeOpeningMinutes: 10,
  graceMinutes: 0,
  absentFromMinutes: 30,
  shortAbsenceMinutes: 30,
};
const every = { ...rules, preparation: 'EVERY_SESSION' } as const;
const at = (time: string): number => instantAt(plainDate('2026-11-23'), time).getTime();
const sessions = [
  { from: at('08:30'), to: at('11:30') },
  { from: at('13:30'), to: at('17:00') },
];
const kinds: Readonly<Record<string, PresenceAct>> = {
  in: 'CHECK_IN',
  out: 'CHECK_OUT',
  leaves: 'LEAVE_POST',
  back: 'RETURN',
  reported: 'REPORT_ABSENCE',
};
/** A day in words: `08:20 in, 10:00 leaves`; leaves of absence and errands apart; `work` by times. */
function aDay(
  said: string,
  { leave = [], outing = [], work = [] }: { leave?: string[]; outing?: string[]; work?: string[] } = {},
) {
  const acts = (said === '' ? [] : said.split(', ')).map((each, index) => {
    const [time, word] = each.split(' ') as [string, string];
    return { id: `a${index}`, kind: kinds[word]!, at: at(time) };
  });
  const excuse = (kind: Excuse['kind']) => (span: string, index: number) => {
    const [from, to] = span.split('-') as [string, string];
    return { id: `${kind}${index}`, kind, from: at(from), to: to === '' ? null : at(to) };
  };
  const excuses = [...leave.map(excuse('LEAVE')), ...outing.map(excuse('OUTING'))];
  return { sessions, acts, excuses, work: work.map((time, index) => ({ id: `w${index}`, at: at(time) })) };
}
type Day = Parameters<typeof aDay>;
const markAll = (day: Day, by = rules, asOf = at('24:00')) => marksOfDay(aDay(...day), by, asOf);
const marksOf = (day: Day, by = rules) => markAll(day, by).map(({ mark }) => mark);

describe('the marks of a day', () => {
  test.each([
    ['08:20', 'ON_TIME'],
    ['08:21', 'PREPARATION_LATE'],
    ['08:30', 'PREPARATION_LATE'],
    ['08:31', 'LATE'],
    ['08:59', 'LATE'],
    ['09:00', 'ABSENT'],
    ['11:29', 'ABSENT'],
    ['11:30', 'ABSENT'],
  ])('S1.3a A-04 who comes at %s is %s in the first session', (time, mark) => {
    expect(marksOf([`${time} in`])).toEqual([mark, 'ON_TIME']);
  });

  test.each([
    ['13:20', 'ON_TIME', 'ON_TIME'],
    ['13:21', 'ON_TIME', 'PREPARATION_LATE'],
    ['13:30', 'ON_TIME', 'PREPARATION_LATE'],
    ['13:31', 'LATE', 'LATE'],
    ['14:00', 'ABSENT', 'ABSENT'],
  ])('A-04 who comes back at %s is %s, and %s where every session is prepared for', (time, one, other) => {
    const day: Day = [`08:10 in, 11:30 out, ${time} in`];
    expect([marksOf(day)[1], marksOf(day, every)[1]]).toEqual([one, other]);
  });

  test('A-04 who stays over the break is prepared for the second session', () => {
    expect(marksOf(['08:20 in'], every)).toEqual(['ON_TIME', 'ON_TIME']);
  });

  test('A-04 a grace is no lateness, but no preparation either', () => {
    const withGrace = { ...rules, graceMinutes: 5 };
    expect([marksOf(['08:35 in'], withGrace)[0], marksOf(['08:36 in'], withGrace)[0]]).toEqual([
      'PREPARATION_LATE',
      'LATE',
    ]);
  });

  test('S1.5a who never comes is absent without anybody’s act, and a report of it adds nothing', () => {
    expect(marksOf([''])).toEqual(['ABSENT', 'ABSENT']);
    expect(marksOf(['08:40 reported'])).toEqual(['ABSENT', 'ABSENT']);
    expect(markAll([''])[0]!.why).toMatchObject({
      clause: 'S1.5a',
      faults: [{ mark: 'ABSENT', minutes: 180, wentBy: null, cameBy: null }],
    });
  });

  test.each([
    ['08:20 in, 16:59 out', 'LEFT_EARLY'],
    ['08:20 in, 17:00 out', 'ON_TIME'],
    ['08:20 in, 16:50 leaves', 'LEFT_EARLY'],
    ['08:20 in, 16:50 leaves, 16:59 back', 'ON_TIME'],
    ['08:20 in, 16:30 out, 16:59 in', 'ON_TIME'],
    ['08:20 in, 16:28 out, 16:59 in', 'LEFT_POST'],
    ['08:20 in, 16:50 reported', 'LEFT_EARLY'],
  ])('S1.5a who leaves before the end has left early, unless back: %s is %s', (said, mark) => {
    expect(marksOf([said])[1]).toBe(mark);
  });

  test.each([
    ['08:20 in, 10:00 leaves, 10:30 back', 'ON_TIME'],
    ['08:20 in, 10:00 leaves, 10:31 back', 'LEFT_POST'],
    ['08:20 in, 09:00 leaves, 09:30 back, 10:00 leaves, 10:30 back', 'ON_TIME'],
    ['08:20 in, 10:00 reported, 10:31 in', 'LEFT_POST'],
  ])('S1.5a a short absence over its limit is slipping out: %s is %s', (said, mark) => {
    expect(marksOf([said])[0]).toBe(mark);
  });

  test('S1.5a a session of several faults has the mark of the gravest, and lists all', () => {
    const [morning] = markAll(['08:40 in, 09:00 leaves, 10:00 back, 11:00 out']);
    expect(morning!.mark).toBe('LEFT_POST');
    expect(
      morning!.why!.faults.map(({ mark, minutes, wentBy, cameBy }) => [mark, minutes, wentBy?.id, cameBy?.id]),
    ).toEqual([
      ['LEFT_POST', 60, 'a1', 'a2'],
      ['LEFT_EARLY', 30, 'a3', undefined],
      ['LATE', 10, undefined, 'a0'],
    ]);
  });

  test.each<[string, Day, unknown[]]>([
    ['all of a session', ['13:10 in', { leave: ['08:30-11:30'] }], ['EXCUSED', 'ON_TIME']],
    ['a session but its last minute', ['13:10 in', { leave: ['08:30-11:29'] }], ['ABSENT', 'ON_TIME']],
    ['its beginning, to the minute', ['10:30 in', { leave: ['08:30-10:30'] }], ['ON_TIME', 'ON_TIME']],
    ['its beginning, and not a minute more', ['10:31 in', { leave: ['08:30-10:30'] }], ['LATE', 'ON_TIME']],
    ['its end', ['08:20 in, 16:00 out', { leave: ['16:00-18:00'] }], ['ON_TIME', 'ON_TIME']],
    [
      'its end, and not a minute before',
      ['08:20 in, 15:59 out', { leave: ['16:00-18:00'] }],
      ['ON_TIME', 'LEFT_EARLY'],
    ],
    ['the time between', ['08:20 in, 09:00 out, 10:00 in', { leave: ['09:00-10:00'] }], ['ON_TIME', 'ON_TIME']],
    ['only what lies in it', ['09:40 in', { leave: ['08:45-09:30'] }], ['LATE', 'ON_TIME']],
    ['only what lies in it, up to half an hour', ['09:45 in', { leave: ['08:45-09:30'] }], ['ABSENT', 'ON_TIME']],
    ['the time to prepare', ['08:30 in', { leave: ['08:00-08:30'] }], ['ON_TIME', 'ON_TIME']],
    ['without an end', ['08:20 in, 10:00 out', { leave: ['10:00-'] }], ['ON_TIME', 'EXCUSED']],
    ['two leaves together', ['', { leave: ['08:30-10:00', '10:00-17:00'] }], ['EXCUSED', 'EXCUSED']],
  ])('A-04 leave excuses exactly its span: %s', (_title, day, expected) => {
    expect(marksOf(day)).toEqual(expected);
  });

  test('S1.5a an errand of the hall excuses like leave, and the reasons say which it was', () => {
    const [morning] = markAll(['', { outing: ['08:00-12:00'] }]);
    expect(morning).toMatchObject({ mark: 'EXCUSED', why: { excuses: [{ kind: 'OUTING', id: 'OUTING0' }] } });
  });

  test.each<[string, Day, string, unknown]>([
    ['no check-in, but work', ['11:30 out', { work: ['09:10'] }], 'ON_TIME', { punch: 'CHECK_IN', minutes: 180 }],
    ['a check-in after the work', ['10:00 in', { work: ['09:10'] }], 'ON_TIME', { punch: 'CHECK_IN', minutes: 90 }],
    [
      'no return, but work',
      ['08:20 in, 10:00 leaves', { work: ['10:20'] }],
      'ON_TIME',
      { punch: 'RETURN', minutes: 90, shownBy: [{ id: 'w0' }] },
    ],
    [
      'work after going home',
      ['08:20 in, 10:00 out', { work: ['11:29'] }],
      'ON_TIME',
      { punch: 'CHECK_IN', minutes: 90 },
    ],
  ])('S1.5a a forgotten punch is kept apart from absence: %s', (_title, day, mark, missing) => {
    const [morning] = markAll(day);
    expect(morning).toMatchObject({ mark, why: { faults: [], missingPunches: [missing] } });
  });

  test('S1.5a work outside the absence, or on leave, shows nothing', () => {
    expect(marksOf(['', { work: ['08:29', '11:30'] }])[0]).toBe('ABSENT');
    expect(marksOf(['', { leave: ['08:30-10:00'], work: ['09:00'] }])[0]).toBe('ABSENT');
    expect(marksOf(['08:40 in', { work: ['08:45'] }])[0]).toBe('LATE');
  });

  test('S1.5a nothing is judged before its session is over', () => {
    const marksAt = (time: string) => markAll([''], rules, at(time)).map(({ mark }) => mark);
    expect(marksAt('11:29')).toEqual([null, null]);
    expect(marksAt('11:30')).toEqual(['ABSENT', null]);
    expect(marksAt('17:00')).toEqual(['ABSENT', 'ABSENT']);
  });

  test('S1.5a a day is marked by its gravest session, once all are over', () => {
    expect(markOfDay(markAll(['08:20 in, 16:00 out']))).toBe('LEFT_EARLY');
    expect(markOfDay(markAll(['13:20 in', { leave: ['08:30-11:30'] }]))).toBe('ON_TIME');
    expect(markOfDay(markAll([''], rules, at('12:00')))).toBeNull();
    expect(markOfDay([])).toBeNull();
  });
});
