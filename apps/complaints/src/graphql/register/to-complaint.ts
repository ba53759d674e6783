import { maskName, maskPhone } from '@hall/kernel';
import { globalId, make, refOrNull } from '@hall/platform/graphql';
import { allowedActions } from '../../domain/register/complaint';
import type { Complaint, Feedback } from '../../domain/register/complaint';
import type { OfComplaint, RecordedAction } from '../../persistence/register/complaint-queries';
import type { Complainant } from '../../use-cases/ports';
import { ComplainantType, ComplaintActionType, ComplaintType, FeedbackType } from './complaint.type';

/** A complaint, for readers. */
export function toComplaintType(complaint: Complaint): ComplaintType {
  const {
    hallCode,
    number,
    channel,
    summary,
    receivedAt,
    grounds,
    timeClass,
    status,
    dueAt,
    finding,
    opinion,
    closedAt,
  } = complaint;
  return make(ComplaintType, {
    id: globalId(complaint),
    number,
    channel,
    summary,
    receivedAt,
    grounds,
    timeClass,
    status,
    dueAt,
    finding,
    opinion,
    closedAt,
    feedback: complaint.feedback && toFeedbackType(hallCode, complaint.feedback),
    allowedActions: allowedActions(complaint),
    windowId: refOrNull(hallCode, complaint.windowId),
    respondentId: refOrNull(hallCode, complaint.respondentId),
    caseId: refOrNull(hallCode, complaint.caseId),
    ownerId: refOrNull(hallCode, complaint.ownerId),
  });
}

function toFeedbackType(
  hallCode: string,
  { mode, content, complainantView, givenAt, givenById }: Feedback,
): FeedbackType {
  return make(FeedbackType, { mode, content, complainantView, givenAt, givenById: refOrNull(hallCode, givenById) });
}

/** Personal data leaves this service masked. */
export function toComplainantType({ name, phone }: Complainant): ComplainantType {
  return make(ComplainantType, { name: maskName(name), phone: phone && maskPhone(phone) });
}

/** A line of the record, for readers. */
export function toActionType({
  hallCode,
  sequence,
  kind,
  at,
  clause,
  officerId,
}: OfComplaint<RecordedAction>): ComplaintActionType {
  return make(ComplaintActionType, { sequence, kind, at, clause, officerId: refOrNull(hallCode, officerId) });
}
