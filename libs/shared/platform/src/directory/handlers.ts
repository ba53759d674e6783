import { readModel } from '../read-models';

/** What the directory keeps of staffing's facts. */
export const directoryHandlers = {
  ...readModel({
    table: 'known_halls',
    key: [],
    columns: ['name', 'sessions'],
    from: {
      'hall.staffing.hall.registered.v1': ({ name, sessions }) => ({ name, sessions: JSON.stringify(sessions) }),
    },
  }),

  ...readModel({
    table: 'known_departments',
    key: ['id'],
    columns: ['code', 'name'],
    from: {
      'hall.staffing.department.registered.v1': ({ departmentId: id, code, name }) => ({ id, code, name }),
    },
  }),

  ...readModel({
    table: 'known_windows',
    key: ['id'],
    columns: ['number', 'name', 'department_id'],
    from: {
      'hall.staffing.window.registered.v1': ({ windowId: id, number, name, departmentId }) => {
        return { id, number, name, department_id: departmentId };
      },
    },
  }),

  ...readModel({
    table: 'known_staff',
    key: ['id'],
    columns: ['account', 'department_id', 'roles', 'name', 'badge_number'],
    from: {
      'hall.staffing.staff.registered.v1': ({ staffId: id, account, departmentId, roles, name, badgeNumber }) => {
        return { id, account, department_id: departmentId, roles, name, badge_number: badgeNumber };
      },
    },
  }),

  ...readModel({
    table: 'known_posts',
    key: ['id'],
    columns: ['window_id', 'holder_id', 'holder_role', 'acting_for_id', 'cover_id'],
    from: {
      'hall.staffing.post.registered.v1': ({ postId, windowId }) => {
        return {
          id: postId,
          window_id: windowId,
          holder_id: null,
          holder_role: null,
          acting_for_id: null,
          cover_id: null,
        };
      },
      'hall.staffing.post.authority-changed.v1': ({ postId, windowId, holder }) => ({
        id: postId,
        window_id: windowId,
        holder_id: holder?.staffId ?? null,
        holder_role: holder?.role ?? null,
        acting_for_id: holder?.actingForId ?? null,
        cover_id: holder?.coverId ?? null,
      }),
    },
  }),

  ...readModel({
    table: 'known_calendar_years',
    key: ['year'],
    columns: ['notice_reference', 'off_days', 'make_up_days', 'published_at'],
    // A year's place in its history is the number of its publication.
    sequence: 'revision',
    from: {
      'hall.staffing.calendar-year.published.v1': ({ year, noticeReference, offDays, makeUpDays, publishedAt }) => {
        return {
          year,
          notice_reference: noticeReference,
          off_days: offDays,
          make_up_days: makeUpDays,
          published_at: publishedAt,
        };
      },
    },
  }),
};
