import type { HallKey, PlainDate } from '@hall/kernel';
import {
  byKeys,
  counted,
  insert,
  insertAll,
  keyColumns,
  read,
  readOne,
  selectOne,
  update,
} from '@hall/platform/postgres';
import type { Camel, Database, Tx } from '@hall/platform/postgres';
import type { CatalogueEntry, Draft } from '../../domain/catalogue/publish-item';
import type { ItemVersion, ServiceItem } from '../../domain/catalogue/service-item';
import { tables } from '../rows';
import type { ServiceItemsRow, ServiceItemVersionsRow } from '../rows';
import { searchKeysOf } from './search-keys';
import type { StockCount, GuideOrder, GuidePlace } from '../../domain/catalogue/guide-stock';

/** What items are found by, and is never read. */
const searched = ['bigrams', 'initials', 'searchable'] as const;
type Item = Omit<ServiceItemsRow, (typeof searched)[number]>;
/** An item with a version of it; needs a `where` on `i`. */
type ItemRow = Item & Pick<ServiceItemVersionsRow, 'number' | 'body' | 'published_at'>;
/** An item whatever its state; one that was never published has no version. */
type EntryRow = Item & { readonly [Name in 'number' | 'body' | 'published_at']: ItemRow[Name] | null } & {
  readonly sessions: CatalogueEntry['sessions'];
};

const selectWith = (join: 'join' | 'left join', more = '') => `
  select ${tables.serviceItems.of('i', searched)}, v.number, v.body, v.published_at${more} from service_items i
    ${join} service_item_versions v on v.hall_code = i.hall_code and v.item_id = i.id and v.number = i.current_version`;
const selectItems = selectWith('join');
const hours = ', (select h.sessions from known_halls h where h.hall_code = i.hall_code) as sessions';
const selectEntries = selectWith('left join', hours);

/** Items with their version in force. */
export const readItems = (from: Tx | Database, where: string, values: readonly unknown[]) =>
  read<ItemRow>(from, `${selectItems} where ${where}`, values);

/** A row as an item. */
export function toItem(row: Omit<Camel<ItemRow>, 'publishedAt'>): ServiceItem {
  const { hallCode, id, code, name, departmentId, handlingType, regime, windowIds, resultsPublic, number, body } = row;
  const head = { hallCode, id, code, name, departmentId, handlingType, regime, windowIds, resultsPublic };
  return { ...head, current: { number, ...body } };
}

function toEntry({ number, body, publishedAt: _publishedAt, ...row }: Camel<EntryRow>): CatalogueEntry {
  const { hallCode, id, code, draft, retiredAt, sessions } = row;
  const current = number !== null && body !== null ? toItem({ ...row, number, body }) : null;
  return { hallCode, id, code, current, draft, retiredAt, sessions };
}

const readEntries = async (tx: Tx, where: string, values: readonly unknown[]): Promise<CatalogueEntry[]> =>
  (await read<EntryRow>(tx, `${selectEntries} where ${where}`, values)).map(toEntry);

/** The only writer of the catalogue. */
export const itemStore = {
  /** All items of a hall by code, locked, so that two imports do not cross. */
  async lockItems(tx: Tx, hallCode: string): Promise<ReadonlyMap<string, CatalogueEntry>> {
    const entries = await readEntries(tx, 'i.hall_code = $1 order by i.id for no key update of i', [hallCode]);
    return new Map(entries.map((entry) => [entry.code, entry]));
  },

  /** The windows at which an item is offered, by number. */
  windowsOffering(tx: Tx, { hallCode, windowIds, departmentId }: ServiceItem) {
    return read<{ readonly number: string; readonly name: string }>(
      tx,
      `select number, name from known_windows
        where hall_code = $1 and case when cardinality($2::uuid[]) > 0 then id = any($2) else department_id = $3 end
        order by ${counted('number')}`,
      [hallCode, windowIds, departmentId],
    );
  },

  /** The item with this id, or else with this code or name. */
  findNamed(tx: Tx, hallCode: string, id: string | null, said: string | null) {
    return readOne<{ readonly id: string; readonly code: string }>(
      tx,
      `select id, code from service_items
        where hall_code = $1 and current_version is not null and case when $2::uuid is null then code = $3 or name = $3 else id = $2 end
        order by (code = $3) desc, code limit 1`,
      [hallCode, id, said],
    );
  },

  async lockItem(tx: Tx, hallCode: string, code: string): Promise<CatalogueEntry | undefined> {
    return (await readEntries(tx, 'i.hall_code = $1 and i.code = $2 for no key update of i', [hallCode, code]))[0];
  },

  // Two statements whatever the size of the catalogue: the rows travel as one JSON array.
  async publishVersions(tx: Tx, items: readonly ServiceItem[], at: Date): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map(({ current: { number, ...body }, ...item }) => {
      const keys = searchKeysOf(item.name, item.code);
      return { ...item, ...keys, currentVersion: number, itemId: item.id, number, body, publishedAt: at };
    });
    await insertAll(
      tx,
      tables.serviceItems,
      rows,
      `on conflict (hall_code, id) do update
          set name = excluded.name, department_id = excluded.department_id, handling_type = excluded.handling_type,
              regime = excluded.regime, window_ids = excluded.window_ids, results_public = excluded.results_public,
              current_version = excluded.current_version,
              bigrams = excluded.bigrams, initials = excluded.initials, searchable = excluded.searchable, draft = null, publish_on = null`,
    );
    await insertAll(tx, tables.serviceItemVersions, rows);
  },

  /** Keeps drafts in one statement; a day on which one was to take effect is no more. */
  async saveDrafts(tx: Tx, drafts: readonly (HallKey & { readonly draft: Draft })[]): Promise<void> {
    if (drafts.length === 0) return;
    const rows = drafts.map(({ hallCode, id, draft }) => {
      const { code, name, departmentId, handlingType, regime, windowIds } = draft;
      return { hallCode, id, code, name, departmentId, handlingType, regime, windowIds, draft };
    });
    const again = 'on conflict (hall_code, id) do update set draft = excluded.draft, publish_on = null';
    await insertAll(tx, tables.serviceItems, rows, again);
  },

  /** Says on which day a draft takes effect; null takes that back. */
  planDraft: (tx: Tx, key: HallKey, publishOn: PlainDate | null): Promise<void> =>
    update(tx, tables.serviceItems, ['publishOn'], { ...key, publishOn }),

  /** Keys of drafts whose day has come, without those set aside. */
  findPlanned: (tx: Tx, today: PlainDate, limit: number, aside: readonly string[]): Promise<HallKey[]> =>
    read<Pick<ServiceItemsRow, 'hall_code' | 'id'>>(
      tx,
      `select /* sweep */ hall_code, id from service_items
        where publish_on <= $1 and id <> all($3::uuid[]) order by publish_on, id limit $2`,
      [today, limit, aside],
    ),

  /** Locks drafts whose day has come, leaving out those that somebody else works on. */
  lockPlanned: (tx: Tx, today: PlainDate, keys: readonly HallKey[]): Promise<CatalogueEntry[]> =>
    readEntries(
      tx,
      `/* sweep */ i.publish_on <= $3 and ${byKeys('i.id')}
        order by i.id for no key update of i skip locked`,
      [...keyColumns(keys), today],
    ),

  retire: (tx: Tx, key: HallKey, { at, reason }: { readonly at: Date; readonly reason: string }): Promise<void> =>
    update(tx, tables.serviceItems, ['retiredAt', 'retiredReason', 'publishOn'], {
      ...key,
      retiredAt: at,
      retiredReason: reason,
      publishOn: null,
    }),

  /** An item that is published and not retired. */
  async findItem(tx: Tx, { hallCode, id }: HallKey): Promise<ServiceItem | undefined> {
    const [row] = await readItems(tx, 'i.hall_code = $1 and i.id = $2 and i.retired_at is null', [hallCode, id]);
    return row && toItem(row);
  },

  async findVersion(tx: Tx, { hallCode, id }: HallKey, number: number): Promise<ItemVersion> {
    const row = await selectOne(
      tx,
      tables.serviceItemVersions,
      'where hall_code = $1 and item_id = $2 and number = $3',
      [hallCode, id, number],
    );
    return { number, ...row!.body };
  },

  /** The departments and windows that the hall has, as sets of ids, and its hours; none as long as they are not known. */
  async knownHall(
    tx: Tx,
    hallCode: string,
  ): Promise<{
    departmentIds: ReadonlySet<string>;
    windowIds: ReadonlySet<string>;
    sessions: CatalogueEntry['sessions'] | null;
  }> {
    const [row] = await tx.query<{ departments: string[]; windows: string[]; sessions: CatalogueEntry['sessions'] }[]>(
      `select (select sessions from known_halls where hall_code = $1) as sessions,
              array(select id from known_departments where hall_code = $1) as departments,
              array(select id from known_windows where hall_code = $1) as windows`,
      [hallCode],
    );
    return {
      departmentIds: new Set(row?.departments),
      windowIds: new Set(row?.windows),
      sessions: row?.sessions ?? null,
    };
  },

  /**
   * Keeps a count, or that one copy was handed out: then nothing is kept where none are known to be there. Whoever else counts
   * or hands out at the same moment waits, because each number rests on the one before.
   *
   * @returns how many there were before and are now; nothing when nothing was kept
   */
  async insertStockCount(
    tx: Tx,
    {
      hallCode,
      windowId,
      itemId,
      copies,
      countedAt,
      countedById,
    }: Omit<StockCount, 'copies'> & { copies: number | null },
  ): Promise<{ readonly before: number | null; readonly copies: number } | undefined> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`guides ${windowId} ${itemId}`]);
    const kept = await tx.query<{ before: number | null; copies: number }[]>(
      `with last as (
         select max(counted_at) as at, (array_agg(copies order by counted_at desc))[1] as copies
           from guide_counts where hall_code = $1 and window_id = $2 and item_id = $3)
       insert into guide_counts (hall_code, window_id, item_id, counted_at, copies, counted_by_id)
       select $1, $2, $3, greatest($4::timestamptz, at + interval '1 millisecond'), coalesce($5::integer, copies - 1), $6
         from last where $5::integer is not null or copies > 0
       returning copies, (select copies from last) as before`,
      [hallCode, windowId, itemId, countedAt, copies, countedById],
    );
    return kept[0];
  },

  /** Opens an order; one that is open already stays as it is. */
  async openOrder(tx: Tx, order: GuideOrder): Promise<void> {
    const once = 'on conflict (hall_code, window_id, item_id) where filled_at is null do nothing';
    await insert(tx, tables.guideOrders, order, once);
  },

  /** Fills the open order of a place, if there is one. */
  async fillOrder(
    tx: Tx,
    { hallCode, windowId, itemId }: GuidePlace,
    { at, by }: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    await tx.query(
      `update guide_orders set filled_at = $4, filled_by_id = $5
        where hall_code = $1 and window_id = $2 and item_id = $3 and filled_at is null`,
      [hallCode, windowId, itemId, at, by],
    );
  },
};
