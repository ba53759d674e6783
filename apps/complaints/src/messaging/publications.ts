import type { EventType } from '@hall/contracts';
import { publication } from '@hall/platform/publishing';
import type { Publication } from '@hall/platform/publishing';
import type { ComplaintFact } from '../domain/facts';

const typeOf = {
  REGISTERED: 'hall.complaints.complaint.registered.v1',
  CLASSIFIED: 'hall.complaints.complaint.classified.v1',
  DECIDED: 'hall.complaints.complaint.decided.v1',
  FED_BACK: 'hall.complaints.complaint.fed-back.v1',
  CLOSED: 'hall.complaints.complaint.closed.v1',
} as const satisfies Record<ComplaintFact['kind'], EventType>;

/** As what a fact leaves the service: the whole state, without the complainant and without words. */
export function toPublication({ kind, complaint }: ComplaintFact): Publication {
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
