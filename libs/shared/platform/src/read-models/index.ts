import type { Envelope, EventData, EventType } from '@hall/contracts';
import type { EventHandlers } from '../jetstream';
import type { Tx } from '../postgres';

/** What a service keeps of another's facts: which event becomes which row. */
export interface ReadModel<Column extends string, Type extends EventType> {
  readonly table: string;
  /** The primary key, besides the hall; nothing when there is one row for each hall. */
  readonly key: readonly Column[];
  /** The columns besides the key. Every event writes all of them; therefore the order of arrival does not matter. */
  readonly columns: readonly Column[];
  /** The column that keeps the sequence of the event the row came from. */
  readonly sequence?: string;
  readonly from: { readonly [T in Type]: (data: EventData<T>) => Readonly<Record<Column, unknown>> };
}

/**
 * The handlers that keep a read model. The newest fact about a thing wins, whatever the order and however often facts
 * arrive: an event with a lower sequence than the row's changes nothing.
 */
export function readModel<const Column extends string, Type extends EventType>(
  model: ReadModel<Column, Type>,
): { readonly [T in Type]: NonNullable<EventHandlers[T]> } {
  const columns = [...model.key, ...model.columns];
  const text = upsert(model);
  const handlerOf = (toRow: (data: never) => Readonly<Record<Column, unknown>>) =>
    async function keep(tx: Tx, { hallcode, sequence, data }: Omit<Envelope, 'type'>): Promise<void> {
      const row = toRow(data as never);
      await tx.query(text, [hallcode, ...columns.map((column) => row[column]), sequence]);
    };
  const rules = Object.entries<(data: never) => Readonly<Record<Column, unknown>>>(model.from);
  return Object.fromEntries(rules.map(([type, toRow]) => [type, handlerOf(toRow)])) as never;
}

function upsert({ table, key, columns, sequence = 'sequence' }: Omit<ReadModel<string, never>, 'from'>): string {
  const all = ['hall_code', ...key, ...columns, sequence];
  const places = all.map((_column, n) => `$${n + 1}`).join(', ');
  const changed = [...columns, sequence].map((column) => `${column} = excluded.${column}`).join(', ');
  return `insert into ${table} (${all.join(', ')}) values (${places})
    on conflict (${['hall_code', ...key].join(', ')}) do update set ${changed}
     where ${table}.${sequence} < excluded.${sequence}`;
}
