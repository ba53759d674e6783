import { make, refOrNull } from '@hall/platform/graphql';
import type { DeliveredNotice, OfCase, RecordedDefect } from '../../persistence/cases/case-queries';
import type { AcceptanceSlip, RefusalReport } from '../../use-cases/ports';
import { AcceptanceSlipType, CorrectionNoticeType, DefectType, RefusalReportType } from './paper.type';

/** The slips of a case, newest first: each but the first was replaced by the one before it in this list. */
export function toSlipTypes(slips: readonly OfCase<AcceptanceSlip>[]): AcceptanceSlipType[] {
  const shown: AcceptanceSlipType[] = [];
  for (const { hallCode, number, issuedAt, dueOn, provisional, pickupWindowId, codeOf } of slips) {
    const voidedBy = shown.at(-1) ?? null;
    const window = refOrNull(hallCode, pickupWindowId);
    const slip = { number, issuedAt, dueOn, provisional, voidedBy, pickupWindowId: window, codeOf };
    shown.push(make(AcceptanceSlipType, slip));
  }
  return shown;
}

/** A notice, for readers. */
export function toNoticeType(notice: OfCase<DeliveredNotice>): CorrectionNoticeType {
  const { hallCode, caseId, number, issuedAt, replyBy, ground, basis, issuedById, approvedById, delivery } = notice;
  return make(CorrectionNoticeType, {
    number,
    issuedAt,
    replyBy,
    ground,
    basis,
    deliveryMode: delivery?.mode ?? null,
    deliveredAt: delivery && new Date(delivery.deliveredAt),
    acknowledgedAt: delivery?.acknowledgedAt ? new Date(delivery.acknowledgedAt) : null,
    issuedById: refOrNull(hallCode, issuedById),
    approvedById: refOrNull(hallCode, approvedById),
    caseId: refOrNull(hallCode, caseId),
  });
}

/** A defect, for readers. */
export function toDefectType({ materialCode, kind, explanation, settledAt, noticeNumber }: RecordedDefect): DefectType {
  return make(DefectType, { materialCode, kind, explanation, settledAt, noticeNumber });
}

/** A refusal report, for readers. */
export function toRefusalType(report: RefusalReport): RefusalReportType {
  const { hallCode, number, reason, explanation, referToBody, at, readAt } = report;
  return make(RefusalReportType, {
    number,
    reason,
    explanation,
    referToBody,
    at,
    readAt,
    handledById: refOrNull(hallCode, report.handledById),
    readById: refOrNull(hallCode, report.readById),
    referToWindowId: refOrNull(hallCode, report.referToWindowId),
  });
}
