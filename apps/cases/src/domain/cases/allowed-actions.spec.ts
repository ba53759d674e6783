import { isRefused } from '@hall/kernel';
import type { CommitmentStatus, Outcome } from '@hall/kernel';
import { acceptedCase, at, by, lead, now, stepAt, taskOf } from '../../../test/support/case-fixtures';
import { allowedActions, refuseUnlessAllowed } from './allowed-actions';
import { caseActs, caseStatuses } from './case';
import type { Case, CaseActionName } from './case';
import { applyDeferral, applyExtension, applyPause, applyResume } from './change-commitment';
import { applyDecision, applyDelivery, applyDeliveryChoice, applySubstitute } from './complete-case';
import { applyDecline, applyWithdrawal } from './end-case';
import { applyOpinion, applyTaking } from './joint';
import { permitSecondNotice } from './notices';
import { applyStep } from './steps';

const caseActionNames = Object.keys(caseActs) as CaseActionName[];
const workdays = (amount: number) => ({ amount, unit: 'WORKING_DAY' as const });
const running = { kind: 'STATUS', state: 'RUNNING', dueAt: at('2026-12-01T17:00:00') } as CommitmentStatus;
/** Every rule that changes a case, given everything it needs: only the state can make it say no. */
const rules: Partial<Record<CaseActionName, (current: Case) => Outcome<unknown>>> = {
  decideCase: (current) => applyDecision(current, lead, { approved: true, grounds: 'g', now }),
  chooseDelivery: (current) => applyDeliveryChoice(current, lead, 'POST', now),
  deliverResult: (current) =>
    applyDelivery(current, lead, { window: { id: 'w' }, ownWindowNumber: '1', identityChecked: true, now }),
  substituteWindow: (current) => applySubstitute(current, lead, 'v', []),
  declineCase: (current) =>
    applyDecline(
      current,
      lead,
      { reason: 'NOT_REQUIRED_BY_LAW', explanation: 'e', referToBody: null, referToWindowId: null },
      true,
    ),
  withdrawCase: (current) => applyWithdrawal(current, lead),
  pauseCommitment: (current) => applyPause(current, lead, { ground: 'HEARING', status: running }),
  resumeCommitment: (current) => applyResume(current, lead),
  extendCommitment: (current) =>
    applyExtension(current, lead, {
      workingDays: 1,
      status: running,
      extendedBefore: false,
      promised: workdays(5),
      statutory: null,
      legalExtension: null,
      by,
    }),
  deferInstantCase: (current) => applyDeferral(current, lead, false),
  passStep: (current) => applyStep(current, lead, [stepAt(1)], now),
  giveOpinion: (current) =>
    applyOpinion(
      current,
      { ...lead, departmentId: 'd' },
      { tasks: [taskOf(0)], taskId: '0', agreed: true, opinion: 'o', now },
    ),
  takeJointTask: (current) => applyTaking(current, { ...lead, departmentId: 'd' }, taskOf(0), now),
  issueSecondNotice: (current) =>
    permitSecondNotice(
      current,
      {
        ground: 'CHANGED_LAW',
        basis: '〔2026〕1号',
        defects: [{ materialCode: 'ID', kind: 'WRONG_CONTENT', explanation: 'e' }],
      },
      { open: [], noticesBefore: 1, byHead: true },
    ),
};

const circumstances = caseStatuses.flatMap((status) =>
  (['INSTANT', 'PROMISED', 'JOINT'] as const).flatMap((handlingType) =>
    ([null, 'HEARING', 'AWAITING_CORRECTION'] as const).map((pausedOn) => ({ status, handlingType, pausedOn })),
  ),
);

describe('the table of what is possible', () => {
  test.each(circumstances)(
    'S1.1c $status, $handlingType, paused on $pausedOn: exactly the allowed acts succeed',
    (of) => {
      const current: Case = { ...acceptedCase, ...of };
      const allowed = allowedActions(current);
      for (const [name, rule] of Object.entries(rules) as [CaseActionName, (of: Case) => Outcome<unknown>][]) {
        if (name === 'extendCommitment' && of.handlingType === 'INSTANT') continue;
        const outcome = rule(current);
        expect([name, outcome.kind]).toEqual([name, allowed.includes(name) ? 'DONE' : 'REFUSED']);
        if (isRefused(outcome)) expect(outcome.refusal.allowedActions).toEqual(allowed);
      }
    },
  );

  test('S1.1c a refusal says what is possible, and never leaves an open case without a way on', () => {
    for (const of of circumstances) {
      const current: Case = { ...acceptedCase, ...of };
      for (const name of caseActionNames) {
        const refused = refuseUnlessAllowed(current, name);
        expect(refused === undefined).toBe(allowedActions(current).includes(name));
      }
      const isOver = ['COMPLETED', 'NOT_ACCEPTED', 'WITHDRAWN', 'RETURNED'].includes(of.status);
      expect(allowedActions(current).length > 0).toBe(!isOver);
    }
  });
});
