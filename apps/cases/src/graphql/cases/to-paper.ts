import { createType, globalIdOrNull } from '@hall/platform/graphql';
import type { DeliveredNotice, OfCase, RecordedDefect } from '../../persistence/cases/case-queries';
import type { AcceptanceSlip } from '../../domain/cases/plan-handling';
import type { RejectionReport } from '../../domain/cases/end-case';
import type { PaperKind } from '../../http/document-links';
import { AcceptanceSlipType, CorrectionNoticeType, DefectType, RejectionReportType } from './paper.type';

/** How papers are reached: by a link that is good for an hour, and what is printed on a slip to ask about it. */
export interface PaperAccess {
  readonly linkTo: (kind: PaperKind, number: string) => string;
  readonly secretOf: (codeOf: string) => string;
}

/** The slips of a case, newest first: each but the first was replaced by the one before it in this list. */
export function toSlipTypes(
  slips: readonly OfCase<AcceptanceSlip>[],
  { linkTo, secretOf }: PaperAccess,
): AcceptanceSlipType[] {
  const shown: AcceptanceSlipType[] = [];
  for (const { hallCode, number, issuedAt, dueOn, provisional, pickupWindowId, codeOf } of slips) {
    const voidedBy = shown.at(-1) ?? null;
    const window = globalIdOrNull(hallCode, pickupWindowId);
    const slip = { number, issuedAt, dueOn, provisional, voidedBy, pickupWindowId: window };
    shown.push(createType(AcceptanceSlipType, { ...slip, secret: secretOf(codeOf), pdfUrl: linkTo('slips', number) }));
  }
  return shown;
}

/** A notice, for readers. */
export function toNoticeType(notice: OfCase<DeliveredNotice>, { linkTo }: PaperAccess): CorrectionNoticeType {
  const { hallCode, caseId, number, issuedAt, replyBy, ground, basis, issuedById, approvedById, delivery } = notice;
  return createType(CorrectionNoticeType, {
    number,
    pdfUrl: linkTo('notices', number),
    issuedAt,
    replyBy,
    ground,
    basis,
    deliveryMode: delivery?.mode ?? null,
    deliveredAt: delivery && new Date(delivery.deliveredAt),
    acknowledgedAt: delivery?.acknowledgedAt ? new Date(delivery.acknowledgedAt) : null,
    issuedById: globalIdOrNull(hallCode, issuedById),
    approvedById: globalIdOrNull(hallCode, approvedById),
    caseId: globalIdOrNull(hallCode, caseId),
  });
}

/** A defect, for readers. */
export function toDefectType({ hallCode, caseId, ...defect }: OfCase<RecordedDefect>): DefectType {
  const { materialCode, kind, explanation, settledAt, noticeNumber } = defect;
  const of = globalIdOrNull(hallCode, caseId);
  return createType(DefectType, { materialCode, kind, explanation, settledAt, noticeNumber, caseId: of });
}

/** The report of a rejection, for readers. */
export function toRejectionType(report: RejectionReport, { linkTo }: PaperAccess): RejectionReportType {
  const { hallCode, number, reason, explanation, referToBody, at, readAt } = report;
  return createType(RejectionReportType, {
    number,
    pdfUrl: linkTo('rejections', number),
    reason,
    explanation,
    referToBody,
    at,
    readAt,
    handledById: globalIdOrNull(hallCode, report.handledById),
    readById: globalIdOrNull(hallCode, report.readById),
    referToWindowId: globalIdOrNull(hallCode, report.referToWindowId),
  });
}
