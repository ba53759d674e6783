import type { EventData, EventType } from '@hall/contracts';
import type { HallKey } from '@hall/kernel';
import { publication } from '@hall/platform/publishing';
import type { Publication } from '@hall/platform/publishing';
import type { StaffingFact } from '../domain/facts';

/** An event about a thing, at one place in its history. */
function eventOf<T extends EventType>(
  type: T,
  { hallCode, id: aggregateId }: HallKey,
  sequence: number,
  data: EventData<T>,
): Publication {
  return publication({ type, hallCode, aggregateId, sequence, data });
}

/** Which facts leave staffing, and as what. */
export function toPublication(fact: StaffingFact): Publication {
  switch (fact.kind) {
    case 'HALL_REGISTERED': {
      const { code: hallCode, name, timeZone, sessions } = fact.hall;
      const data = { hallCode, name, timeZone, sessions: [...sessions] };
      return eventOf('hall.staffing.hall.registered.v1', { hallCode, id: hallCode }, 1, data);
    }
    case 'DEPARTMENT_REGISTERED': {
      const { id: departmentId, code, name, headId } = fact.department;
      const data = { departmentId, code, name, headId };
      return eventOf('hall.staffing.department.registered.v1', fact.department, 1, data);
    }
    case 'WINDOW_REGISTERED': {
      const { id: windowId, number, name, departmentId, version } = fact.window;
      const data = { windowId, number, name, departmentId };
      return eventOf('hall.staffing.window.registered.v1', fact.window, version, data);
    }
    case 'WINDOW_STATUS_CHANGED': {
      const { id: windowId, status, version } = fact.window;
      const data = { windowId, status, at: fact.at.toISOString() };
      return eventOf('hall.staffing.window.status-changed.v1', fact.window, version, data);
    }
    case 'STAFF_REGISTERED': {
      const { id: staffId, account, badgeNumber, name, departmentId, roles } = fact.member;
      const data = { staffId, account, badgeNumber, name, departmentId, roles: [...roles] };
      return eventOf('hall.staffing.staff.registered.v1', fact.member, 1, data);
    }
    case 'POST_REGISTERED': {
      const { id: postId, code, name, duties, windowId, leadId, deputyId, version } = fact.post;
      const data = { postId, code, name, duties: [...duties], windowId, leadId, deputyId };
      return eventOf('hall.staffing.post.registered.v1', fact.post, version, data);
    }
    case 'CALENDAR_YEAR_PUBLISHED': {
      const { hallCode, year, reference: noticeReference, off, makeUp, replaces, revision } = fact.year;
      const publishedAt = fact.year.publishedAt.toISOString();
      const days = { offDays: [...off], makeUpDays: [...makeUp] };
      const data = { year, noticeReference, ...days, publishedAt, replaces, revision };
      return eventOf('hall.staffing.calendar-year.published.v1', { hallCode, id: String(year) }, revision, data);
    }
    case 'CONDUCT_CHANGED': {
      const { id: recordId, staffId, clause, source, status, isUpheld: upheld, points } = fact.record;
      const occurredAt = fact.record.occurredAt.toISOString();
      const data = { recordId, staffId, clause, source, status, occurredAt, upheld, points };
      return eventOf('hall.staffing.conduct.changed.v1', fact.record, fact.sequence, data);
    }
    case 'AUTHORITY_CHANGED': {
      const { post, holder, previousHolderId, cause } = fact;
      const at = fact.at.toISOString();
      const { id: postId, windowId, version } = post;
      const data = { postId, windowId, holder: holder && { ...holder, since: at }, previousHolderId, cause, at };
      return eventOf('hall.staffing.post.authority-changed.v1', post, version, data);
    }
  }
}
