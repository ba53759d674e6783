import type { EventHandlers } from '@hall/platform/jetstream';
import type { ConductFinding } from '../domain/conduct/conduct';
import { recordDetected } from '../use-cases/conduct/record-conduct';
import type { StaffingPorts } from '../use-cases/ports';

/** Terms whose breach is a matter of conduct; the applicant's own time, and what superiors owe, are not. */
const findingOfBreach: Readonly<Record<string, ConductFinding>> = {
  CASE: 'PROMISE_BROKEN',
  STEP: 'STEP_LATE',
  JOINT_TASK: 'OPINION_LATE',
  CHECK: 'CHECK_LATE',
};

/**
 * What staffing does about the events of cases: a broken promise, a second notice for an omission, and a visitor who is
 * passed on again become records of conduct of whoever answered for it then.
 *
 * @regulation S4.5b S1.2e S1.2f
 */
export function caseSubscriptions(ports: StaffingPorts): EventHandlers {
  return {
    'hall.cases.commitment.rung-reached.v1': async (tx, { id: causeId, hallcode: hallCode, correlationid, data }) => {
      const finding = findingOfBreach[data.subject];
      if (data.rung !== 'BREACHED' || finding === undefined) return;
      const { responsibleId: staffId, caseId, at } = data;
      const cause = { correlationId: correlationid, causationId: causeId };
      await recordDetected(ports, tx, cause, { hallCode, staffId, finding, occurredAt: new Date(at), causeId, caseId });
    },
    'hall.cases.case.changed.v1': async (tx, { id: causeId, hallcode: hallCode, correlationid, time, data }) => {
      if (data.turn !== 'NOTICE_RULE_BROKEN') return;
      const { responsibleId: staffId, caseId } = data;
      const cause = { correlationId: correlationid, causationId: causeId };
      const found = {
        hallCode,
        staffId,
        finding: 'NOT_TOLD_ONCE',
        occurredAt: new Date(time),
        causeId,
        caseId,
      } as const;
      await recordDetected(ports, tx, cause, found);
    },
    'hall.cases.contact.changed.v1': async (tx, { id: causeId, hallcode: hallCode, correlationid, time, data }) => {
      if (data.turn !== 'BOUNCED') return;
      const cause = { correlationId: correlationid, causationId: causeId };
      const occurredAt = new Date(time);
      const found = {
        hallCode,
        staffId: data.ownerId,
        finding: 'PASSED_ON_AGAIN',
        occurredAt,
        causeId,
        caseId: null,
      } as const;
      await recordDetected(ports, tx, cause, found);
    },
  };
}
