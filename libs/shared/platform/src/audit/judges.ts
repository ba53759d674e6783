import { deadlineStatus, isRefused } from '@hall/kernel';
import type { DeadlineEvent, WorkCalendar } from '@hall/kernel';
import { findCalendars } from '../directory';
import type { Queryable } from '../directory';
import type { Violation } from './violation';

interface DeadlineRow {
  readonly hall: string;
  readonly key: string;
  readonly subject: string;
  readonly owner: string | null;
  readonly due_at: Date | null;
  /** Null when there is not one line. */
  readonly ledger: readonly { readonly kind: string; readonly at: string; readonly details: object }[] | null;
}

/** The date that a ledger gives, as text; why it gives none where it cannot be. */
function computed({ ledger }: DeadlineRow, calendar: WorkCalendar, now: Date): string {
  const events = (ledger ?? []).map(
    ({ kind, at, details }) => ({ ...details, kind, at: new Date(at) }) as DeadlineEvent,
  );
  // Somebody may have gone back in time since: what is in the ledger has happened.
  const asOf = new Date(Math.max(now.getTime(), ...events.map(({ at }) => at.getTime())));
  try {
    const status = deadlineStatus(events, calendar, asOf);
    return textOf(isRefused(status) ? null : status.value.dueAt);
  } catch (error) {
    return String(error);
  }
}

const textOf = (instant: Date | null): string => instant?.toISOString() ?? 'no date';

/** Open deadlines whose stored date is not what their ledger gives under the calendar in force. */
async function dueDates(reader: Queryable, rows: readonly DeadlineRow[], now: Date): Promise<Violation[]> {
  const calendars = await findCalendars(reader, [...new Set(rows.map(({ hall }) => hall))]);
  return rows.flatMap((row) => {
    const { hall, key, subject, owner, due_at: since } = row;
    const [stored, given] = [textOf(since), computed(row, calendars.get(hall)!, now)];
    if (stored === given) return [];
    return [
      { hall, subject: `${subject} ${key}`, owner, since, detail: `stored is ${stored}, the ledger gives ${given}` },
    ];
  });
}

/** What decides where SQL cannot, by name. */
export const judges = { DUE_DATES: dueDates };
