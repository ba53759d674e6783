import { decideReadiness, markOfCheckIn, readinessItems } from './attendance';

const sessions = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`);

describe('check-in', () => {
  test.each([
    ['08:00', 'ON_TIME'],
    ['08:20', 'ON_TIME'],
    ['08:21', 'PREPARATION_LATE'],
    ['08:30', 'PREPARATION_LATE'],
    ['08:31', 'LATE'],
    ['13:25', 'LATE'],
  ])('S1.3a at %s it is %s', (time, mark) => {
    expect(markOfCheckIn(at(time), sessions, true)).toBe(mark);
  });

  test('S1.3a on a day off nobody is late', () => {
    expect(markOfCheckIn(at('10:00'), sessions, false)).toBe('ON_TIME');
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
});
