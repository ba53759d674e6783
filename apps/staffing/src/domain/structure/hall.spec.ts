import { hallTimeZone } from '@hall/kernel';
import { decideHall } from './hall';

const hall = (...sessions: [string, string][]) => ({
  code: 'demo',
  name: '示范大厅',
  timeZone: hallTimeZone,
  preparation: 'FIRST_SESSION' as const,
  sessions: sessions.map(([from, to]) => ({ from, to })),
});

describe('hall', () => {
  test.each([
    [hall(['08:30', '11:30'], ['13:30', '17:00']), 'DONE'],
    [hall(['08:30', '12:00'], ['12:00', '17:00']), 'DONE'],
    [hall(), 'REFUSED'],
    [hall(['09:00', '09:00']), 'REFUSED'],
    [hall(['13:30', '17:00'], ['08:30', '11:30']), 'REFUSED'],
    [hall(['08:30', '12:30'], ['12:00', '17:00']), 'REFUSED'],
  ])('S5.1c opening sessions are in order and do not overlap: %j', (candidate, kind) => {
    expect(decideHall(candidate).kind).toBe(kind);
  });

  test.each(['Asia/Urumqi', 'Asia/Hong_Kong', 'UTC', ''])(
    'A-30 a hall in the zone %j is not registered',
    (timeZone) => {
      expect(decideHall({ ...hall(['08:30', '11:30']), timeZone })).toMatchObject({
        refusal: { code: 'HALL_TIME_ZONE_NOT_SUPPORTED', clause: 'A-30', details: { timeZone, hallTimeZone } },
      });
    },
  );

  test.each([
    [hall(['08:30', '12:30'], ['12:00', '17:00']), '08:30-12:30, 12:00-17:00'],
    [hall(), '–'],
  ])('S5.1c sessions that are refused are named', (candidate, sessions) => {
    expect(decideHall(candidate)).toMatchObject({
      refusal: { code: 'HALL_SESSIONS_INVALID', details: { sessions } },
    });
  });
});
