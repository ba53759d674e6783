import { escalationLevels } from '@hall/kernel';
import type { LevelInstant, StoredDeadline } from '@hall/kernel';
import { publication } from '../publishing';
import type { Publication } from '../publishing';
import type { MovedDeadline } from './deadline-store';

function stated({ id: deadlineId, subject, owner, answerableId }: StoredDeadline) {
  return { deadlineId, subject, ownerKind: owner.kind, ownerId: owner.id, answerableId };
}

/** As what a level that was reached leaves a service. */
export function levelReached(
  type: 'hall.cases.deadline.level-reached.v1' | 'hall.complaints.deadline.level-reached.v1',
  { deadline, level, at }: LevelInstant & { readonly deadline: StoredDeadline },
): Publication {
  const { hallCode, id: aggregateId, plan } = deadline;
  const dueAt = plan.dueAt?.toISOString() ?? null;
  const data = { ...stated(deadline), level, at: at.toISOString(), dueAt };
  return publication({ type, hallCode, aggregateId, sequence: escalationLevels.indexOf(level) + 1, data });
}

/** As what a date that a calendar change has moved leaves a service. */
export function deadlineMoved(
  type: 'hall.cases.deadline.moved.v1' | 'hall.complaints.deadline.moved.v1',
  { deadline, before, reason }: Pick<MovedDeadline, 'deadline' | 'before' | 'reason'>,
): Publication {
  const { hallCode, id: aggregateId, plan, ledger } = deadline;
  const dueAfter = plan.dueAt?.toISOString() ?? null;
  const data = { ...stated(deadline), dueBefore: before?.toISOString() ?? null, dueAfter, reason };
  return publication({ type, hallCode, aggregateId, sequence: ledger.length, data });
}
