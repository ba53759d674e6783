import { levelActionKinds, moveNote } from '@hall/platform/deadlines';
import type { DeadlineKey, LockedOwners } from '@hall/platform/deadlines';
import type { Tx } from '@hall/platform/postgres';
import type { ComplaintFact } from '../../domain/facts';
import { lockAvailableComplaints, saveComplaint, saveLines } from '../../persistence/register/complaint-store';
import type { ComplaintPorts } from '../ports';

/**
 * What the deadlines of this service hang on: complaints. A level is written into the record of its complaint and
 * stated; a date that a calendar change has moved is written into the complaint too.
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
    async levelsReached(levels) {
      const lines = levels.map(({ deadline, level, at }) => {
        const before = complaints.get(deadline.owner.id)!;
        const next = { ...before, version: before.version + 1 };
        complaints.set(next.id, next);
        return { next, action: { kind: levelActionKinds[level], at, officerId: null, clause: 'A-30', note: null } };
      });
      await saveLines(tx, lines);
      const facts = levels.map((reached): ComplaintFact => ({ kind: 'DEADLINE_LEVEL_REACHED', reached }));
      await ports.publish(tx, { correlationId: 'sweep' }, facts);
    },
    async datesMoved(moves) {
      const facts: ComplaintFact[] = [];
      for (const moved of moves) {
        const { deadline, at } = moved;
        const before = complaints.get(deadline.owner.id)!;
        const complaint = { ...before, dueAt: deadline.plan.dueAt, version: before.version + 1 };
        complaints.set(complaint.id, complaint);
        const action = { kind: 'DATE_MOVED' as const, at, officerId: null, clause: 'A-30', note: moveNote(moved) };
        await saveComplaint(tx, complaint, action);
        facts.push({ kind: 'MOVED', complaint }, { kind: 'DEADLINE_MOVED', moved });
      }
      await ports.publish(tx, { correlationId: 'calendar' }, facts);
    },
  };
}
