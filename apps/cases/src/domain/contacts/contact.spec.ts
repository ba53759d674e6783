import { isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { now } from '../../../test/support/case-fixtures';
import {
  closeContact,
  continueContact,
  openContact,
  refuseImpossibleMode,
  refuseUntold,
  takeOverContact,
} from './contact';
import type { Contact } from './contact';
import { applyDeskReferral, applyDeskTakeover } from './desk';
import { namesBody } from './outside-body';
import { applyAcknowledgement, offerReferral, returnReferral } from './referral';

const later = new Date(now.getTime() + 3_600_000);
const contact = openContact({
  hallCode: 'demo',
  id: 'k',
  channel: 'WINDOW',
  subject: '参保',
  matter: 'I-1',
  itemId: 'i',
  windowId: 'w',
  postId: 'p',
  officerId: 'A',
  now,
});
const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefused(outcome)) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const closed = valueOf(closeContact(contact, { outcome: 'ANSWERED', answer: '须带身份证' }, now));

describe('a contact', () => {
  test('S2.1a S5.2a passes with its post to whoever holds it now, unless it has ended or is theirs already', () => {
    expect(takeOverContact(contact, 'B')).toEqual({ ...contact, ownerId: 'B', version: 2 });
    expect(takeOverContact(contact, 'A')).toBeUndefined();
    expect(takeOverContact(closed, 'B')).toBeUndefined();
  });

  test('S2.1b ends as the next version, with what was said, when it was said', () => {
    expect(closed).toEqual({ ...contact, outcome: 'ANSWERED', answer: '须带身份证', closedAt: now, version: 2 });
    const nowhere = closeContact(contact, { outcome: 'REFERRED', referredTo: '不清楚', answer: 'a' }, now);
    expect(nowhere).toMatchObject({ refusal: { code: 'OUTSIDE_BODY_REQUIRED', allowedActions: ['referToDesk'] } });
  });

  const visit = { officerId: 'B', windowId: 'v', postId: 'q', note: '再次来访', now: later };
  const nothing = { outcome: null, answer: null, referredTo: null, caseId: null };
  const touched = { at: later, officerId: 'B', kind: 'TOUCHED', note: '再次来访', ...nothing };

  test('S1.2k A-06 that is open stays its owner’s when the client comes again; the visit is noted', () => {
    expect(continueContact(contact, visit)).toEqual({ contact, followUps: [touched] });
  });

  test('S2.1a A-06 that had ended goes on with whoever meets the client, and how it ended is kept', () => {
    const { contact: open, followUps } = continueContact(closed, visit);
    expect(open).toEqual({ ...contact, ownerId: 'B', windowId: 'v', postId: 'q', version: 3 });
    const { outcome, answer, referredTo, caseId } = closed;
    const ended = { at: now, officerId: 'A', kind: 'ENDED', note: null, outcome, answer, referredTo, caseId };
    expect(followUps).toEqual([ended, touched]);
    expect(continueContact(closed, { ...visit, windowId: null }).contact.windowId).toBe('w');
  });

  test.each([
    ['answered without the item being told', 'ANSWERED', 'i', null, true],
    ['answered with another item told', 'ANSWERED', 'i', 'j', true],
    ['answered with the item told', 'ANSWERED', 'i', 'i', false],
    ['about no item', 'ANSWERED', null, null, false],
    ['that became a case', 'ACCEPTED', 'i', null, false],
  ] as const)('S3.4e S4.1a S4.2a whoever asks is told all of it: %s', (_what, outcome, itemId, told, isRefusedNow) => {
    const refused = refuseUntold({ ...contact, itemId }, outcome, told);
    expect(refused).toEqual(isRefusedNow ? expect.objectContaining({ kind: 'REFUSED' }) : undefined);
    if (refused) expect(refused).toMatchObject({ refusal: { code: 'GUIDE_NOT_TOLD' } });
  });

  test.each([
    ['PHONE', 'PRINTED', true],
    ['PHONE', 'SHOWN', true],
    ['PHONE', 'ORAL', false],
    ['PHONE', 'ELECTRONIC', false],
    ['WINDOW', 'PRINTED', false],
    ['WINDOW', 'SHOWN', false],
  ] as const)('S4.3d told over %s, a guide that is %s is impossible: %s', (channel, mode, isImpossible) => {
    const refused = refuseImpossibleMode({ ...contact, channel }, mode);
    expect(refused?.refusal.code).toBe(isImpossible ? 'MODE_NOT_POSSIBLE' : undefined);
  });
});

describe('at the desk', () => {
  const asked = { question: '归谁管', isPending: false, now };
  const atDesk = valueOf(applyDeskReferral(contact, asked));
  const officer = { id: 'D', roles: ['OFFICER', 'DESK_OFFICER'] };

  test('A-16 a question waits with whoever answered for it until then', () => {
    const desk = { question: '归谁管', since: now, takenById: null, takenAt: null };
    expect(atDesk).toEqual({ ...contact, desk, version: 2 });
  });

  test.each<[string, Contact, boolean, string]>([
    ['that has ended', closed, false, 'CONTACT_CLOSED'],
    ['that is there already', atDesk, false, 'CONTACT_AT_DESK'],
    ['while a window is asked', contact, true, 'REFERRAL_PENDING'],
  ])('S4.4b A-16 a contact does not go to the desk %s', (_what, of, isPending, code) => {
    expect(applyDeskReferral(of, { ...asked, isPending })).toMatchObject({ refusal: { code } });
  });

  test('S2.2c A-16 a desk officer takes it over and answers for it, away from its post', () => {
    const desk = { ...atDesk.desk, takenById: 'D', takenAt: later };
    const taken = valueOf(applyDeskTakeover(atDesk, officer, later));
    expect(taken).toEqual({ ...atDesk, ownerId: 'D', postId: null, desk, version: 3 });
    expect(applyDeskTakeover(taken, officer, later)).toMatchObject({ refusal: { code: 'NOT_AT_DESK' } });
  });

  test.each<[string, Contact, readonly string[], string]>([
    ['nobody else', atDesk, ['OFFICER'], 'DESK_OFFICER_REQUIRED'],
    ['nobody what has ended', { ...atDesk, closedAt: now }, officer.roles, 'CONTACT_CLOSED'],
    ['nobody what is not there', contact, officer.roles, 'NOT_AT_DESK'],
  ])('S2.2c A-16 from the desk takes %s', (_what, of, roles, code) => {
    expect(applyDeskTakeover(of, { id: 'D', roles }, later)).toMatchObject({ refusal: { code } });
  });
});

describe('a referral', () => {
  const facts = { id: 'r', toWindowId: 'v', reason: '医保', officerId: 'A', now, withinMinutes: 10 };
  const offered = valueOf(offerReferral(contact, [], facts));
  const taker = { officerId: 'C', postId: 'q' };

  test('S2.2c every turn of it is the next version of its contact', () => {
    expect(offered.contact.version).toBe(2);
    expect(valueOf(applyAcknowledgement(offered.contact, offered.referral, taker, now)).contact.version).toBe(3);
    expect(returnReferral(offered.contact, offered.referral, null, now).contact.version).toBe(3);
  });

  test('S2.2c what has ended is neither offered nor taken; what was offered before does not stand in the way', () => {
    expect(offerReferral(closed, [], facts)).toMatchObject({ refusal: { code: 'CONTACT_CLOSED' } });
    const ended = { ...offered.contact, closedAt: now };
    expect(applyAcknowledgement(ended, offered.referral, taker, now)).toMatchObject({
      refusal: { code: 'REFERRAL_SETTLED' },
    });
    const returned = { ...offered.referral, state: 'RETURNED' } as const;
    expect(offerReferral(contact, [returned], facts)).toMatchObject({ kind: 'DONE' });
  });

  test('S1.2e who let it lie until it was late ignored it, also when the contact ended then or after', () => {
    const { alertAt } = offered.referral;
    const ignoredBy = (closedAt: Date): string | null =>
      returnReferral({ ...offered.contact, closedAt }, offered.referral, 'C', later).referral.ignoredById;
    expect([now, alertAt, later].map(ignoredBy)).toEqual([null, 'C', 'C']);
  });
});

describe('S4.4b a body outside the hall', () => {
  test.each([
    ['税务 826-1234567', true],
    ['区税务局，人民路8', true],
    ['区税务局，人民路西段8号', true],
    ['区税务局 3 楼', true],
    ['区税务局3号', true],
    ['区税务局，十二', false],
    ['税务局，12', false],
    ['税 826-1234567', false],
    ['区税务局，人民路', false],
  ])('A-16 %s: is named and can be reached: %s', (text, expected) => {
    expect(namesBody(text)).toBe(expected);
  });
});
