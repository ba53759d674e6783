import { hallCalendarWith, isWithin, plainDateOf, yearOfNotice } from '@hall/kernel';
import type { CalendarNotice, PlainDate, WorkCalendar } from '@hall/kernel';
import type { Tx } from '../postgres';
import { findSessions } from './lookups';

/** Who can be asked: an open transaction, or the database itself for a read. */
export interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

interface CalendarYearRow {
  readonly hall_code: string;
  readonly year: number;
  readonly notice_reference: string;
  readonly off_days: PlainDate[];
  readonly make_up_days: PlainDate[];
}

/** The working-day calendars in force in some halls, in one statement; a hall that published nothing has the built-in one. */
export async function findCalendars(
  reader: Queryable,
  hallCodes: readonly string[],
): Promise<ReadonlyMap<string, WorkCalendar>> {
  // As text: the driver would turn a date into an instant of the machine's own time zone.
  const rows = (await reader.query(
    `select hall_code, year, notice_reference, off_days::text[], make_up_days::text[]
       from known_calendar_years where hall_code = any($1)`,
    [hallCodes],
  )) as readonly CalendarYearRow[];
  const calendarOf = (hallCode: string): WorkCalendar =>
    hallCalendarWith(rows.filter((row) => row.hall_code === hallCode).map((row) => yearOfNotice(toNotice(row))));
  return new Map(hallCodes.map((hallCode) => [hallCode, calendarOf(hallCode)]));
}

/** The working-day calendar in force in a hall; the same object as long as the hall has published nothing new. */
export async function findCalendar(reader: Queryable, hallCode: string): Promise<WorkCalendar> {
  return (await findCalendars(reader, [hallCode])).get(hallCode)!;
}

function toNotice({ year, notice_reference, off_days, make_up_days }: CalendarYearRow): CalendarNotice {
  return { year, reference: notice_reference, off: off_days, makeUp: make_up_days };
}

/** Whether a hall serves at an instant: in a session of a working day. */
export async function isServing(tx: Tx, hallCode: string, at: Date): Promise<boolean> {
  const sessions = (await findSessions(tx, hallCode)) ?? [];
  return isWithin(sessions, at) && (await findCalendar(tx, hallCode)).isWorkday(plainDateOf(at));
}
