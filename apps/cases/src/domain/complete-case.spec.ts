import { allowedActions, caseStatuses } from './case';
import type { Case } from './case';
import { decideCase, deliverResult } from './complete-case';
import { followAuthority } from './follow-authority';

const now = new Date('2026-11-24T10:00:00+08:00');
const current: Case = {
  hallCode: 'demo',
  id: 'c',
  number: 'n',
  itemId: 'i',
  itemCode: 'I-1',
  itemVersion: 1,
  departmentId: 'd',
  handlingType: 'PROMISED',
  status: 'ACCEPTED',
  contactId: null,
  windowId: 'w',
  postId: 'p',
  acceptedById: 'A',
  responsibleId: 'A',
  acceptedAt: now,
  dueAt: now,
  handlerIds: ['A'],
  decision: null,
  delivery: null,
  version: 4,
};
const deputy = { officerId: 'B', postId: 'p', actingForId: 'A', coverId: 'x' };
const window = { window: { id: 'w' }, ownWindowNumber: '3', identityChecked: true, now };

describe('deciding and delivering', () => {
  test('S5.4c a decision of the deputy is the deputy’s own act', () => {
    expect(decideCase(current, deputy, { approved: true, grounds: '符合条件', now })).toMatchObject({
      kind: 'DONE',
      value: {
        status: 'DECIDED',
        decision: { decidedById: 'B', grounds: '符合条件' },
        handlerIds: ['A', 'B'],
        version: 5,
      },
    });
  });

  test.each(caseStatuses)('S1.1c in state %s exactly the allowed actions succeed', (status) => {
    const inState = { ...current, status };
    const allowed = allowedActions(inState);
    const decided = decideCase(inState, deputy, { approved: true, grounds: 'g', now });
    const delivered = deliverResult(inState, deputy, window);
    expect(decided.kind === 'DONE').toBe(allowed.includes('decideCase'));
    expect(delivered.kind === 'DONE').toBe(allowed.includes('deliverResult'));
    for (const outcome of [decided, delivered]) {
      if (outcome.kind === 'REFUSED') expect(outcome.refusal.allowedActions).toEqual(allowed);
    }
  });

  test('S3.4c the result is collected at the same window', () => {
    const elsewhere = deliverResult({ ...current, status: 'DECIDED' }, deputy, { ...window, window: { id: 'v' } });
    expect(elsewhere).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'DELIVERY_AT_OTHER_WINDOW', clause: 'S3.4c' },
    });
  });
});

describe('a case follows the authority over its post', () => {
  test('S5.2a the new holder answers for it', () => {
    expect(followAuthority(current, 'B')).toMatchObject({ responsibleId: 'B', version: 5 });
  });

  test('S5.2a a vacancy leaves the person who answered before', () => {
    expect(followAuthority(current, null)).toBeUndefined();
  });

  test('S5.2a the same holder again changes nothing', () => {
    expect(followAuthority(current, 'A')).toBeUndefined();
  });

  test.each(['COMPLETED', 'WITHDRAWN', 'NOT_ACCEPTED', 'RETURNED'] as const)(
    'S5.4a a case that is %s stays as it ended',
    (status) => {
      expect(followAuthority({ ...current, status }, 'B')).toBeUndefined();
    },
  );
});
