import type { Database } from '@hall/platform/postgres';
import type { PublishedYear } from '../../domain/calendar/calendar-year';
import { readYearsInForce } from './calendar-store';

/** The read side of the calendar. */
export class CalendarQueries {
  constructor(private readonly database: Database) {}

  /** The revision in force of each year that a hall has published. */
  yearsOfHalls(codes: readonly string[]): Promise<PublishedYear[]> {
    return readYearsInForce(this.database, codes);
  }
}
