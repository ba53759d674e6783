import { done, isRefused } from '@hall/kernel';
import type { Counting, HallKey, StoredDeadline } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import type { AppendedEvent } from '@hall/platform/deadlines';
import { findOfficer } from '@hall/platform/directory';
import { createActs } from '@hall/platform/use-case';
import type { InHand } from '@hall/platform/use-case';
import type { Complaint } from '../../domain/register/complaint';
import type { ComplaintFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import { lockComplaint, saveComplaint } from '../../persistence/register/complaint-store';
import type { ComplaintPorts } from '../ports';

/** A complaint in hand of an officer whom it does not concern. */
export interface HeldComplaint extends HallKey {
  readonly complaint: Complaint;
  readonly officerId: string;
}

/** What an act makes of a complaint, and what the record says of it. */
export interface ComplaintChange {
  readonly next: Complaint;
  readonly fact: Exclude<Extract<ComplaintFact, { complaint: Complaint }>['kind'], 'MOVED'>;
  readonly clause: string;
  readonly note?: string;
  /** What has happened to its deadline. */
  readonly moved?: AppendedEvent;
}

/**
 * The shell of every act on a complaint. To anybody whom it concerns it does not exist.
 *
 * @regulation A-26
 * @refuses STAFF_NOT_KNOWN, COMPLAINT_NOT_FOUND, and whatever the rule refuses
 */
export const complaintAct = createActs<ComplaintPorts, HeldComplaint, object, ComplaintChange>({
  notFound: () => refuse('COMPLAINT_NOT_FOUND'),
  async lock(_ports, tx, key, command) {
    const officer = await findOfficer(tx, command, key.hallCode);
    if (isRefused(officer)) return officer;
    const complaint = await lockComplaint(tx, key, command.actor.account);
    return complaint && { ...key, complaint, officerId: officer.value.id };
  },
  prepare: () => Promise.resolve({}),
  async save({ ports, tx, current, now }, { next: changed, fact: kind, clause, note = null, moved }, command) {
    const deadline = moved?.deadline;
    const next = deadline?.plan.isOpen ? { ...changed, dueAt: deadline.plan.dueAt } : changed;
    const action = { kind, at: now, officerId: current.officerId, clause, note };
    if (moved) await ports.deadlines.append(tx, [moved]);
    await saveComplaint(tx, next, action);
    await ports.publish(tx, command, [{ kind, complaint: next }]);
  },
});

/** Whoever may see a complaint and works in its hall may act on it. */
export const anyHandler = () => Promise.resolve(done({}));

/** The deadline of a complaint, with by what it is counted. */
export async function findDeadline({
  ports,
  tx,
  current,
}: InHand<ComplaintPorts, HeldComplaint>): Promise<{ readonly deadline: StoredDeadline; readonly counting: Counting }> {
  const [deadline, counting] = await Promise.all([
    ports.deadlines.lock(tx, current),
    findCounting(ports, tx, current.hallCode),
  ]);
  if (!deadline) throw new Error(`complaint ${current.id} has no deadline`);
  return { deadline, counting };
}
