import { directoryHandlers, findCalendar } from '../directory';
import type { EventHandlers } from '../jetstream';
import type { DeadlineStore } from './deadline-store';

/**
 * What a service that has deadlines does about the events of staffing: it keeps the directory, and notes which calendar a hall
 * has in force, so that what was planned on another is found.
 *
 * @regulation A-30
 */
export function directoryOfDeadlines(deadlines: Pick<DeadlineStore, 'noteCalendar'>) {
  return {
    ...directoryHandlers,
    'hall.staffing.calendar-year.published.v1': async (tx, event) => {
      await directoryHandlers['hall.staffing.calendar-year.published.v1'](tx, event);
      const { version } = await findCalendar(tx, event.hallcode);
      await deadlines.noteCalendar(tx, event.hallcode, version);
    },
  } satisfies EventHandlers;
}
