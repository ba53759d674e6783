import { plainDateOf } from '@hall/kernel';
import { insert, openRange } from '@hall/platform/postgres';
import type { Presence } from '../../domain/authority/authority';
import type { PresenceStore } from '../../use-cases/ports';
import { tables } from '../rows';

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

  async openPresence(tx, { from, ...presence }) {
    await insert(tx, tables.presences, { ...presence, during: openRange(from) });
  },

  async closePresence(tx, { hallCode, id }, at, endedBy) {
    const [rows] = await tx.query<[{ window_id: string }[], number]>(
      `update presences set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz)), ended_by = $4
        where hall_code = $1 and staff_id = $2 and upper_inf(during) returning window_id`,
      [hallCode, id, at, endedBy],
    );
    return rows[0]?.window_id;
  },

  async openAbsence(tx, { from, ...absence }) {
    const row = { ...absence, during: openRange(from) };
    return (await insert(tx, tables.absences, row, 'on conflict do nothing returning id')).length === 1;
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
