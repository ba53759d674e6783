import type { EventData } from '@hall/contracts';
import type { EventHandlers } from '@hall/platform/jetstream';
import type { Tx } from '@hall/platform/postgres';

interface CaseEvent {
  readonly hallcode: string;
  readonly sequence: number;
  readonly data: EventData<'hall.cases.case.accepted.v1'>;
}

/** Keeps what this service must know of a case: where it was handled, and by whom. The newest fact wins. */
async function keepCase(tx: Tx, { hallcode, sequence, data }: CaseEvent): Promise<void> {
  await tx.query(
    `insert into known_cases (hall_code, id, number, window_id, department_id, handler_ids, sequence)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (hall_code, id) do update set handler_ids = excluded.handler_ids, sequence = excluded.sequence
      where known_cases.sequence < excluded.sequence`,
    [hallcode, data.caseId, data.number, data.windowId, data.departmentId, withResponsible(data), sequence],
  );
}

/** Who answers for a case is concerned by a complaint about it, also before the first act. */
function withResponsible({ handlerIds, responsibleId }: CaseEvent['data']): string[] {
  return [...new Set([...handlerIds, responsibleId])];
}

/** What complaints does about the events of cases. */
export const caseSubscriptions: EventHandlers = {
  'hall.cases.case.accepted.v1': keepCase,
  'hall.cases.case.responsible-changed.v1': keepCase,
  'hall.cases.case.decided.v1': keepCase,
  'hall.cases.case.completed.v1': keepCase,
  'hall.cases.case.changed.v1': keepCase,
};
