import { plainDateOf } from '@hall/kernel';
import type { Presence } from '../../domain/authority/authority';
import type { PresenceStore } from '../../use-cases/ports';

/** The only writer of presences and absences. */
export const presenceStore: PresenceStore = {
  async presenceOf(tx, hallCode, staffIds, now) {
    const rows = await tx.query<{ staff_id: string; presence: Presence }[]>(
      `select s.id as staff_id,
              case when exists (select from absences a where a.hall_code = $1 and a.staff_id = s.id and a.during @> $3::timestamptz) then 'AWAY'
                   when exists (select from presences p where p.hall_code = $1 and p.staff_id = s.id and p.day = $4 and p.during @> $3::timestamptz) then 'PRESENT'
                   when exists (select from presences p where p.hall_code = $1 and p.staff_id = s.id and p.day = $4) then 'AWAY'
                   else 'NOT_YET' end as presence
         from unnest($2::uuid[]) as s (id)`,
      [hallCode, staffIds, now, plainDateOf(now)],
    );
    return new Map(rows.map((row) => [row.staff_id, row.presence]));
  },

  async arrivalsOf(tx, { hallCode, id }, day) {
    const rows = await tx.query<{ at: Date }[]>(
      'select lower(during) as at from presences where hall_code = $1 and staff_id = $2 and day = $3 and not isempty(during)',
      [hallCode, id, day],
    );
    return rows.map(({ at }) => at);
  },

  async openPresence(tx, { hallCode, id, staffId, windowId, day, from, mark, checklist }) {
    await tx.query(
      `insert into presences (hall_code, id, staff_id, window_id, day, during, mark, checklist)
       values ($1, $2, $3, $4, $5, tstzrange($6, null), $7, $8)`,
      [hallCode, id, staffId, windowId, day, from, mark, checklist],
    );
  },

  async closePresence(tx, { hallCode, id }, at, endedBy) {
    const [rows] = await tx.query<[{ window_id: string }[], number]>(
      `update presences set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz)), ended_by = $4
        where hall_code = $1 and staff_id = $2 and upper_inf(during) returning window_id`,
      [hallCode, id, at, endedBy],
    );
    return rows[0]?.window_id;
  },

  async openAbsence(tx, { hallCode, id, staffId, from, reason, reportedBy }) {
    const inserted = await tx.query(
      `insert into absences (hall_code, id, staff_id, during, reason, reported_by)
       values ($1, $2, $3, tstzrange($4, null), $5, $6) on conflict do nothing returning id`,
      [hallCode, id, staffId, from, reason, reportedBy],
    );
    return inserted.length === 1;
  },

  async closeAbsence(tx, { hallCode, id }, at) {
    const [rows] = await tx.query<[unknown[], number]>(
      `update absences set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz))
        where hall_code = $1 and staff_id = $2 and upper_inf(during) returning id`,
      [hallCode, id, at],
    );
    return rows.length > 0;
  },
};
