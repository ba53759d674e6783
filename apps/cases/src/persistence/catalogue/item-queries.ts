import type { HallKey, PlainDate } from '@hall/kernel';
import { atHallTime, byKeys, keyColumns, read, select, selectOne, counted } from '@hall/platform/postgres';
import type { Camel, Database, DatedCursor } from '@hall/platform/postgres';
import { stockStanding } from '../../domain/catalogue/guide-stock';
import type { GuideOrder, StockStanding, StockTime } from '../../domain/catalogue/guide-stock';
import { missingDisclosures } from '../../domain/catalogue/publish-item';
import type { Draft } from '../../domain/catalogue/publish-item';
import type { ItemVersion, ServiceItem } from '../../domain/catalogue/service-item';
import { tables } from '../rows';
import type { GuideCountsRow, ServiceItemsRow, ServiceItemVersionsRow } from '../rows';
import { readItems, toItem } from './item-store';
import { searchTermsOf } from './search-keys';

/** A version as it was published. */
export interface PublishedVersion extends ItemVersion, HallKey {
  readonly publishedAt: Date;
  readonly validFrom: PlainDate;
  /** The last day on which it was in force; null while it is. */
  readonly validTo: PlainDate | null;
}

/** An item with the moment at which its version in force was published. */
export interface PublishedItem extends ServiceItem {
  readonly publishedAt: Date;
  /** The day on which the next version takes effect; null when none is planned. */
  readonly plannedFor: PlainDate | null;
}

function toPublished(row: Awaited<ReturnType<typeof readItems>>[number]): PublishedItem {
  return { ...toItem(row), publishedAt: row.publishedAt, plannedFor: row.publishOn };
}

/** How the printed guides of one item stand at a window. */
export interface GuideStock extends StockStanding {
  readonly item: HallKey;
  readonly order: Omit<GuideOrder, 'id'> | null;
}

/** An item that lacks something that the hall has to say itself. */
export interface ItemToComplete extends HallKey {
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  /** Whether people can apply for it meanwhile. */
  readonly isOpen: boolean;
  /** Fields that nobody has said, by name; none of a draft that only waits to be published. */
  readonly missing: readonly string[];
}

type ToCompleteRow = Pick<ServiceItemsRow, 'hall_code' | 'id' | 'code' | 'name' | 'department_id' | 'draft'> & {
  readonly body: ServiceItemVersionsRow['body'] | null;
};

/** Which items are wanted. */
export interface ItemFilter {
  readonly text: string | null;
  readonly departmentId: string | null;
  readonly windowId: string | null;
}

type VersionRow = ServiceItemVersionsRow & { readonly valid_from: PlainDate; readonly valid_to: PlainDate | null };

/** Versions with the days on which they were in force; a version ends where the next begins or the item is retired. */
const selectVersions = `
  select ${tables.serviceItemVersions.of('v')},
         (v.published_at ${atHallTime})::date as valid_from,
         (least(i.retired_at, (select min(n.published_at) from service_item_versions n
                                where n.hall_code = v.hall_code and n.item_id = v.item_id and n.number > v.number))
            ${atHallTime})::date as valid_to
    from service_item_versions v join service_items i on i.hall_code = v.hall_code and i.id = v.item_id`;

const toVersion = ({ body, itemId: id, ...row }: Camel<VersionRow>): PublishedVersion => ({ ...body, ...row, id });

/** The read side of the catalogue: one statement per question, however many keys are asked for. */
export class ItemQueries {
  constructor(private readonly database: Database) {}

  async items(keys: readonly HallKey[]): Promise<PublishedItem[]> {
    const where = byKeys('i.id');
    return (await readItems(this.database, where, keyColumns(keys))).map(toPublished);
  }

  /** What is being prepared. */
  async draft({
    hallCode,
    id,
  }: HallKey): Promise<(Draft & HallKey & { readonly plannedFor: PlainDate | null }) | null> {
    const row = await selectOne(this.database, tables.serviceItems, 'where hall_code = $1 and id = $2', [hallCode, id]);
    return row?.draft ? { ...row.draft, hallCode, id, plannedFor: row.publishOn } : null;
  }

  async itemByCode(hallCode: string, code: string): Promise<PublishedItem | undefined> {
    const where = 'i.hall_code = $1 and i.code = $2 and i.retired_at is null';
    const [row] = await readItems(this.database, where, [hallCode, code]);
    return row && toPublished(row);
  }

  /**
   * A page of the catalogue in order of code; one row more than asked for tells whether there is a next page. Chinese
   * words are found by their pairs of characters and then checked; Latin words are codes, names or first letters of pinyin.
   */
  async itemPage(hallCode: string, filter: ItemFilter, after: string | null, size: number): Promise<PublishedItem[]> {
    const terms = filter.text === null ? { words: [], bigrams: [], initials: [] } : searchTermsOf(filter.text);
    if (!terms) return [];
    const values: unknown[] = [hallCode];
    const conditions = ['i.hall_code = $1', 'i.retired_at is null'];
    const where = (condition: (place: string) => string, value: unknown): void => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    if (terms.bigrams.length > 0) where((place) => `i.bigrams @> ${place}::text[]`, terms.bigrams);
    for (const word of terms.words) where((place) => `position(${place} in i.searchable) > 0`, word);
    for (const word of terms.initials) {
      where(
        (place) =>
          `(position(${place} in i.initials) > 0 or position(${place} in regexp_replace(lower(i.code), '[^a-z0-9]', '', 'g')) > 0 or position(${place} in i.searchable) > 0)`,
        word,
      );
    }
    if (filter.departmentId !== null) where((place) => `i.department_id = ${place}`, filter.departmentId);
    if (filter.windowId !== null) where(offeredAt, filter.windowId);
    if (after !== null) where((place) => `i.code > ${place}`, after);
    values.push(size + 1);
    const wanted = `${conditions.join(' and ')} order by i.code limit $${values.length}`;
    return (await readItems(this.database, wanted, values)).map(toPublished);
  }

  /** The windows that offer each item (S4.4c): those it lists, else all of its department. */
  async windowsOfItems(items: readonly HallKey[]): Promise<(HallKey & { readonly itemId: string })[]> {
    return read<{ hall_code: string; item_id: string; id: string }>(
      this.database,
      `select i.hall_code, i.id as item_id, w.id
         from service_items i
         join known_windows w on w.hall_code = i.hall_code
          and (w.id = any(i.window_ids) or (i.window_ids = '{}' and w.department_id = i.department_id))
        where ${byKeys('i.id')} order by ${counted('w.number')}`,
      keyColumns(items),
    );
  }

  /** Versions of items, by item and number: a running case shows the version it was accepted under. */
  async itemVersions(keys: readonly (HallKey & { readonly number: number })[]): Promise<PublishedVersion[]> {
    const rows = await read<VersionRow>(
      this.database,
      `${selectVersions} where (v.hall_code, v.item_id, v.number) in (select * from unnest($1::text[], $2::uuid[], $3::integer[]))`,
      [...keyColumns(keys), keys.map(({ number }) => number)],
    );
    return rows.map(toVersion);
  }

  /** Every version of each item, the newest first. */
  async versionsOfItems(items: readonly HallKey[]): Promise<PublishedVersion[]> {
    const rows = await read<VersionRow>(
      this.database,
      `${selectVersions} where ${byKeys('v.item_id')} order by v.number desc`,
      keyColumns(items),
    );
    return rows.map(toVersion);
  }

  /**
   * Items that are not all the hall's own word yet: drafts, and open ones of which something is assumed or has no sample; by
   * code, those of one department when it is named.
   *
   * @regulation S3.3a S4.4d A-08
   */
  async toComplete(
    hallCode: string,
    departmentId: string | null,
    after: string | null,
    size: number,
  ): Promise<ItemToComplete[]> {
    const rows = await read<ToCompleteRow>(
      this.database,
      `select i.hall_code, i.id, i.code, i.name, i.department_id, i.draft, v.body
         from service_items i left join service_item_versions v
           on v.hall_code = i.hall_code and v.item_id = i.id and v.number = i.current_version
        where i.hall_code = $1 and i.retired_at is null and ($2::uuid is null or i.department_id = $2)
          and ($3::text is null or i.code > $3)
          and (i.draft is not null or v.body->'assumed' <> '[]' or not jsonb_path_exists(v.body, '$.materials[*].sampleUrl'))
        order by i.code limit $4`,
      [hallCode, departmentId, after, size + 1],
    );
    return rows.map(({ draft, body, ...item }) => ({
      ...item,
      isOpen: body !== null,
      missing: draft
        ? missingDisclosures(draft)
        : [...new Set([...body!.assumed, ...missingDisclosures({ body: body! })])],
    }));
  }

  /** How the printed guides of a window stand, in the order of the items' codes. */
  async guideStock(window: HallKey, at: Omit<StockTime, 'sessions'>): Promise<GuideStock[]> {
    const rows = await read<Pick<GuideCountsRow, 'item_id' | 'copies' | 'counted_at'> & Pick<StockTime, 'sessions'>>(
      this.database,
      `select c.item_id, c.copies, c.counted_at, coalesce(h.sessions, '[]') as sessions
         from guide_counts c left join known_halls h on h.hall_code = c.hall_code
         join service_items i on i.hall_code = c.hall_code and i.id = c.item_id
        where c.hall_code = $1 and c.window_id = $2 order by i.code, c.counted_at`,
      [window.hallCode, window.id],
    );
    const counts = new Map<string, { copies: number; countedAt: Date }[]>();
    for (const { itemId, copies, countedAt } of rows) {
      counts.set(itemId, [...(counts.get(itemId) ?? []), { copies, countedAt }]);
    }
    const { hallCode } = window;
    const orders = counts.size > 0 ? await this.openOrders(window) : [];
    return [...counts].map(([id, of]) => {
      const order = orders.find(({ itemId }) => itemId === id) ?? null;
      return { item: { hallCode, id }, ...stockStanding(of, { ...at, sessions: rows[0]!.sessions }), order };
    });
  }

  /** Orders of more copies that are open at a window. */
  openOrders({ hallCode, id }: HallKey): Promise<GuideOrder[]> {
    const rest = 'where hall_code = $1 and window_id = $2 and filled_at is null order by opened_at, id';
    return select(this.database, tables.guideOrders, rest, [hallCode, id]);
  }

  /** A page of the orders that are open in a hall, the oldest first. */
  orderPage(hallCode: string, after: DatedCursor | null, size: number): Promise<GuideOrder[]> {
    const rest = `where hall_code = $1 and filled_at is null and ($2::timestamptz is null or (opened_at, id) > ($2, $3))
      order by opened_at, id limit $4`;
    return select(this.database, tables.guideOrders, rest, [hallCode, after?.at ?? null, after?.id ?? null, size + 1]);
  }
}

/** Items that a window offers: listed for it, or open to all windows of its department. */
function offeredAt(place: string): string {
  return `(${place}::uuid = any(i.window_ids) or (i.window_ids = '{}' and i.department_id =
    (select w.department_id from known_windows w where w.hall_code = i.hall_code and w.id = ${place}::uuid)))`;
}
