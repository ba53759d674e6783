import { hallCalendar, isRefused, OpeningHours } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { firstEmptyPost, levelOf, refuseUnlessDecides } from './decide-leave';
import type { Decider, PostOfPerson } from './decide-leave';
import { applyCancelling, applyReturn, decideRequest, endOfLeave, statusOfLeave, untouched } from './leave';
import type { Leave } from './leave';

const instant = (text: string): Date => new Date(`2026-${text}:00+08:00`);
const ms = (text: string): number => instant(text).getTime();
const leave = (from: string, to: string, rest: Partial<Leave> = {}): Leave => ({
  ...untouched,
  hallCode: 'h',
  id: 'l',
  staffId: 'A',
  kind: 'PERSONAL',
  beginsAt: instant(from),
  endsAt: instant(to),
  reason: '家中有事',
  requestedAt: instant('11-01T09:00'),
  requestedById: 'A',
  ...rest,
});
const said = (outcome: Outcome<Leave>): string => (isRefused(outcome) ? outcome.refusal.code : outcome.value.status);
const hours = OpeningHours.of([
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
])!;
const ladder = { sectionHeadUpToMinutes: 120, centreOfficeUpToWorkingDays: 1 };

test.each([
  ['11-23T09:00', '11-23T11:00', 'SECTION_HEAD'],
  ['11-23T09:00', '11-23T11:01', 'CENTRE_OFFICE'],
  // An hour in the evening and an hour in the morning, with a night or a weekend between.
  ['11-23T16:00', '11-24T09:30', 'SECTION_HEAD'],
  ['11-27T16:00', '11-30T09:30', 'SECTION_HEAD'],
  ['11-27T16:00', '11-30T09:31', 'CENTRE_OFFICE'],
  ['11-23T00:00', '11-24T00:00', 'CENTRE_OFFICE'],
  ['11-23T00:00', '11-24T08:31', 'CENTRE_LEADER'],
  // Days off cost nothing.
  ['10-01T00:00', '10-04T00:00', 'SECTION_HEAD'],
] as const)('S5.3a leave from %s to %s is decided by the %s', (from, to, level) => {
  expect(levelOf(leave(from, to), ladder, hours, hallCalendar)).toBe(level);
});

const decider = (id: string, role: Decider['roles'][number], rest: Partial<Decider> = {}): Decider => ({
  id,
  roles: [role],
  isOfDepartment: true,
  isOnLeave: false,
  ...rest,
});
const head = decider('head', 'SECTION_HEAD');
const office = decider('office', 'CENTRE_OFFICE');
const leader = decider('leader', 'CENTRE_LEADER');

test.each([
  ['head', 'SECTION_HEAD', [head, office, leader], undefined],
  ['head', 'CENTRE_OFFICE', [head, office, leader], 'LEAVE_ABOVE_LEVEL'],
  ['leader', 'SECTION_HEAD', [head, office, leader], undefined],
  ['office', 'CENTRE_LEADER', [head, office, leader], 'LEAVE_ABOVE_LEVEL'],
  ['office', 'CENTRE_LEADER', [head, office, { ...leader, isOnLeave: true }], undefined],
  ['head', 'CENTRE_LEADER', [head, office, { ...leader, isOnLeave: true }], 'LEAVE_ABOVE_LEVEL'],
  ['head', 'CENTRE_LEADER', [head], undefined],
  ['leader', 'SECTION_HEAD', [head, { ...leader, isOnLeave: true }], 'LEAVE_DECIDER_AWAY'],
  ['A', 'SECTION_HEAD', [head], 'LEAVE_OWN_REQUEST'],
  ['nobody', 'SECTION_HEAD', [head], 'LEAVE_ABOVE_LEVEL'],
  ['nobody', 'SECTION_HEAD', [], 'LEAVE_ABOVE_LEVEL'],
  ['head', 'SECTION_HEAD', [{ ...head, isOfDepartment: false }, leader], 'LEAVE_ABOVE_LEVEL'],
] as const)('S5.3a %s decides about what is for the %s (%#)', (by, level, others, code) => {
  expect(refuseUnlessDecides({ staffId: 'A' }, by, level, others)?.refusal.code).toBe(code);
});

const always = { from: 0, to: null };
const post = (...temporaries: PostOfPerson['assignments']): PostOfPerson => ({
  code: 'P1',
  assignments: [{ role: 'LEAD', staffId: 'A', ...always }, { role: 'DEPUTY', staffId: 'B', ...always }, ...temporaries],
});
const span = (staffId: string, from: string, to: string) => ({ staffId, from: ms(from), to: ms(to) });
const own = leave('11-23T09:00', '11-23T12:00');

test.each([
  ['nobody else is away', [post()], [], undefined],
  ['the other comes back as it begins', [post()], [span('B', '11-23T08:00', '11-23T09:00')], undefined],
  ['the other goes as it ends', [post()], [span('B', '11-23T12:00', '11-23T13:00')], undefined],
  [
    'the other is away for a minute',
    [post()],
    [span('B', '11-23T11:59', '11-23T13:00')],
    ['11-23T11:59', '11-23T12:00'],
  ],
  [
    'two leaves of the other follow one another',
    [post()],
    [span('B', '11-23T10:00', '11-23T10:30'), span('B', '11-23T10:30', '11-23T11:00')],
    ['11-23T10:00', '11-23T11:00'],
  ],
  [
    'a temporary stands in',
    [post({ role: 'TEMPORARY', ...span('C', '11-23T09:00', '11-23T12:00') })],
    [span('B', '11-23T09:30', '11-23T10:00')],
    undefined,
  ],
  [
    'a temporary stands in for too short a time',
    [post({ role: 'TEMPORARY', ...span('C', '11-23T09:00', '11-23T09:45') })],
    [span('B', '11-23T09:30', '11-23T10:00')],
    ['11-23T09:45', '11-23T10:00'],
  ],
  [
    'the temporary is away too',
    [post({ role: 'TEMPORARY', ...span('C', '11-23T09:00', '11-23T12:00') })],
    [span('B', '11-23T09:30', '11-23T10:00'), span('C', '11-23T09:50', '11-23T11:00')],
    ['11-23T09:50', '11-23T10:00'],
  ],
  [
    'the post is somebody else’s',
    [{ code: 'P2', assignments: [{ role: 'LEAD', staffId: 'B', ...always }] }],
    [span('B', '11-23T09:00', '11-23T10:00')],
    undefined,
  ],
  ['the person has no post', [], [span('B', '11-23T09:00', '11-23T10:00')], undefined],
  [
    'the person leaves the post before',
    [
      {
        code: 'P1',
        assignments: [
          { role: 'LEAD', staffId: 'A', from: 0, to: ms('11-23T09:30') },
          { role: 'DEPUTY', staffId: 'B', ...always },
        ],
      },
    ],
    [span('B', '11-23T09:30', '11-23T10:00')],
    undefined,
  ],
] as const)('S5.1c A-19 a post is left empty only if nobody of it is there: %s', (_what, posts, away, empty) => {
  const found = firstEmptyPost(own, posts as readonly PostOfPerson[], away);
  expect(found && [found.from, found.to]).toEqual(empty && empty.map(ms));
});

test('S5.3a what a leave is follows from the clock', () => {
  const approved = leave('11-23T09:00', '11-23T12:00', { status: 'APPROVED' });
  const statuses = ['11-23T08:59', '11-23T09:00', '11-23T11:59', '11-23T12:00'].map((now) =>
    statusOfLeave(approved, true, instant(now)),
  );
  expect(statuses).toEqual(['APPROVED', 'ACTIVE', 'ACTIVE', 'ENDED']);
  expect(statusOfLeave(own, true, instant('11-23T09:00'))).toBe('REQUESTED');
  expect(statusOfLeave(own, false, instant('11-23T09:00'))).toBe('AWAITING_HANDOVER');
  expect(statusOfLeave({ ...own, status: 'REFUSED' }, true, instant('11-23T09:00'))).toBe('REFUSED');
});

test('S5.3a a return ends a leave under way at once, and is only recorded of one that is over', () => {
  const approved = leave('11-23T09:00', '11-23T12:00', { status: 'APPROVED' });
  const back = (now: string) => applyReturn(approved, 'A', instant(now));
  expect(said(back('11-23T08:59'))).toBe('LEAVE_NOT_BEGUN');
  const ends = ['11-23T09:00', '11-23T10:00', '11-23T12:00', '11-24T09:00'].map((now) => {
    const ended = back(now);
    return isRefused(ended) ? ended.refusal.code : endOfLeave(ended.value).getTime();
  });
  expect(ends).toEqual(['11-23T09:00', '11-23T10:00', '11-23T12:00', '11-23T12:00'].map(ms));
  expect(said(applyReturn(own, 'A', instant('11-23T10:00')))).toBe('LEAVE_NOT_POSSIBLE');
});

test.each([
  ['REQUESTED', '11-23T10:00', 'CANCELLED'],
  ['APPROVED', '11-23T08:59', 'CANCELLED'],
  ['APPROVED', '11-23T09:00', 'LEAVE_HAS_BEGUN'],
  ['REFUSED', '11-23T08:00', 'LEAVE_NOT_POSSIBLE'],
  ['CANCELLED', '11-23T08:00', 'LEAVE_NOT_POSSIBLE'],
  ['ENDED', '11-23T08:00', 'LEAVE_NOT_POSSIBLE'],
] as const)('S5.3a a leave that is %s is taken back at %s: %s', (status, now, outcome) => {
  expect(said(applyCancelling({ ...own, status }, instant(now)))).toBe(outcome);
});

test.each([
  ['PERSONAL', '11-23T09:00', '11-23T10:00', 'REQUESTED'],
  ['PERSONAL', '11-23T08:59', '11-23T10:00', 'LEAVE_IN_PAST'],
  ['EMERGENCY', '11-23T08:00', '11-23T10:00', 'REQUESTED'],
  ['EMERGENCY', '11-23T07:59', '11-23T10:00', 'EMERGENCY_TOLD_LATE'],
  ['EMERGENCY', '11-23T08:30', '11-23T09:00', 'LEAVE_IN_PAST'],
  ['ANNUAL', '11-23T10:00', '11-23T10:00', 'LEAVE_WITHOUT_LENGTH'],
  ['ANNUAL', '11-24T09:00', '11-24T10:00', 'LEAVE_OVERLAPS'],
  ['ANNUAL', '11-24T12:00', '11-24T13:00', 'REQUESTED'],
] as const)('S5.3a S5.3b at nine, leave of kind %s from %s to %s: %s', (kind, from, to, outcome) => {
  const request = {
    leave: leave(from, to, { kind }),
    others: [leave('11-24T08:00', '11-24T12:00', { status: 'APPROVED' })],
    calendar: hallCalendar,
    now: instant('11-23T09:00'),
    emergencyWithinMinutes: 60,
  };
  expect(said(decideRequest(request))).toBe(outcome);
});
