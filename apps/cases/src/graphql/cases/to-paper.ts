import { createType, globalIdOrNull } from '@hall/platform/graphql';
import type { DeliveredNotice, OfCase, RecordedDefect } from '../../persistence/cases/case-queries';
import type { AcceptanceSlip } from '../../domain/cases/plan-handling';
import type { RejectionReport } from '../../domain/cases/end-case';
import { AcceptanceSlipType, CorrectionNoticeType, DefectType, RefusalReportType } from './paper.type';

/** The slips of a case, newest first: each but the first was replaced by the one before it in this list. */
export function toSlipTypes(slips: readonly OfCase<AcceptanceSlip>[]): AcceptanceSlipType[] {
  const shown: AcceptanceSlipType[] = [];
  for (const { hallCode, number, issuedAt, dueOn, provisional, pickupWindowId, codeOf } of slips) {
    const voidedBy = shown.at(-1) ?? null;
    const window = globalIdOrNull(hallCode, pickupWindowId);
    const slip = { number, issuedAt, dueOn, provisional, voidedBy, pickupWindowId: window, codeOf };
    shown.push(createType(AcceptanceSlipType, slip));
  }
  return shown;
}

/** A notice, for readers. */
export function toNoticeType(notice: OfCase<DeliveredNotice>): CorrectionNoticeType {
  const { hallCode, caseId, number, issuedAt, replyBy, ground, basis, issuedById, approvedById, delivery } = notice;
  return createType(CorrectionNoticeType, {
    number,
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
export function toDefectType({ materialCode, kind, explanation, settledAt, noticeNumber }: RecordedDefect): DefectType {
  return createType(DefectType, { materialCode, kind, explanation, settledAt, noticeNumber });
}

/** A refusal report, for readers. */
export function toRefusalType(report: RejectionReport): RefusalReportType {
  const { hallCode, number, reason, explanation, referToBody, at, readAt } = report;
  return createType(RefusalReportType, {
    number,
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
