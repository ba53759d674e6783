import { plainDateOf } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { insert, openRange } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { Presence } from '../../domain/authority/authority';
import { tables } from '../rows';
import type { NewPresence } from '../../domain/attendance/attendance';

/** The only writer of presences and absences. */
export const presenceStore = {
  /** Where these people are now. */
  async presenceOf(
    tx: Tx,
    hallCode: string,
    staffIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, Presence>> {
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

  /** When this person arrived on a day, every time. */
  async arrivalsOf(tx: Tx, { hallCode, id }: HallKey, day: string): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }[]>(
      'select lower(during) as at from presences where hall_code = $1 and staff_id = $2 and day = $3 and not isempty(during)',
      [hallCode, id, day],
    );
    return rows.map(({ at }) => at);
  },

  async openPresence(tx: Tx, { from, ...presence }: NewPresence): Promise<void> {
    await insert(tx, tables.presences, { ...presence, during: openRange(from) });
  },

  /** Ends the open presence, if there is one; returns the window where it was. */
  async closePresence(
    tx: Tx,
    { hallCode, id }: HallKey,
    at: Date,
    endedBy: 'CHECK_OUT' | 'ABSENCE' | 'DAY_END',
  ): Promise<string | undefined> {
    const [rows] = await tx.query<[{ window_id: string }[], number]>(
      `update presences set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz)), ended_by = $4
        where hall_code = $1 and staff_id = $2 and upper_inf(during) returning window_id`,
      [hallCode, id, at, endedBy],
    );
    return rows[0]?.window_id;
  },

  /** Opens an absence; returns false when one is open already. */
  async openAbsence(
    tx: Tx,
    { from, ...absence }: HallKey & { staffId: string; from: Date; reason: string; reportedBy: string },
  ): Promise<boolean> {
    const row = { ...absence, during: openRange(from) };
    return (await insert(tx, tables.absences, row, 'on conflict do nothing returning id')).length === 1;
  },

  /** Ends the open absence; returns whether there was one. */
  async closeAbsence(tx: Tx, { hallCode, id }: HallKey, at: Date): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update absences set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz))
        where hall_code = $1 and staff_id = $2 and upper_inf(during) returning id`,
      [hallCode, id, at],
    );
    return rows.length > 0;
  },
};
