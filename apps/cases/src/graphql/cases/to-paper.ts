import { fromRow } from '@hall/platform/graphql';
import type { DeliveredNotice, OfCase } from '../../persistence/cases/case-queries';
import type { AcceptanceSlip } from '../../domain/cases/plan-handling';
import type { RejectionReport } from '../../domain/cases/end-case';
import type { PaperKind } from '../../http/document-links';
import { AcceptanceSlipType, CorrectionNoticeType, RejectionReportType } from './paper.type';

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
  for (const slip of slips) {
    const voidedBy = shown.at(-1) ?? null;
    const access = { secret: secretOf(slip.codeOf), pdfUrl: linkTo('slips', slip.number) };
    shown.push(fromRow(AcceptanceSlipType, slip, { voidedBy, ...access }));
  }
  return shown;
}

/** A notice, for readers. */
export function toNoticeType(notice: OfCase<DeliveredNotice>, { linkTo }: PaperAccess): CorrectionNoticeType {
  const { number, delivery } = notice;
  return fromRow(CorrectionNoticeType, notice, {
    pdfUrl: linkTo('notices', number),
    replyBy: delivery?.replyBy ?? notice.replyBy,
    deliveryMode: delivery?.mode ?? null,
    deliveredAt: delivery && new Date(delivery.deliveredAt),
    acknowledgedAt: delivery?.acknowledgedAt ? new Date(delivery.acknowledgedAt) : null,
  });
}

/** The report of a rejection, for readers. */
export function toRejectionType(report: RejectionReport, { linkTo }: PaperAccess): RejectionReportType {
  return fromRow(RejectionReportType, report, { pdfUrl: linkTo('rejections', report.number) });
}
