import { arrivalMarks, decideReadiness, findingOfMark, markOfCheckIn, readinessItems } from './attendance';

const sessions = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const limits = { arriveBeforeOpeningMinutes: 10, graceMinutes: 0, absentFromMinutes: 30 };
const first = { sessions, preparation: 'FIRST_SESSION' } as const;
const every = { sessions, preparation: 'EVERY_SESSION' } as const;
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`);
const arrival = (time: string, earlier: readonly string[] = [], isWorkday = true) => ({
  at: at(time),
  earlier: earlier.map(at),
  isWorkday,
});

describe('check-in', () => {
  test.each([
    ['08:00', 'ON_TIME'],
    ['08:20', 'ON_TIME'],
    ['08:21', 'PREPARATION_LATE'],
    ['08:30', 'PREPARATION_LATE'],
    ['08:31', 'LATE'],
    ['08:59', 'LATE'],
    ['09:00', 'ABSENT'],
    ['13:25', 'ABSENT'],
  ])('S1.3a A-04 at %s it is %s', (time, mark) => {
    expect(markOfCheckIn(first, arrival(time), limits)).toBe(mark);
  });

  test.each([
    ['08:31', [], 'LATE'],
    ['13:20', ['08:15'], 'ON_TIME'],
    ['13:21', ['08:15'], 'PREPARATION_LATE'],
    ['13:45', ['08:15'], 'LATE'],
    ['14:00', ['08:15'], 'ABSENT'],
    ['14:10', ['08:15', '13:10'], 'ON_TIME'],
    ['11:29', ['08:15'], 'ON_TIME'],
    ['11:30', ['08:15'], 'ON_TIME'],
    ['17:00', ['13:10'], 'ON_TIME'],
    ['17:30', [], 'ABSENT'],
    ['17:30', ['13:10'], 'ON_TIME'],
    ['17:30', ['08:15'], 'ABSENT'],
  ])('A-04 where every session is prepared for, at %s after %s it is %s', (time, earlier, mark) => {
    expect(markOfCheckIn(every, arrival(time, earlier), limits)).toBe(mark);
  });

  test('A-04 the first session counts: who was there in the morning comes back without a mark', () => {
    expect(markOfCheckIn(first, arrival('13:45', ['08:15']), limits)).toBe('ON_TIME');
    expect(markOfCheckIn(first, arrival('09:40', ['08:45']), limits)).toBe('ON_TIME');
  });

  test('S1.5a A-04 being in time is no matter of conduct; every other mark is one', () => {
    expect(arrivalMarks.map(findingOfMark)).toEqual([null, 'PREPARATION_LATE', 'LATE', 'ABSENT_HALF_DAY']);
  });

  test('S1.3a on a day off nobody is late', () => {
    expect(markOfCheckIn(first, arrival('10:00', [], false), limits)).toBe('ON_TIME');
  });

  test('S1.3c an unfinished checklist keeps the window closed and names what is missing', () => {
    expect(decideReadiness(['CLEAN', 'SEALS', 'FORMS', 'ONLINE'])).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'CHECKLIST_INCOMPLETE', clause: 'S1.3c', details: { missing: 'MATERIALS, BADGE' } },
    });
  });

  test('S1.3d with everything ready the window may open', () => {
    expect(decideReadiness(readinessItems)).toMatchObject({ kind: 'DONE' });
  });

  test.each(['CLEAN', 'SEALS', 'FORMS', 'MATERIALS', 'ONLINE', 'BADGE'] as const)(
    'S1.3b S1.3c S1.3d whatever else is ready, without %s the window stays closed',
    (missing) => {
      expect(decideReadiness(readinessItems.filter((item) => item !== missing))).toMatchObject({
        refusal: { code: 'CHECKLIST_INCOMPLETE', details: { missing } },
      });
    },
  );
});
