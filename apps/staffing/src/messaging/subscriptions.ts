import type { HallEvent } from '@hall/contracts';
import type { EventHandlers } from '@hall/platform/jetstream';
import type { Tx } from '@hall/platform/postgres';
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

type Envelope = Pick<HallEvent, 'id' | 'hallcode' | 'correlationid'>;

interface Breach {
  readonly subject: string;
  readonly level: string;
  readonly at: string;
  readonly staffId: string;
  readonly caseId: string | null;
}

/**
 * What staffing does about the events of cases: a broken promise, a second notice for an omission, and a visitor who is
 * passed on again become records of conduct of whoever answered for it then.
 *
 * @regulation S4.5b S1.2e S1.2f
 */
export function caseSubscriptions(ports: StaffingPorts): EventHandlers {
  const breached = async (tx: Tx, event: Envelope, { subject, level, at, ...found }: Breach): Promise<void> => {
    const finding = findingOfBreach[subject];
    if (level !== 'BREACHED' || finding === undefined) return;
    const { id: causeId, hallcode: hallCode, correlationid: correlationId } = event;
    const cause = { correlationId, causationId: causeId };
    await recordDetected(ports, tx, cause, { hallCode, finding, occurredAt: new Date(at), causeId, ...found });
  };
  return {
    'hall.cases.deadline.level-reached.v1': (tx, { data, ...event }) => {
      const { subject, level, answerableId, ownerKind, ownerId, at } = data;
      return breached(tx, event, {
        subject,
        level,
        at,
        staffId: answerableId,
        caseId: ownerKind === 'CASE' ? ownerId : null,
      });
    },
    // No longer published; a stream may still keep some that have not been read.
    'hall.cases.commitment.rung-reached.v1': (tx, { data, ...event }) => {
      const { subject, rung: level, responsibleId: staffId, caseId, at } = data;
      return breached(tx, event, { subject, level, at, staffId, caseId });
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
