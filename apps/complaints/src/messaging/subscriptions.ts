import type { EventData } from '@hall/contracts';
import { readModel } from '@hall/platform/read-models';

/** Where a case was handled, and by whom. Who answers for it is concerned by a complaint about it before the first act. */
function knownCase({ caseId, number, windowId, departmentId, ...people }: EventData<'hall.cases.case.accepted.v1'>) {
  const handlerIds = [...new Set([...people.handlerIds, people.responsibleId])];
  return { id: caseId, number, window_id: windowId, department_id: departmentId, handler_ids: handlerIds };
}

/** What complaints keeps of the facts of cases. */
export const caseSubscriptions = readModel({
  table: 'known_cases',
  key: ['id'],
  columns: ['number', 'window_id', 'department_id', 'handler_ids'],
  from: {
    'hall.cases.case.accepted.v1': knownCase,
    'hall.cases.case.responsible-changed.v1': knownCase,
    'hall.cases.case.decided.v1': knownCase,
    'hall.cases.case.decided.v2': knownCase,
    'hall.cases.case.completed.v1': knownCase,
    'hall.cases.case.changed.v1': knownCase,
  },
});
