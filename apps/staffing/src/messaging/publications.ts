import { publication } from '@hall/platform/publishing';
import type { Publication } from '@hall/platform/publishing';
import type { StaffingFact } from '../domain/facts';

/** Which facts leave staffing, and as what. */
export function toPublication(fact: StaffingFact): Publication {
  switch (fact.kind) {
    case 'HALL_REGISTERED': {
      const { code, name, timeZone, sessions } = fact.hall;
      const data = { hallCode: code, name, timeZone, sessions: [...sessions] };
      return publication({
        type: 'hall.staffing.hall.registered.v1',
        hallCode: code,
        aggregateId: code,
        sequence: 1,
        data,
      });
    }
    case 'DEPARTMENT_REGISTERED': {
      const { hallCode, id: departmentId, code, name, headId } = fact.department;
      const data = { departmentId, code, name, headId };
      return publication({
        type: 'hall.staffing.department.registered.v1',
        hallCode,
        aggregateId: departmentId,
        sequence: 1,
        data,
      });
    }
    case 'WINDOW_REGISTERED': {
      const { hallCode, id: windowId, number, name, departmentId, version } = fact.window;
      const data = { windowId, number, name, departmentId };
      return publication({
        type: 'hall.staffing.window.registered.v1',
        hallCode,
        aggregateId: windowId,
        sequence: version,
        data,
      });
    }
    case 'WINDOW_STATUS_CHANGED': {
      const { hallCode, id: windowId, status, version } = fact.window;
      const data = { windowId, status, at: fact.at.toISOString() };
      return publication({
        type: 'hall.staffing.window.status-changed.v1',
        hallCode,
        aggregateId: windowId,
        sequence: version,
        data,
      });
    }
    case 'STAFF_REGISTERED': {
      const { hallCode, id: staffId, account, badgeNumber, name, departmentId, roles } = fact.member;
      const data = { staffId, account, badgeNumber, name, departmentId, roles: [...roles] };
      return publication({
        type: 'hall.staffing.staff.registered.v1',
        hallCode,
        aggregateId: staffId,
        sequence: 1,
        data,
      });
    }
    case 'POST_REGISTERED': {
      const { hallCode, id: postId, code, name, duties, windowId, leadId, deputyId, version } = fact.post;
      const data = { postId, code, name, duties: [...duties], windowId, leadId, deputyId };
      return publication({
        type: 'hall.staffing.post.registered.v1',
        hallCode,
        aggregateId: postId,
        sequence: version,
        data,
      });
    }
    case 'CALENDAR_YEAR_PUBLISHED': {
      const { hallCode, year, reference: noticeReference, off, makeUp, replaces, revision } = fact.year;
      const publishedAt = fact.year.publishedAt.toISOString();
      const days = { offDays: [...off], makeUpDays: [...makeUp] };
      return publication({
        type: 'hall.staffing.calendar-year.published.v1',
        hallCode,
        aggregateId: String(year),
        sequence: revision,
        data: { year, noticeReference, ...days, publishedAt, replaces, revision },
      });
    }
    case 'CONDUCT_CHANGED': {
      const {
        hallCode,
        id: recordId,
        staffId,
        clause,
        source,
        status,
        occurredAt,
        isUpheld: upheld,
        points,
      } = fact.record;
      const data = { recordId, staffId, clause, source, status, occurredAt: occurredAt.toISOString(), upheld, points };
      const type = 'hall.staffing.conduct.changed.v1';
      return publication({ type, hallCode, aggregateId: recordId, sequence: fact.sequence, data });
    }
    case 'AUTHORITY_CHANGED': {
      const { post, holder, previousHolderId, cause } = fact;
      const at = fact.at.toISOString();
      const { hallCode, id: postId, windowId, version } = post;
      const data = { postId, windowId, holder: holder && { ...holder, since: at }, previousHolderId, cause, at };
      return publication({
        type: 'hall.staffing.post.authority-changed.v1',
        hallCode,
        aggregateId: postId,
        sequence: version,
        data,
      });
    }
  }
}
