import type { EventType } from '@hall/contracts';
import { deadlineMoved, levelReached } from '@hall/platform/deadlines';
import { publication } from '@hall/platform/publishing';
import type { Publication } from '@hall/platform/publishing';
import type { Complaint } from '../domain/register/complaint';
import type { ComplaintFact } from '../domain/facts';

const typeOf = {
  REGISTERED: 'hall.complaints.complaint.registered.v1',
  CLASSIFIED: 'hall.complaints.complaint.classified.v1',
  DECIDED: 'hall.complaints.complaint.decided.v1',
  FED_BACK: 'hall.complaints.complaint.fed-back.v1',
  CLOSED: 'hall.complaints.complaint.closed.v1',
  MOVED: 'hall.complaints.complaint.moved.v1',
} as const satisfies Record<Extract<ComplaintFact, { complaint: Complaint }>['kind'], EventType>;

/** As what a fact leaves the service: the whole state, without the complainant and without words. */
export function toPublication(fact: ComplaintFact): Publication {
  if (fact.kind === 'DEADLINE_LEVEL_REACHED')
    return levelReached('hall.complaints.deadline.level-reached.v1', fact.reached);
  if (fact.kind === 'DEADLINE_MOVED') return deadlineMoved('hall.complaints.deadline.moved.v1', fact.moved);
  const { kind, complaint } = fact;
  const { hallCode, id: complaintId, version, receivedAt, grounds, dueAt } = complaint;
  const { number, channel, windowId, respondentId, caseId, timeClass, status, ownerId, finding } = complaint;
  return publication({
    type: typeOf[kind],
    hallCode,
    aggregateId: complaintId,
    sequence: version,
    data: {
      complaintId,
      number,
      channel,
      receivedAt: receivedAt.toISOString(),
      windowId,
      respondentId,
      caseId,
      grounds: [...grounds],
      timeClass,
      status,
      ownerId,
      dueAt: dueAt && dueAt.toISOString(),
      finding,
    },
  });
}
