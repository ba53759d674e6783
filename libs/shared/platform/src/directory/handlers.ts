import type { EventHandlers } from '../jetstream';

/** How staffing's events become the directory. Written so that any order and any repetition end in the same rows. */
export const directoryHandlers = {
  'hall.staffing.hall.registered.v1': async (tx, { hallcode, sequence, data }) => {
    await tx.query(
      `insert into known_halls (hall_code, name, sessions, sequence) values ($1, $2, $3, $4)
       on conflict (hall_code) do update set name = excluded.name, sessions = excluded.sessions, sequence = excluded.sequence
        where known_halls.sequence < excluded.sequence`,
      [hallcode, data.name, JSON.stringify(data.sessions), sequence],
    );
  },

  'hall.staffing.department.registered.v1': async (tx, { hallcode, sequence, data }) => {
    await tx.query(
      `insert into known_departments (hall_code, id, code, name, sequence) values ($1, $2, $3, $4, $5)
       on conflict (hall_code, id) do update set code = excluded.code, name = excluded.name, sequence = excluded.sequence
        where known_departments.sequence < excluded.sequence`,
      [hallcode, data.departmentId, data.code, data.name, sequence],
    );
  },

  'hall.staffing.window.registered.v1': async (tx, { hallcode, sequence, data }) => {
    await tx.query(
      `insert into known_windows (hall_code, id, number, name, department_id, sequence) values ($1, $2, $3, $4, $5, $6)
       on conflict (hall_code, id) do update
          set number = excluded.number, name = excluded.name, department_id = excluded.department_id, sequence = excluded.sequence
        where known_windows.sequence < excluded.sequence`,
      [hallcode, data.windowId, data.number, data.name, data.departmentId, sequence],
    );
  },

  'hall.staffing.staff.registered.v1': async (tx, { hallcode, sequence, data }) => {
    await tx.query(
      `insert into known_staff (hall_code, id, account, department_id, roles, sequence, name, badge_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (hall_code, id) do update
          set account = excluded.account, department_id = excluded.department_id, roles = excluded.roles,
              sequence = excluded.sequence, name = excluded.name, badge_number = excluded.badge_number
        where known_staff.sequence < excluded.sequence`,
      [hallcode, data.staffId, data.account, data.departmentId, data.roles, sequence, data.name, data.badgeNumber],
    );
  },

  'hall.staffing.post.registered.v1': async (tx, { hallcode, sequence, data }) => {
    await tx.query(
      `insert into known_posts (hall_code, id, window_id, sequence) values ($1, $2, $3, $4) on conflict do nothing`,
      [hallcode, data.postId, data.windowId, sequence],
    );
  },

  'hall.staffing.post.authority-changed.v1': async (tx, { hallcode, sequence, data: { postId, windowId, holder } }) => {
    await tx.query(
      `insert into known_posts (hall_code, id, window_id, holder_id, holder_role, acting_for_id, cover_id, sequence)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (hall_code, id) do update
          set holder_id = excluded.holder_id, holder_role = excluded.holder_role, acting_for_id = excluded.acting_for_id,
              cover_id = excluded.cover_id, sequence = excluded.sequence
        where known_posts.sequence < excluded.sequence`,
      [
        hallcode,
        postId,
        windowId,
        holder?.staffId ?? null,
        holder?.role ?? null,
        holder?.actingForId ?? null,
        holder?.coverId ?? null,
        sequence,
      ],
    );
  },

  'hall.staffing.calendar-year.published.v1': async (tx, { hallcode, data }) => {
    const { year, revision, noticeReference, offDays, makeUpDays, publishedAt } = data;
    await tx.query(
      `insert into known_calendar_years (hall_code, year, revision, notice_reference, off_days, make_up_days, published_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (hall_code, year) do update
          set revision = excluded.revision, notice_reference = excluded.notice_reference, off_days = excluded.off_days,
              make_up_days = excluded.make_up_days, published_at = excluded.published_at
        where known_calendar_years.revision < excluded.revision`,
      [hallcode, year, revision, noticeReference, offDays, makeUpDays, publishedAt],
    );
  },
} satisfies EventHandlers;
