import type { DeadlineEvent, EscalationLevel, HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '../postgres';
import type { Database } from '../postgres';

/** Something that belongs to a deadline; a thing's own deadline has the thing's id. */
export type OfDeadline<T> = T & { readonly hallCode: string; readonly deadlineId: string };

/** A level that was notified. */
export interface NotifiedLevel {
  readonly level: EscalationLevel;
  readonly at: Date;
}

/** A date that a calendar change has moved. */
export interface RecordedMove {
  readonly dueBefore: Date | null;
  readonly dueAfter: Date | null;
  readonly reason: string;
  readonly at: Date;
}

function ofDeadlines<T>(database: Database, columns: string, deadlines: readonly HallKey[], order: string) {
  const sql = `select hall_code, deadline_id, ${columns} where ${byKeys('deadline_id')} order by ${order}`;
  return read<OfDeadline<T>>(database, sql, keyColumns(deadlines));
}

/** The ledger of each deadline, in order. */
export async function findLedgers(database: Database, of: readonly HallKey[]): Promise<OfDeadline<DeadlineEvent>[]> {
  type Line = { readonly kind: string; readonly at: Date; readonly details: object };
  const columns = 'kind, at, details from deadline_events';
  const rows = await ofDeadlines<Line>(database, columns, of, 'hall_code, deadline_id, sequence');
  return rows.map(({ kind, at, details, ...line }) => ({ ...line, ...details, kind, at }) as never);
}

/** The levels of each deadline that were notified, in order. */
export const findLevels = (database: Database, of: readonly HallKey[]) =>
  ofDeadlines<NotifiedLevel>(database, 'level, at from deadline_levels', of, 'at, level');

/** What calendar changes have moved, in order. */
export const findMoves = (database: Database, of: readonly HallKey[]) =>
  ofDeadlines<RecordedMove>(database, 'due_before, due_after, reason, at from deadline_moves', of, 'id');
