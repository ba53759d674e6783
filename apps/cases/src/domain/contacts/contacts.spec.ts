import { now } from '../../../test/support/case-fixtures';
import { closeContact, contactOutcomes, openContact, refuseUnlessOwner } from './contact';
import { takeNext, takeOutOfTurn } from './queue';
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
    outOfTurnReason: null,
  });
  const waiting = [ticket(1), ticket(2), ticket(3, 'ELDERLY')];

  test('S1.2j the one who has waited longest is next', () => {
    expect(takeNext(waiting, 'A', now)).toMatchObject({ value: { number: 1, calledById: 'A', outOfTurnReason: null } });
    expect(takeNext([], 'A', now)).toMatchObject({ refusal: { code: 'QUEUE_EMPTY' } });
  });

  test('A-03 out of turn only for a listed group, with the reason and the caller on record', () => {
    const early = (id: string) => takeOutOfTurn(waiting, id, { officerId: 'A', reason: '七十岁', now });
    expect(early('t3')).toMatchObject({ value: { number: 3, outOfTurnReason: '七十岁', calledById: 'A' } });
    expect(early('t2')).toMatchObject({ refusal: { code: 'PRIORITY_GROUP_REQUIRED', clause: 'S1.2j' } });
    expect(early('t9')).toMatchObject({ refusal: { code: 'TICKET_NOT_WAITING' } });
    expect(early('t1')).toMatchObject({ value: { outOfTurnReason: null } });
  });
});
