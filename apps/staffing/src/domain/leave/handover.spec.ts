import { isRefused } from '@hall/kernel';
import { acceptHandoverOf, applyPreparation, notHandedOver } from './handover';
import type { HandoverAcceptance } from './handover';
import { untouched } from './leave';
import type { Leave } from './leave';

const now = new Date('2026-11-23T09:00:00+08:00');
const leave: Leave = {
  ...untouched,
  hallCode: 'h',
  id: 'l',
  staffId: 'A',
  kind: 'ANNUAL',
  beginsAt: now,
  endsAt: new Date('2026-11-24T09:00:00+08:00'),
  reason: '休假',
  requestedAt: now,
  requestedById: 'A',
};
const posts = [
  { id: 'p1', code: 'P1', leadId: 'A', deputyId: 'B' },
  { id: 'p2', code: 'P2', leadId: 'A', deputyId: 'C' },
  { id: 'p3', code: 'P3', leadId: 'B', deputyId: 'A' },
];
const accepted = (postId: string, revision: number): HandoverAcceptance => ({
  hallCode: 'h',
  leaveId: 'l',
  postId,
  revision,
  acceptedById: 'B',
  acceptedAt: now,
});
const open = (of: Leave, ...acceptances: readonly HandoverAcceptance[]): string[] =>
  notHandedOver(of, posts, acceptances).map(({ code }) => code);

test('S5.3a every post that the person leads is handed over, as it is written now; none in an emergency', () => {
  const written = { ...leave, handoverRevision: 2 };
  expect(open(leave)).toEqual(['P1', 'P2']);
  expect(open(written, accepted('p1', 2))).toEqual(['P2']);
  expect(open(written, accepted('p1', 1), accepted('p2', 2))).toEqual(['P1']);
  expect(open(written, accepted('p1', 2), accepted('p2', 2))).toEqual([]);
  expect(open({ ...leave, kind: 'EMERGENCY' })).toEqual([]);
  expect(open({ ...leave, staffId: 'C' })).toEqual([]);
});

test('S5.3a only whoever leads a post has something to hand over, before it is decided, or after an emergency', () => {
  const prepared = (of: Leave) => {
    const outcome = applyPreparation(of, '事项', posts, now);
    return isRefused(outcome) ? outcome.refusal.code : outcome.value.handoverRevision;
  };
  expect(prepared(leave)).toBe(1);
  expect(prepared({ ...leave, handoverRevision: 1 })).toBe(2);
  expect(prepared({ ...leave, staffId: 'C' })).toBe('HANDOVER_WITHOUT_POST');
  expect(prepared({ ...leave, status: 'APPROVED' })).toBe('LEAVE_NOT_POSSIBLE');
  expect(prepared({ ...leave, status: 'APPROVED', kind: 'EMERGENCY' })).toBe(1);
});

test('S5.3a each deputy accepts for the posts of which they are the deputy, once for each version', () => {
  const written = { ...leave, handoverRevision: 1 };
  const by = (byId: string, of: Leave, ...before: readonly HandoverAcceptance[]) => {
    const outcome = acceptHandoverOf(of, posts, before, { byId, now });
    return isRefused(outcome) ? outcome.refusal.code : outcome.value.map(({ postId }) => postId);
  };
  expect(by('B', written)).toEqual(['p1']);
  expect(by('C', written, accepted('p1', 1))).toEqual(['p2']);
  expect(by('B', written, accepted('p1', 1))).toBe('HANDOVER_ACCEPTED');
  expect(by('B', { ...leave, handoverRevision: 2 }, accepted('p1', 1))).toEqual(['p1']);
  expect(by('B', leave)).toBe('HANDOVER_NOT_PREPARED');
  expect(by('A', written)).toBe('HANDOVER_NOT_YOURS');
  expect(by('B', { ...written, status: 'CANCELLED' })).toBe('LEAVE_NOT_POSSIBLE');
});
