import type { EventData, EventType } from '@hall/contracts';
import { plainDateOf } from '@hall/kernel';
import { publication } from '@hall/platform/publishing';
import type { Publication } from '@hall/platform/publishing';
import type { Case } from '../domain/case';
import type { CaseFact } from '../domain/facts';

/** The public state of a case: everything but the applicant and the words. */
function snapshot(current: Case): EventData<'hall.cases.case.accepted.v1'> {
  const {
    hallCode: _hall,
    version: _version,
    id: caseId,
    acceptedAt,
    dueAt,
    handlerIds,
    decision,
    delivery,
    ...rest
  } = current;
  return {
    ...rest,
    caseId,
    acceptedAt: acceptedAt.toISOString(),
    dueOn: dueAt && plainDateOf(dueAt),
    dueAt: dueAt && dueAt.toISOString(),
    handlerIds: [...handlerIds],
    decision: decision && {
      approved: decision.approved,
      decidedAt: decision.decidedAt.toISOString(),
      decidedById: decision.decidedById,
    },
    delivery: delivery && {
      windowId: delivery.windowId,
      deliveredAt: delivery.deliveredAt.toISOString(),
      deliveredById: delivery.deliveredById,
    },
  };
}

function ofCase<T extends EventType>(type: T, { hallCode, id, version }: Case, data: EventData<T>): Publication {
  return publication({ type, hallCode, aggregateId: id, sequence: version, data });
}

/** Which facts leave cases, and as what. */
export function toPublication(fact: CaseFact): Publication {
  switch (fact.kind) {
    case 'ITEM_PUBLISHED': {
      const { hallCode, id: itemId, code, name, departmentId, handlingType, windowIds, current } = fact.item;
      const data = {
        itemId,
        code,
        name,
        departmentId,
        versionNumber: current.number,
        handlingType,
        windowIds: [...windowIds],
      };
      return publication({
        type: 'hall.cases.service-item.published.v1',
        hallCode,
        aggregateId: itemId,
        sequence: current.number,
        data,
      });
    }
    case 'CONTACT_RECORDED': {
      const { hallCode, id: contactId, windowId, channel, firstOfficerId, ownerId, receivedAt, version } = fact.contact;
      const data = { contactId, windowId, channel, firstOfficerId, ownerId, receivedAt: receivedAt.toISOString() };
      return publication({
        type: 'hall.cases.contact.recorded.v1',
        hallCode,
        aggregateId: contactId,
        sequence: version,
        data,
      });
    }
    case 'CASE_ACCEPTED':
      return ofCase('hall.cases.case.accepted.v1', fact.current, snapshot(fact.current));
    case 'RESPONSIBLE_CHANGED': {
      const { current, previousResponsibleId, cause } = fact;
      return ofCase('hall.cases.case.responsible-changed.v1', current, {
        ...snapshot(current),
        previousResponsibleId,
        cause,
      });
    }
    case 'CASE_DECIDED':
      return ofCase('hall.cases.case.decided.v1', fact.current, snapshot(fact.current));
    case 'CASE_COMPLETED':
      return ofCase('hall.cases.case.completed.v1', fact.current, snapshot(fact.current));
  }
}
