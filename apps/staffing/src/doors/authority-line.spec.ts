import { hallCalendar } from '@hall/kernel';
import { authorityLine } from './authority-line';

const sessions = [
  ['08:30', '11:30'],
  ['13:30', '17:00'],
];
const day = '2025-03-03';
const at = (time: string): string => `${day}T${time}:00+08:00`;
const since = '2025-01-01T00:00:00+08:00';
const lead = { role: 'LEAD', staff: 'A', from: since, to: null };
const deputy = { role: 'DEPUTY', staff: 'B', from: since, to: null };
const temporary = { role: 'TEMPORARY', staff: 'C', from: since, to: null };
const acts = (...said: string[]) =>
  said.map((each) => {
    const [time, staff, kind] = each.split(' ');
    return { staff, kind, at: at(time!) };
  });
const aPost = (more: object) => ({
  id: 'p',
  from: day,
  to: day,
  sessions,
  graceMinutes: 5,
  overtimeMinutes: 120,
  assignments: [lead, deputy],
  leaves: [],
  events: [],
  ...more,
});
const answer = (history: unknown) =>
  JSON.parse(authorityLine(typeof history === 'string' ? history : JSON.stringify(history), hallCalendar)) as {
    intervals?: { from: string; state: string; holder?: string; role?: string; actingFor?: string }[];
    error?: string;
    reason?: string;
  };
/** The changes of a day in short: `08:20 A`, `10:00 B for A`, `11:30 –`. */
const dayOf = (history: object): string[] =>
  answer(history).intervals!.map(({ from, state, holder, actingFor, role }) => {
    const who = holder === undefined ? state : `${role} ${holder}${actingFor === undefined ? '' : ` for ${actingFor}`}`;
    return `${from.slice(11, 16)} ${who}`;
  });

describe('authority of a post over a day', () => {
  test.each<[title: string, history: object, expected: string[]]>([
    [
      'S5.2a A-20 nobody comes: expected for five minutes, then vacant until the session ends',
      {},
      [
        '00:00 UNSTAFFED',
        '08:30 AWAITED',
        '08:35 VACANT',
        '11:30 UNSTAFFED',
        '13:30 AWAITED',
        '13:35 VACANT',
        '17:00 UNSTAFFED',
      ],
    ],
    [
      'S5.2a S5.2b A-20 the lead does not come: the deputy takes over for the lead after the grace and goes on until the day is over',
      { events: acts('08:20 B CHECK_IN') },
      ['00:00 UNSTAFFED', '08:30 AWAITED', '08:35 DEPUTY B for A', '19:00 UNSTAFFED'],
    ],
    [
      'S5.2a the lead comes late and holds the post from that minute on',
      { events: acts('08:20 B CHECK_IN', '08:50 A CHECK_IN') },
      ['00:00 UNSTAFFED', '08:30 AWAITED', '08:35 DEPUTY B for A', '08:50 LEAD A', '19:00 UNSTAFFED'],
    ],
    [
      'S5.3b a reported absence makes the deputy act at once, also before opening',
      { events: acts('07:50 B CHECK_IN', '08:00 A REPORT_ABSENCE') },
      ['00:00 UNSTAFFED', '08:00 DEPUTY B for A', '19:00 UNSTAFFED'],
    ],
    [
      'S5.2a going home after the last session leaves no cover behind',
      { events: acts('08:20 A CHECK_IN', '08:20 B CHECK_IN', '17:00 A CHECK_OUT') },
      ['00:00 UNSTAFFED', '08:20 LEAD A', '17:00 UNSTAFFED'],
    ],
    [
      'S5.2a going home early makes the deputy act',
      { events: acts('08:20 A CHECK_IN', '08:20 B CHECK_IN', '16:59 A CHECK_OUT') },
      ['00:00 UNSTAFFED', '08:20 LEAD A', '16:59 DEPUTY B for A', '19:00 UNSTAFFED'],
    ],
    [
      'A-20 who goes out at noon is expected back at the second session',
      { events: acts('08:20 A CHECK_IN', '08:20 B CHECK_IN', '11:40 A CHECK_OUT') },
      [
        '00:00 UNSTAFFED',
        '08:20 LEAD A',
        '11:40 UNSTAFFED',
        '13:30 AWAITED',
        '13:35 DEPUTY B for A',
        '19:00 UNSTAFFED',
      ],
    ],
    [
      'A-18 the deputy is not there either: the temporary acts, until the deputy comes',
      { assignments: [lead, deputy, temporary], events: acts('08:20 C CHECK_IN', '09:00 B CHECK_IN') },
      ['00:00 UNSTAFFED', '08:30 AWAITED', '08:35 TEMPORARY C for A', '09:00 DEPUTY B for A', '19:00 UNSTAFFED'],
    ],
    [
      'A-18 a post without a lead is held by its deputy in their own right',
      { assignments: [deputy], events: acts('08:20 B CHECK_IN', '18:00 B CHECK_OUT') },
      ['00:00 UNSTAFFED', '08:20 DEPUTY B', '18:00 UNSTAFFED'],
    ],
    [
      'S5.3a leave beats a check-in inside it, which counts when the leave ends',
      {
        leaves: [{ staff: 'A', from: at('08:00'), to: at('10:00') }],
        events: acts('08:20 A CHECK_IN', '08:25 B CHECK_IN'),
      },
      ['00:00 UNSTAFFED', '08:25 DEPUTY B for A', '10:00 LEAD A', '19:00 UNSTAFFED'],
    ],
    [
      'S5.4b the deputy of yesterday holds nothing today: an appointment ends in the middle of a cover',
      {
        assignments: [lead, { ...deputy, to: at('10:00') }],
        events: acts('08:20 B CHECK_IN'),
      },
      [
        '00:00 UNSTAFFED',
        '08:30 AWAITED',
        '08:35 DEPUTY B for A',
        '10:00 VACANT',
        '11:30 UNSTAFFED',
        '13:30 AWAITED',
        '13:35 VACANT',
        '17:00 UNSTAFFED',
      ],
    ],
  ])('%s', (_title, history, expected) => {
    expect(dayOf(aPost(history))).toEqual(expected);
  });

  test('A-30 a day off has no session, so nobody is missed; a Saturday that is worked has', () => {
    expect(dayOf(aPost({ from: '2025-10-12', to: '2025-10-12' }))).toEqual(['00:00 UNSTAFFED']);
    expect(dayOf(aPost({ from: '2025-10-11', to: '2025-10-11' }))).toContain('08:35 VACANT');
  });

  test('S5.2a seconds are cut: an act counts from its minute on', () => {
    const events = [{ staff: 'A', kind: 'CHECK_IN', at: '2025-03-03T08:20:59+08:00' }];
    expect(dayOf(aPost({ events }))).toContain('08:20 LEAD A');
  });
});

test.each<[string, unknown, RegExp]>([
  ['no object', '[1]', /not a JSON object/],
  ['no JSON', '{', /not a JSON object/],
  ['two leads at once', aPost({ assignments: [lead, { ...lead, staff: 'D' }] }), /two of role LEAD/],
  ['two deputies at once', aPost({ assignments: [deputy, { ...deputy, staff: 'D' }] }), /two of role DEPUTY/],
  ['one person in two roles', aPost({ assignments: [lead, { ...deputy, staff: 'A' }] }), /two roles/],
  [
    'an assignment that ends before it begins',
    aPost({ assignments: [{ ...lead, to: '2024-01-01T00:00:00+08:00' }] }),
    /ends before/,
  ],
  [
    'a leave that ends before it begins',
    aPost({ leaves: [{ staff: 'A', from: at('10:00'), to: at('09:00') }] }),
    /ends before/,
  ],
  ['an unknown kind', aPost({ events: acts('09:00 A VANISH') }), /kind/],
  ['an unknown role', aPost({ assignments: [{ ...lead, role: 'KING' }] }), /role/],
  ['events out of order', aPost({ events: acts('09:00 A CHECK_IN', '08:00 B CHECK_IN') }), /order/],
  [
    'an event outside',
    aPost({ events: [{ staff: 'A', kind: 'CHECK_IN', at: '2025-03-04T00:00:00+08:00' }] }),
    /outside/,
  ],
  ['an end before the beginning', aPost({ from: '2025-03-05' }), /before from/],
  ['no sessions', aPost({ sessions: [] }), /sessions/],
  ['no date', aPost({ to: '2025-02-30' }), /no date/],
  ['no instant', aPost({ events: [{ staff: 'A', kind: 'CHECK_IN', at: '2025-03-03T08:00:00' }] }), /instant/],
])('S5.1b a history with %s is invalid', (_title, history, reason) => {
  expect(answer(history)).toMatchObject({ error: 'INVALID_HISTORY', reason: expect.stringMatching(reason) });
});

test('S5.1b one after the other in one role, and two temporaries at once, are no fault', () => {
  const next = { ...lead, staff: 'D', from: at('12:00') };
  const assignments = [{ ...lead, to: at('12:00') }, next, deputy, temporary, { ...temporary, staff: 'E' }];
  expect(answer(aPost({ assignments })).intervals).toBeDefined();
});

test('A-30 a year that nobody knows is said, never guessed', () => {
  expect(answer(aPost({ from: '2190-01-01', to: '2190-01-02' }))).toMatchObject({
    error: 'CALENDAR_MISSING',
    year: 2190,
  });
});
