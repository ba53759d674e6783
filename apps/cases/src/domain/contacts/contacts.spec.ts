import { done } from '@hall/kernel';
import { now } from '../../../test/support/case-fixtures';
import { closeContact, contactOutcomes, openContact, refuseUnlessOwner } from './contact';
import { groupOf, noteNoShow, recall, stateOfTicket, takeNext, takeOutOfTurn } from './queue';
import type { QueueTicket } from './queue';
import { applyAcknowledgement, offerReferral, returnReferral } from './referral';

const contact = openContact({
  hallCode: 'demo',
  id: 'k',
  channel: 'WINDOW',
  subject: '参保',
  matter: 'I-1',
  itemId: null,
  windowId: 'w',
  postId: 'p',
  officerId: 'A',
  now,
});
const offer = (of = contact, toWindowId = 'v') =>
  offerReferral(of, [], { id: 'r', toWindowId, reason: '医保', officerId: 'A', now, withinMinutes: 10 });

describe('a first contact', () => {
  test('S2.1a belongs to whoever replies first, and has no outcome yet', () => {
    expect(contact).toMatchObject({ firstOfficerId: 'A', ownerId: 'A', outcome: null, closedAt: null });
  });

  test('S2.1b ends in one of four ways, once', () => {
    expect(contactOutcomes).toEqual(['ANSWERED', 'SERVED', 'ACCEPTED', 'REFERRED']);
    const closed = closeContact(contact, { outcome: 'ANSWERED', answer: '须带身份证' }, now);
    expect(closed).toMatchObject({ value: { outcome: 'ANSWERED', closedAt: now } });
    if (closed.kind === 'DONE') {
      expect(closeContact(closed.value, { outcome: 'SERVED', answer: 'x' }, now)).toMatchObject({
        refusal: { code: 'CONTACT_CLOSED', clause: 'S2.1b' },
      });
    }
  });

  test('A-16 a matter of nobody in the hall is directed to a named body, never to “unknown”', () => {
    const refer = (referredTo: string) => closeContact(contact, { outcome: 'REFERRED', referredTo, answer: 'a' }, now);
    expect(refer('不详')).toMatchObject({ refusal: { code: 'OUTSIDE_BODY_REQUIRED' } });
    expect(refer('区税务局，0826-1234567')).toMatchObject({ kind: 'DONE' });
  });

  test('S2.1b only the one who answers for it may end it', () => {
    expect(refuseUnlessOwner(contact, 'A')).toBeUndefined();
    expect(refuseUnlessOwner(contact, 'B')).toMatchObject({ refusal: { code: 'CONTACT_NOT_YOURS' } });
  });
});

describe('a referral', () => {
  test('S2.2c the owner stays the owner until the receiver acknowledges', () => {
    const offered = offer();
    if (offered.kind === 'REFUSED') throw new Error(offered.refusal.code);
    expect(offered.value.contact.ownerId).toBe('A');
    expect(offered.value.referral.alertAt).toEqual(new Date(now.getTime() + 600_000));
    const taken = applyAcknowledgement(
      offered.value.contact,
      offered.value.referral,
      { officerId: 'C', postId: 'q' },
      now,
    );
    expect(taken).toMatchObject({
      value: { contact: { ownerId: 'C', windowId: 'v' }, referral: { state: 'ACKNOWLEDGED' } },
    });
  });

  test('A-06 not acknowledged in ten minutes it returns, and cannot be taken any more', () => {
    const offered = offer();
    if (offered.kind === 'REFUSED') throw new Error(offered.refusal.code);
    const returned = returnReferral(offered.value.contact, offered.value.referral, 'C', now);
    expect(returned).toMatchObject({
      contact: { ownerId: 'A', referralCount: 0 },
      referral: { state: 'RETURNED', ignoredById: 'C' },
    });
    expect(
      applyAcknowledgement(returned.contact, returned.referral, { officerId: 'C', postId: 'q' }, now),
    ).toMatchObject({
      refusal: { code: 'REFERRAL_SETTLED' },
    });
  });

  test('S1.2e a contact that ended before its referral was late was ignored by nobody', () => {
    const offered = offer();
    if (offered.kind === 'REFUSED') throw new Error(offered.refusal.code);
    const { contact: referred, referral } = offered.value;
    const ended = closeContact(referred, { outcome: 'ANSWERED', answer: '须带身份证' }, now);
    if (ended.kind === 'REFUSED') throw new Error(ended.refusal.code);
    expect(returnReferral(ended.value, referral, 'C', referral.alertAt)).toMatchObject({
      referral: { state: 'RETURNED', ignoredById: null },
    });
  });

  test('S2.2b what is this window’s own duty is not referred to itself', () => {
    expect(offer(contact, 'w')).toMatchObject({ refusal: { code: 'REFERRAL_TO_OWN_WINDOW', clause: 'S2.2b' } });
  });

  test('S1.2e one at a time, and every one is counted', () => {
    const offered = offer();
    if (offered.kind === 'REFUSED') throw new Error(offered.refusal.code);
    expect(offered.value.contact.referralCount).toBe(1);
    const again = offerReferral(offered.value.contact, [offered.value.referral], {
      id: 'r2',
      toWindowId: 'u',
      reason: 'x',
      officerId: 'A',
      now,
      withinMinutes: 10,
    });
    expect(again).toMatchObject({ refusal: { code: 'REFERRAL_PENDING' } });
  });
});

describe('the queue', () => {
  const ticket = (number: number, priorityGroup: QueueTicket['priorityGroup'] = null): QueueTicket => ({
    hallCode: 'demo',
    id: `t${number}`,
    windowId: 'w',
    day: '2026-11-24',
    number,
    priorityGroup,
    takenAt: now,
    calledAt: null,
    calledById: null,
    noShowAt: null,
    outOfTurnReason: null,
  });
  const waiting = [ticket(1), ticket(2), ticket(3, 'ELDERLY'), ticket(4, 'PREGNANT')];
  const inTurn = { priorityGroup: null, reason: null };

  test('S1.2j the one who has waited longest is next', () => {
    expect(takeNext(waiting.slice(0, 2), 'A', now)).toMatchObject({
      value: { ticket: { number: 1, calledById: 'A', outOfTurnReason: null }, act: inTurn },
    });
    expect(takeNext([], 'A', now)).toMatchObject({ refusal: { code: 'QUEUE_EMPTY' } });
  });

  test('A-03 the listed groups are next before all others, in order among themselves, and the act says which group', () => {
    expect(takeNext(waiting, 'A', now)).toMatchObject({
      value: { ticket: { number: 3 }, act: { kind: 'CALLED', priorityGroup: 'ELDERLY' } },
    });
    expect(takeNext(waiting.slice(2), 'A', now)).toMatchObject({ value: { ticket: { number: 3 }, act: inTurn } });
  });

  test('A-03 out of turn only for a listed group, with the reason and the caller on record', () => {
    const early = (id: string, among = waiting) => takeOutOfTurn(among, id, { officerId: 'A', reason: '七十岁', now });
    expect(early('t4')).toMatchObject({
      value: {
        ticket: { number: 4, outOfTurnReason: '七十岁', calledById: 'A' },
        act: { priorityGroup: 'PREGNANT', reason: '七十岁' },
      },
    });
    for (const id of ['t1', 't2'])
      expect(early(id)).toMatchObject({ refusal: { code: 'PRIORITY_GROUP_REQUIRED', clause: 'S1.2j' } });
    expect(early('t9')).toMatchObject({ refusal: { code: 'TICKET_NOT_WAITING' } });
    expect(early('t1', waiting.slice(0, 2))).toMatchObject({ value: { ticket: { outOfTurnReason: null } } });
  });

  test('S1.2m A-03 who is elderly is a matter of age, where it is known', () => {
    expect(groupOf(null, 60, 60)).toEqual(done('ELDERLY'));
    expect(groupOf('DISABLED', 70, 60)).toEqual(done('DISABLED'));
    expect(groupOf('PREGNANT', 30, 60)).toEqual(done('PREGNANT'));
    expect(groupOf('ELDERLY', null, 60)).toEqual(done('ELDERLY'));
    expect(groupOf('ELDERLY', 59, 60)).toMatchObject({ refusal: { code: 'PRIORITY_AGE_NOT_REACHED' } });
  });

  test('S1.2j who does not come keeps their number and is called again; said twice, it is recorded once', () => {
    const called = { ...ticket(1), calledAt: now };
    expect(noteNoShow(ticket(1), now)).toMatchObject({ refusal: { code: 'TICKET_NOT_CALLED' } });
    expect(recall(ticket(1), '2026-11-24', now)).toMatchObject({ refusal: { code: 'TICKET_NOT_CALLED' } });
    expect(recall(called, '2026-11-25', now)).toMatchObject({ refusal: { code: 'TICKET_NOT_CALLED' } });
    const missed = { ...called, noShowAt: now };
    expect(noteNoShow(called, now)).toMatchObject({ value: { ticket: missed, act: { kind: 'NO_SHOW' } } });
    expect(noteNoShow(missed, now)).toMatchObject({ value: { ticket: missed, act: null } });
    expect(recall(missed, '2026-11-24', now)).toMatchObject({ value: { ticket: called, act: { kind: 'RECALLED' } } });
    expect([ticket(1), called, missed].map(stateOfTicket)).toEqual(['WAITING', 'CALLED', 'NO_SHOW']);
  });
});
