import { insert, read } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { PublishedYear } from '../../domain/calendar/calendar-year';
import { tables } from '../rows';
import type { CalendarYearsRow } from '../rows';

/** The revision in force of each year that these halls have published. */
export async function readYearsInForce(from: Tx | Database, hallCodes: readonly string[]): Promise<PublishedYear[]> {
  const rows = await read<CalendarYearsRow>(
    from,
    `select distinct on (hall_code, year) ${tables.calendarYears.all}
       from calendar_years where hall_code = any($1) order by hall_code, year, revision desc`,
    [hallCodes],
  );
  return rows.map(({ noticeReference: reference, offDays: off, makeUpDays: makeUp, publishedBy: _by, ...row }) => ({
    ...row,
    reference,
    off,
    makeUp,
  }));
}

/** The only writer of calendar years. */
export const calendarStore = {
  /** The revision in force of each year that this hall has published. */
  findYears: (tx: Tx, hallCode: string): Promise<PublishedYear[]> => readYearsInForce(tx, [hallCode]),

  async insertYear(
    tx: Tx,
    { reference: noticeReference, off: offDays, makeUp: makeUpDays, ...year }: PublishedYear,
    publishedBy: string,
  ): Promise<void> {
    await insert(tx, tables.calendarYears, { ...year, noticeReference, offDays, makeUpDays, publishedBy });
  },
};
