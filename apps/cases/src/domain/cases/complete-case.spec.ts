import { acceptedCase, at, deputy, now } from '../../../test/support/case-fixtures';
import { chooseSubstitute, applyDecision, applyDelivery, applyDeliveryChoice, applySubstitute } from './complete-case';
import { answerableFor, applyHolder } from './follow-authority';

const current = acceptedCase;
const window = { window: { id: 'w' }, ownWindowNumber: '3', identityChecked: true, now };

describe('deciding and delivering', () => {
  test('S5.4c a decision of the deputy is the deputy’s own act', () => {
    expect(applyDecision(current, deputy, { approved: true, grounds: '符合条件', now })).toMatchObject({
      kind: 'DONE',
      value: {
        status: 'DECIDED',
        decision: { decidedById: 'B', grounds: '符合条件' },
        handlerIds: ['A', 'B'],
        version: 5,
      },
    });
  });

  test('S3.4c the result is collected at the same window', () => {
    const elsewhere = applyDelivery({ ...current, status: 'DECIDED' }, deputy, { ...window, window: { id: 'v' } });
    expect(elsewhere).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'DELIVERY_AT_OTHER_WINDOW', clause: 'S3.4c' },
    });
  });
});

describe('exceptions of delivery', () => {
  const decided = { ...current, status: 'DECIDED' } as const;

  test('A-11 at the one named substitute too, and at no other', () => {
    const open = [{ id: 'v', number: '2', departmentId: 'd' }];
    const named = applySubstitute(decided, deputy, 'v', open);
    expect(named).toMatchObject({ value: { substituteWindowId: 'v' } });
    const withSubstitute = { ...decided, substituteWindowId: 'v' };
    expect(applySubstitute(withSubstitute, deputy, 'u', open)).toMatchObject({
      refusal: { code: 'SUBSTITUTE_ALREADY_NAMED' },
    });
    expect(applySubstitute(withSubstitute, deputy, 'u', [])).toMatchObject({ value: { substituteWindowId: 'u' } });
    expect(applySubstitute(decided, deputy, 'w', open)).toMatchObject({
      refusal: { code: 'SUBSTITUTE_IS_OWN_WINDOW' },
    });
    expect(applyDelivery(withSubstitute, deputy, { ...window, window: { id: 'v' } })).toMatchObject({ kind: 'DONE' });
    expect(applyDelivery(withSubstitute, deputy, { ...window, window: { id: 'u' } })).toMatchObject({
      kind: 'REFUSED',
    });
  });

  describe('the substitute that the system names', () => {
    const own = { id: decided.windowId, number: '1', departmentId: decided.departmentId };
    const at = (number: string, departmentId = decided.departmentId) => ({
      id: `window ${number}`,
      number,
      departmentId,
    });

    test.each([
      ['the lowest number of its own department', decided, [at('2', 'other'), at('10'), at('9')], '9'],
      ['another department where its own has none', decided, [at('12', 'other'), at('3', 'other')], '3'],
      ['none while its own window is open', decided, [at('2'), own], undefined],
      [
        'none while the one named before is open',
        { ...decided, substituteWindowId: 'window 2' },
        [at('2'), at('1')],
        undefined,
      ],
      ['another where the one named before has closed', { ...decided, substituteWindowId: 'window 2' }, [at('4')], '4'],
      ['none where no window is open', decided, [], undefined],
      ['none before a decision', current, [at('2')], undefined],
    ] as const)('A-11 %s', (_title, of, open, number) => {
      expect(chooseSubstitute(of, open)?.number).toBe(number);
    });
  });

  test('S3.4c nobody collects a result whose identity was not checked', () => {
    expect(applyDelivery(decided, deputy, { ...window, identityChecked: false })).toMatchObject({
      refusal: { code: 'IDENTITY_NOT_CHECKED', clause: 'S3.4c' },
    });
  });

  describe('delivery as the applicant chose', () => {
    const posted = { ...window, method: 'POST' as const, identityChecked: false, trackingNumber: 'EM123456789CN' };
    const chosen = { ...decided, deliveryChoice: { method: 'POST' as const, chosenAt: now, recordedById: 'A' } };
    const refusedWith = (of: typeof decided, said: object) => {
      const outcome = applyDelivery(of, deputy, { ...window, ...said });
      return outcome.kind === 'REFUSED' ? [outcome.refusal.code, outcome.refusal.clause] : outcome.kind;
    };

    test('A-11 nothing goes by post, or is handed out at the window, unless the applicant chose so before', () => {
      expect(refusedWith(decided, posted)).toEqual(['DELIVERY_NOT_CHOSEN', 'A-11']);
      expect(refusedWith(chosen, {})).toEqual(['DELIVERY_NOT_CHOSEN', 'A-11']);
      expect(applyDelivery(chosen, deputy, posted)).toMatchObject({
        value: { delivery: { method: 'POST', recipient: 'APPLICANT', trackingNumber: 'EM123456789CN' } },
      });
    });

    test('A-11 it is chosen at an officer’s word or the applicant’s own, as often as they like, until it is delivered', () => {
      expect(applyDeliveryChoice(decided, deputy, 'POST', now)).toMatchObject({
        value: { deliveryChoice: { method: 'POST', recordedById: 'B' }, handlerIds: ['A', 'B'] },
      });
      expect(applyDeliveryChoice(chosen, null, 'WINDOW', now)).toMatchObject({
        value: { deliveryChoice: { method: 'WINDOW', recordedById: null }, version: 5 },
      });
      expect(applyDeliveryChoice({ ...chosen, status: 'COMPLETED' }, null, 'WINDOW', now)).toMatchObject({
        refusal: { code: 'CASE_ACTION_NOT_POSSIBLE' },
      });
    });

    test.each([
      ['from another window', { window: { id: 'u' } }, 'DELIVERY_AT_OTHER_WINDOW'],
      ['without its number', { trackingNumber: null }, 'DELIVERY_PROOF_MISSING'],
      ['with a number that says nothing', { trackingNumber: '已寄' }, 'DELIVERY_PROOF_MISSING'],
      ['to an agent without a name', { recipient: 'AGENT' }, 'RECIPIENT_NOT_NAMED'],
    ])('S3.4c nothing is posted %s', (_title, said, code) => {
      expect(refusedWith(chosen, { ...posted, ...said })).toEqual([code, 'S3.4c']);
    });

    test('S3.4c of somebody who comes for the applicant the name is kept', () => {
      const agent = { name: '李*', sealed: 's' };
      expect(applyDelivery(decided, deputy, { ...window, recipient: 'AGENT', agent })).toMatchObject({
        value: { delivery: { recipient: 'AGENT', agentName: '李*', agentSealed: 's' } },
      });
    });
  });
});

describe('what a decision waits for', () => {
  const decision = { approved: true, grounds: 'g', now };

  test('S3.4d every department of a joint case has spoken', () => {
    const joint = { ...current, handlingType: 'JOINT' } as const;
    expect(applyDecision(joint, deputy, { ...decision, openOpinions: ['d2'] })).toMatchObject({
      refusal: { code: 'OPINIONS_OPEN', clause: 'S3.4d', allowedActions: ['giveOpinion'] },
    });
    expect(applyDecision(joint, deputy, { ...decision, openOpinions: [] })).toMatchObject({ kind: 'DONE' });
  });

  test('S3.4a an on-the-spot case that was not finished the same day is decided late', () => {
    const instant = { ...current, handlingType: 'INSTANT', dueAt: at('2026-11-24T17:00:00') } as const;
    expect(applyDecision(instant, deputy, decision)).toMatchObject({ kind: 'DONE' });
    const late = { ...decision, now: at('2026-11-25T09:00:00') };
    expect(applyDecision(instant, deputy, late)).toMatchObject({ kind: 'DONE' });
  });
});

describe('a case follows the authority over its post', () => {
  test('S5.2a the new holder answers for it', () => {
    expect(applyHolder(current, 'B')).toMatchObject({ responsibleId: 'B', version: 5 });
  });

  test('S5.1c S5.2a A-22: a vacancy is answered for by its owner, a closed post by whoever had it', () => {
    const nobody = { holderId: null, vacancyOwnerId: 'H' };
    expect(answerableFor({ ...nobody, holderId: 'B' }, true)).toBe('B');
    expect(answerableFor(nobody, true)).toBe('H');
    expect(answerableFor(nobody, false)).toBeNull();
  });

  test('S5.2a the same holder again changes nothing', () => {
    expect(applyHolder(current, 'A')).toBeUndefined();
  });

  test.each(['COMPLETED', 'WITHDRAWN', 'NOT_ACCEPTED', 'RETURNED'] as const)(
    'S5.4a a case that is %s stays as it ended',
    (status) => {
      expect(applyHolder({ ...current, status }, 'B')).toBeUndefined();
    },
  );
});
