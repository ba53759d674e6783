import type { PlainDate } from '@hall/kernel';
import type { PublishedYear } from '../../domain/calendar/calendar-year';
import type { CalendarStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface CalendarYearRow {
  readonly hall_code: string;
  readonly year: number;
  readonly revision: number;
  readonly notice_reference: string;
  readonly off_days: PlainDate[];
  readonly make_up_days: PlainDate[];
  readonly published_at: Date;
}

/** A row as a published year. */
export function toPublishedYear(row: CalendarYearRow): PublishedYear {
  return {
    hallCode: row.hall_code,
    year: row.year,
    revision: row.revision,
    reference: row.notice_reference,
    off: row.off_days,
    makeUp: row.make_up_days,
    publishedAt: row.published_at,
  };
}

/**
 * The revision in force of each year that some halls (`$1`) have published. Days are read as text: the driver would
 * make instants of them, in the machine's own time zone.
 */
export const selectYearsInForce = `
  select distinct on (hall_code, year)
         hall_code, year, revision, notice_reference, off_days::text[], make_up_days::text[], published_at
    from calendar_years where hall_code = any($1) order by hall_code, year, revision desc`;

/** The only writer of calendar years. */
export const calendarStore: CalendarStore = {
  async findYears(tx, hallCode) {
    const rows = await tx.query<CalendarYearRow[]>(selectYearsInForce, [[hallCode]]);
    return rows.map(toPublishedYear);
  },

  async insertYear(tx, { hallCode, year, revision, reference, off, makeUp, publishedAt }, publishedBy) {
    await tx.query(
      `insert into calendar_years
         (hall_code, year, revision, notice_reference, off_days, make_up_days, published_at, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [hallCode, year, revision, reference, off, makeUp, publishedAt, publishedBy],
    );
  },
};
