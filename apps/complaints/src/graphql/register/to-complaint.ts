import { maskName, maskPhone } from '@hall/kernel';
import { globalId, createType, globalIdOrNull } from '@hall/platform/graphql';
import type { Complaint, Feedback } from '../../domain/register/complaint';
import type { OfComplaint, RecordedAction } from '../../persistence/register/complaint-queries';
import type { Complainant } from '../../domain/register/complaint';
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
  return createType(ComplaintType, {
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
    windowId: globalIdOrNull(hallCode, complaint.windowId),
    respondentId: globalIdOrNull(hallCode, complaint.respondentId),
    caseId: globalIdOrNull(hallCode, complaint.caseId),
    ownerId: globalIdOrNull(hallCode, complaint.ownerId),
  });
}

function toFeedbackType(
  hallCode: string,
  { mode, content, complainantView, givenAt, givenById }: Feedback,
): FeedbackType {
  return createType(FeedbackType, {
    mode,
    content,
    complainantView,
    givenAt,
    givenById: globalIdOrNull(hallCode, givenById),
  });
}

/** Personal data leaves this service masked. */
export function toComplainantType({ name, phone }: Complainant): ComplainantType {
  return createType(ComplainantType, { name: maskName(name), phone: phone && maskPhone(phone) });
}

/** A line of the record, for readers. */
export function toActionType({
  hallCode,
  sequence,
  kind,
  at,
  clause,
  note,
  officerId,
}: OfComplaint<RecordedAction>): ComplaintActionType {
  return createType(ComplaintActionType, {
    sequence,
    kind,
    at,
    clause,
    note,
    officerId: globalIdOrNull(hallCode, officerId),
  });
}
