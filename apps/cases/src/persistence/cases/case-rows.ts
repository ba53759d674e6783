import type { PauseGround } from '@hall/kernel';
import type { Case, CaseStatus, Decision, Delivery } from '../../domain/cases/case';
import type { HandlingType, LegalRegime } from '../../domain/catalogue/service-item';

/** A row of the table, as it is read. */
export interface CaseRow {
  readonly hall_code: string;
  readonly id: string;
  readonly number: string;
  readonly item_id: string;
  readonly item_code: string;
  readonly item_version: number;
  readonly department_id: string;
  readonly handling_type: HandlingType;
  readonly regime: LegalRegime;
  readonly status: CaseStatus;
  readonly contact_id: string | null;
  readonly window_id: string;
  readonly substitute_window_id: string | null;
  readonly post_id: string;
  readonly situations: string[];
  readonly received_at: Date;
  readonly accepted_by_id: string | null;
  readonly responsible_id: string;
  readonly accepted_at: Date | null;
  readonly due_at: Date | null;
  readonly paused_on: PauseGround | null;
  readonly handler_ids: string[];
  readonly decision: (Omit<Decision, 'decidedAt'> & { readonly decidedAt: string }) | null;
  readonly delivery: (Omit<Delivery, 'deliveredAt'> & { readonly deliveredAt: string }) | null;
  readonly version: number;
}

/** The columns of a {@link CaseRow}, in the order in which they are inserted. */
export const caseColumns = `hall_code, id, number, item_id, item_code, item_version, department_id, handling_type, regime, status,
  contact_id, window_id, substitute_window_id, post_id, situations, received_at, accepted_by_id, responsible_id, accepted_at, due_at,
  paused_on, handler_ids, decision, delivery, version`;

/** A row as a case. */
export function toCase(row: CaseRow): Case {
  const { decision, delivery } = row;
  return {
    hallCode: row.hall_code,
    id: row.id,
    number: row.number,
    itemId: row.item_id,
    itemCode: row.item_code,
    itemVersion: row.item_version,
    departmentId: row.department_id,
    handlingType: row.handling_type,
    regime: row.regime,
    status: row.status,
    contactId: row.contact_id,
    windowId: row.window_id,
    substituteWindowId: row.substitute_window_id,
    postId: row.post_id,
    situations: row.situations,
    receivedAt: row.received_at,
    acceptedById: row.accepted_by_id,
    responsibleId: row.responsible_id,
    acceptedAt: row.accepted_at,
    dueAt: row.due_at,
    pausedOn: row.paused_on,
    handlerIds: row.handler_ids,
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
    delivery: delivery && { ...delivery, deliveredAt: new Date(delivery.deliveredAt) },
    version: row.version,
  };
}

/** The values of a case in the order of {@link caseColumns}. */
export function caseValues(of: Case): unknown[] {
  return [
    of.hallCode,
    of.id,
    of.number,
    of.itemId,
    of.itemCode,
    of.itemVersion,
    of.departmentId,
    of.handlingType,
    of.regime,
    of.status,
    of.contactId,
    of.windowId,
    of.substituteWindowId,
    of.postId,
    of.situations,
    of.receivedAt,
    of.acceptedById,
    of.responsibleId,
    of.acceptedAt,
    of.dueAt,
    of.pausedOn,
    of.handlerIds,
    of.decision && JSON.stringify(of.decision),
    of.delivery && JSON.stringify(of.delivery),
    of.version,
  ];
}
