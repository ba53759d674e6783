import type { HallEvent } from '@hall/contracts';
import type { EventHandlers } from '@hall/platform/jetstream';
import type { Tx } from '@hall/platform/postgres';
import type { ConductFinding } from '../domain/conduct/conduct';
import { correctDetected, recordDetected } from '../use-cases/conduct/record-conduct';
import type { StaffingPorts } from '../use-cases/ports';

/** Deadlines whose breach is a matter of conduct; the applicant's own time, and what superiors owe, are not. */
const findingOfBreach: Readonly<Record<string, ConductFinding>> = {
  CASE: 'PROMISE_BROKEN',
  STEP: 'STEP_LATE',
  JOINT_TASK: 'OPINION_LATE',
  CHECK: 'CHECK_LATE',
};

/** The parts of an event that a record of conduct keeps. */
type Envelope = Pick<HallEvent, 'id' | 'hallcode' | 'correlationid'>;

interface Found {
  readonly finding: ConductFinding | undefined;
  readonly at: string;
  readonly staffId: string;
  readonly caseId: string | null;
}

/**
 * What staffing does about the events of cases: a broken promise, a second notice for an omission, a visitor who is passed
 * on again, a referral that was not taken, and guides that ran out become records of conduct of whoever answered for it then.
 *
 * @regulation S4.5b S5.4c S1.2e S1.2f S3.3d
 */
export function caseSubscriptions(ports: StaffingPorts): EventHandlers {
  const record = async (tx: Tx, event: Envelope, { finding, at, ...whose }: Found): Promise<void> => {
    if (finding === undefined) return;
    const { id: causeId, hallcode: hallCode, correlationid: correlationId } = event;
    const detected = { hallCode, finding, occurredAt: new Date(at), causeId, ...whose };
    await recordDetected(ports, tx, { correlationId, causationId: causeId }, detected);
  };
  return {
    'hall.cases.deadline.level-reached.v1': (tx, { data, ...event }) => {
      const { subject, level, answerableId: staffId, ownerKind, ownerId, at } = data;
      const finding = level === 'BREACHED' ? findingOfBreach[subject] : undefined;
      return record(tx, event, { finding, at, staffId, caseId: ownerKind === 'CASE' ? ownerId : null });
    },
    'hall.cases.deadline.level-corrected.v1': async (tx, { data, ...event }) => {
      const { subject, level, answerableId: staffId, previousId, ownerId: caseId, at } = data;
      const finding = level === 'BREACHED' ? findingOfBreach[subject] : undefined;
      if (finding === undefined) return;
      const { id: causeId, hallcode: hallCode, correlationid: correlationId } = event;
      const detected = { hallCode, staffId, finding, occurredAt: new Date(at), causeId, caseId };
      await correctDetected(ports, tx, { correlationId, causationId: causeId }, previousId, detected);
    },
    // No longer published; a stream may still keep some that have not been read.
    'hall.cases.commitment.rung-reached.v1': (tx, { data, ...event }) => {
      const { subject, rung, responsibleId: staffId, caseId, at } = data;
      const finding = rung === 'BREACHED' ? findingOfBreach[subject] : undefined;
      return record(tx, event, { finding, at, staffId, caseId });
    },
    'hall.cases.notice.rule-broken.v1': (tx, { data: { signedById: staffId, caseId }, time, ...event }) =>
      record(tx, event, { finding: 'NOT_TOLD_ONCE', at: time, staffId, caseId }),
    'hall.cases.contact.changed.v1': (tx, { data: { turn, ownerId: staffId }, time, ...event }) => {
      const finding = turn === 'BOUNCED' ? 'PASSED_ON_AGAIN' : undefined;
      return record(tx, event, { finding, at: time, staffId, caseId: null });
    },
    'hall.cases.guides.ran-out.v1': (tx, { data: { ownerId: staffId, at }, ...event }) =>
      record(tx, event, { finding: 'GUIDES_OUT', at, staffId, caseId: null }),
    'hall.cases.referral.ignored.v1': (tx, { data: { ignoredById: staffId, at }, ...event }) =>
      record(tx, event, { finding: 'REFERRAL_IGNORED', at, staffId, caseId: null }),
  };
}
