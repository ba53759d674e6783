import { hallCalendar } from '@hall/kernel';
import { marksLine } from './marks-line';

const day = '2025-03-03';
const at = (time: string): string => `${day}T${time}:00+08:00`;
const aDay = (more: object) => ({
  id: 'd',
  day,
  sessions: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  preparation: 'FIRST_SESSION',
  arriveBeforeOpeningMinutes: 10,
  graceMinutes: 0,
  absentFromMinutes: 30,
  shortAbsenceMinutes: 30,
  events: [],
  ...more,
});
const answer = (history: unknown) =>
  JSON.parse(marksLine(typeof history === 'string' ? history : JSON.stringify(history), hallCalendar)) as Record<
    string,
    unknown
  >;

test('S1.5a A-04 a day is answered with its marks and why they are so', () => {
  const history = aDay({
    asOf: at('12:00'),
    events: [
      { id: 'e1', kind: 'CHECK_IN', at: at('08:31') },
      { id: 'e2', kind: 'LEAVE_POST', at: at('10:00') },
      { kind: 'REPORT_ABSENCE', at: at('09:00'), undone: true },
    ],
    excuses: [{ id: 'x1', kind: 'LEAVE', from: at('10:20'), to: at('11:30') }],
    work: [{ id: 'w1', at: at('10:05') }],
  });
  expect(answer(history)).toEqual({
    id: 'd',
    mark: null,
    sessions: [
      {
        ...{ from: at('08:30'), to: at('11:30'), mark: 'LATE', missingPunch: true },
        why: {
          ...{ clause: 'S1.5a', dutyMinutes: 110, workedMinutes: 89 },
          faults: [
            {
              ...{ from: at('08:30'), to: at('08:31'), mark: 'LATE', clause: 'S1.5a', minutes: 1, limitMinutes: 0 },
              ...{ wentBy: null, cameBy: { id: 'e1', kind: 'CHECK_IN', at: at('08:31') } },
            },
          ],
          excuses: [{ id: 'x1', kind: 'LEAVE', from: at('10:20'), to: at('11:30') }],
          missingPunches: [
            {
              ...{ from: at('10:00'), to: at('10:20'), punch: 'RETURN', minutes: 20 },
              shownBy: [{ id: 'w1', at: at('10:05') }],
            },
          ],
        },
      },
      { from: at('13:30'), to: at('17:00'), mark: null },
    ],
  });
});

test('A-04 a leave that was cancelled or ended early excuses no more than it was', () => {
  const leave = { kind: 'LEAVE', from: at('08:00'), to: at('18:00') };
  const marked = (excuse: object) => answer(aDay({ excuses: [{ ...leave, ...excuse }] }))['mark'];
  expect([marked({}), marked({ cancelled: true }), marked({ endedAt: at('13:30') })]).toEqual([
    'EXCUSED',
    'ABSENT',
    'ABSENT',
  ]);
});

test('A-30 a day off has no session, so nobody is marked; a Saturday that is worked has', () => {
  expect(answer(aDay({ day: '2025-10-12' }))).toEqual({ id: 'd', mark: null, sessions: [] });
  expect(answer(aDay({ day: '2025-10-11' }))).toMatchObject({ mark: 'ABSENT' });
});

test.each<[string, unknown, RegExp]>([
  ['no object', '[1]', /not a JSON object/],
  ['no JSON', '{', /not a JSON object/],
  ['no date', aDay({ day: '2025-02-30' }), /no date/],
  ['no sessions', aDay({ sessions: [] }), /sessions/],
  [
    'sessions out of order',
    aDay({
      sessions: [
        ['13:30', '17:00'],
        ['08:30', '11:30'],
      ],
    }),
    /sessions/,
  ],
  ['an unknown kind', aDay({ events: [{ kind: 'VANISH', at: at('09:00') }] }), /kind/],
  ['no instant', aDay({ events: [{ kind: 'CHECK_IN', at: '2025-03-03T08:00:00' }] }), /instant/],
  ['an event of another day', aDay({ events: [{ kind: 'CHECK_IN', at: '2025-03-04T00:00:00+08:00' }] }), /outside/],
  ['work of another day', aDay({ work: [{ at: '2025-03-02T23:59:59+08:00' }] }), /outside/],
  ['an unknown excuse', aDay({ excuses: [{ kind: 'NAP', from: at('09:00') }] }), /kind/],
  ['a backward excuse', aDay({ excuses: [{ kind: 'LEAVE', from: at('09:00'), to: at('08:59') }] }), /ends before/],
  ['a negative number', aDay({ graceMinutes: -1 }), /graceMinutes/],
  ['a number left out', aDay({ shortAbsenceMinutes: undefined }), /shortAbsenceMinutes/],
  ['an unknown preparation', aDay({ preparation: 'NEVER' }), /preparation/],
])('S1.5a a day with %s is invalid', (_title, history, reason) => {
  expect(answer(history)).toMatchObject({ error: 'INVALID_HISTORY', reason: expect.stringMatching(reason) as unknown });
});

test('A-30 a year that nobody knows is said, never guessed', () => {
  expect(answer(aDay({ day: '2190-01-01' }))).toEqual({ id: 'd', error: 'CALENDAR_MISSING', year: 2190 });
});
