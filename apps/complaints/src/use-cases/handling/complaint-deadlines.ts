import type { DeadlineKey, LockedOwners } from '@hall/platform/deadlines';
import type { Tx } from '@hall/platform/postgres';
import type { ComplaintFact } from '../../domain/facts';
import { lockAvailableComplaints, saveComplaint } from '../../persistence/register/complaint-store';
import type { ComplaintPorts } from '../ports';

/**
 * What the deadlines of this service hang on: complaints. A level is stated; a date that a calendar change has moved is
 * written into the complaint too.
 *
 * @regulation A-30
 */
export async function lockDeadlineOwners(
  ports: ComplaintPorts,
  tx: Tx,
  keys: readonly DeadlineKey[],
): Promise<LockedOwners> {
  const wanted = keys.map(({ hallCode, owner: { id } }) => ({ hallCode, id }));
  const locked = await lockAvailableComplaints(tx, wanted);
  const complaints = new Map(locked.map((complaint) => [complaint.id, complaint]));
  return {
    holds: ({ id }) => complaints.has(id),
    levelsReached: (levels) =>
      ports.publish(
        tx,
        { correlationId: 'sweep' },
        levels.map((reached) => ({ kind: 'DEADLINE_LEVEL_REACHED', reached })),
      ),
    async datesMoved(moves) {
      const facts: ComplaintFact[] = [];
      for (const moved of moves) {
        const { deadline, reason, at } = moved;
        const before = complaints.get(deadline.owner.id)!;
        const complaint = { ...before, dueAt: deadline.plan.dueAt, version: before.version + 1 };
        const action = { kind: 'DATE_MOVED' as const, at, officerId: null, clause: 'A-30', note: reason };
        await saveComplaint(tx, complaint, action);
        facts.push({ kind: 'MOVED', complaint }, { kind: 'DEADLINE_MOVED', moved });
      }
      await ports.publish(tx, { correlationId: 'calendar' }, facts);
    },
  };
}
