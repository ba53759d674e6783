import type { PlainDate } from '@hall/kernel';
import type { CatalogueEntry, Draft } from '../../domain/catalogue/publish-item';
import { searchKeysOf } from './search-keys';
import type { HandlingType, ItemVersion, LegalRegime, ServiceItem } from '../../domain/catalogue/service-item';
import type { ItemStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface ItemRow {
  readonly hall_code: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly department_id: string;
  readonly handling_type: HandlingType;
  readonly regime: LegalRegime;
  readonly window_ids: string[];
  readonly number: number;
  readonly body: Omit<ItemVersion, 'number'>;
  readonly published_at: Date;
  readonly publish_on: PlainDate | null;
}

/** An item with its version in force; needs a `where` on `i`. */
export const selectItems = `
  select i.hall_code, i.id, i.code, i.name, i.department_id, i.handling_type, i.regime, i.window_ids, v.number, v.body, v.published_at, i.publish_on::text
    from service_items i
    join service_item_versions v on v.hall_code = i.hall_code and v.item_id = i.id and v.number = i.current_version`;

/** A row as an item. */
export function toItem(row: Omit<ItemRow, 'published_at' | 'publish_on'>): ServiceItem {
  return {
    hallCode: row.hall_code,
    id: row.id,
    code: row.code,
    name: row.name,
    departmentId: row.department_id,
    handlingType: row.handling_type,
    regime: row.regime,
    windowIds: row.window_ids,
    current: { number: row.number, ...row.body },
  };
}

/** An item whatever its state; an item that was never published has no number. */
interface EntryRow extends Omit<ItemRow, 'number' | 'body' | 'published_at' | 'publish_on'> {
  readonly number: number | null;
  readonly body: ItemRow['body'] | null;
  readonly published_at: Date | null;
  readonly draft: Draft | null;
  readonly retired_at: Date | null;
}

const selectEntries = `
  select i.hall_code, i.id, i.code, i.name, i.department_id, i.handling_type, i.regime, i.window_ids, v.number, v.body, v.published_at, i.draft, i.retired_at
    from service_items i
    left join service_item_versions v on v.hall_code = i.hall_code and v.item_id = i.id and v.number = i.current_version`;

function toEntry({ number, body, published_at, draft, retired_at: retiredAt, ...row }: EntryRow): CatalogueEntry {
  const isPublished = number !== null && body !== null && published_at !== null;
  const current = isPublished ? toItem({ ...row, number, body }) : null;
  return { hallCode: row.hall_code, id: row.id, code: row.code, current, draft, retiredAt };
}

/** The only writer of the catalogue. */
export const itemStore: ItemStore = {
  async lockItems(tx, hallCode) {
    const rows = await tx.query<EntryRow[]>(
      `${selectEntries} where i.hall_code = $1 order by i.id for no key update of i`,
      [hallCode],
    );
    return new Map(rows.map((row) => [row.code, toEntry(row)]));
  },

  async lockItem(tx, hallCode, code) {
    const [row] = await tx.query<EntryRow[]>(
      `${selectEntries} where i.hall_code = $1 and i.code = $2 for no key update of i`,
      [hallCode, code],
    );
    return row && toEntry(row);
  },

  // Two statements whatever the size of the catalogue: the rows travel as one JSON array.
  async publishVersions(tx, items, at) {
    if (items.length === 0) return;
    const rows = items.map(({ current: { number, ...body }, ...item }) => {
      return { ...item, number, body, ...searchKeysOf(item.name, item.code) };
    });
    await tx.query(
      `insert into service_items (hall_code, id, code, name, department_id, handling_type, regime, window_ids, current_version, bigrams, initials, searchable)
       select "hallCode", id, code, name, "departmentId", "handlingType", regime, "windowIds", number, bigrams, initials, searchable
         from jsonb_to_recordset($1::jsonb) as r ("hallCode" text, id uuid, code text, name text, "departmentId" uuid,
              "handlingType" text, regime text, "windowIds" uuid[], number integer, bigrams text[], initials text, searchable text)
       on conflict (hall_code, id) do update
          set name = excluded.name, department_id = excluded.department_id, handling_type = excluded.handling_type,
              regime = excluded.regime, window_ids = excluded.window_ids, current_version = excluded.current_version,
              bigrams = excluded.bigrams, initials = excluded.initials, searchable = excluded.searchable, draft = null, publish_on = null`,
      [JSON.stringify(rows)],
    );
    await tx.query(
      `insert into service_item_versions (hall_code, item_id, number, body, published_at)
       select "hallCode", id, number, body, $2
         from jsonb_to_recordset($1::jsonb) as r ("hallCode" text, id uuid, number integer, body jsonb)`,
      [JSON.stringify(rows), at],
    );
  },

  async saveDraft(tx, { hallCode, id }, draft) {
    const { code, name, departmentId, handlingType, regime, windowIds } = draft;
    await tx.query(
      `insert into service_items (hall_code, id, code, name, department_id, handling_type, regime, window_ids, draft)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (hall_code, id) do update set draft = excluded.draft, publish_on = null`,
      [hallCode, id, code, name, departmentId, handlingType, regime, windowIds, JSON.stringify(draft)],
    );
  },

  async planDraft(tx, { hallCode, id }, day) {
    await tx.query('update service_items set publish_on = $3 where hall_code = $1 and id = $2', [hallCode, id, day]);
  },

  async findPlanned(tx, today, limit, aside) {
    const rows = await tx.query<{ hall_code: string; id: string }[]>(
      `select /* sweep */ hall_code, id from service_items
        where publish_on <= $1 and id <> all($3::uuid[]) order by publish_on, id limit $2`,
      [today, limit, aside],
    );
    return rows.map(({ hall_code: hallCode, id }) => ({ hallCode, id }));
  },

  async lockPlanned(tx, today, keys) {
    const rows = await tx.query<EntryRow[]>(
      `${selectEntries} where /* sweep */ i.publish_on <= $3 and (i.hall_code, i.id) in (select * from unnest($1::text[], $2::uuid[]))
        order by i.id for no key update of i skip locked`,
      [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id), today],
    );
    return rows.map(toEntry);
  },

  async retire(tx, { hallCode, id }, { at, reason }) {
    await tx.query(
      'update service_items set retired_at = $3, retired_reason = $4, publish_on = null where hall_code = $1 and id = $2',
      [hallCode, id, at, reason],
    );
  },

  async findItem(tx, { hallCode, id }) {
    const [row] = await tx.query<ItemRow[]>(
      `${selectItems} where i.hall_code = $1 and i.id = $2 and i.retired_at is null`,
      [hallCode, id],
    );
    return row && toItem(row);
  },

  async findVersion(tx, { hallCode, id }, number) {
    const [row] = await tx.query<{ body: ItemRow['body'] }[]>(
      'select body from service_item_versions where hall_code = $1 and item_id = $2 and number = $3',
      [hallCode, id, number],
    );
    return { number, ...row!.body };
  },

  async knownHall(tx, hallCode) {
    const [row] = await tx.query<{ departments: string[]; windows: string[] }[]>(
      `select array(select id from known_departments where hall_code = $1) as departments,
              array(select id from known_windows where hall_code = $1) as windows`,
      [hallCode],
    );
    return { departmentIds: new Set(row?.departments), windowIds: new Set(row?.windows) };
  },

  async insertStockCount(tx, { hallCode, windowId, itemId, copies, countedAt, countedById }) {
    // Two counts of one moment keep their order.
    await tx.query(
      `insert into guide_counts (hall_code, window_id, item_id, counted_at, copies, counted_by_id)
       select $1, $2, $3, greatest($4::timestamptz, max(counted_at) + interval '1 millisecond'), $5, $6
         from guide_counts where hall_code = $1 and window_id = $2 and item_id = $3`,
      [hallCode, windowId, itemId, countedAt, copies, countedById],
    );
  },

  async openOrder(tx, { hallCode, id, windowId, itemId, ownerId, openedAt }) {
    await tx.query(
      `insert into guide_orders (hall_code, id, window_id, item_id, owner_id, opened_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (hall_code, window_id, item_id) where filled_at is null do nothing`,
      [hallCode, id, windowId, itemId, ownerId, openedAt],
    );
  },

  async fillOrder(tx, { hallCode, windowId, itemId }, { at, by }) {
    await tx.query(
      `update guide_orders set filled_at = $4, filled_by_id = $5
        where hall_code = $1 and window_id = $2 and item_id = $3 and filled_at is null`,
      [hallCode, windowId, itemId, at, by],
    );
  },
};
