import { encodeId } from '@hall/kernel';
import type { Locale } from '@hall/kernel';
import { mostOnBoard } from '../domain/cases/case';
import type { Rendered } from '../documents/models';
import { boardHtml, kioskHtml } from '../documents/screens';
import type { ItemFilter, ItemQueries, PublishedItem } from '../persistence/catalogue/item-queries';
import type { DocumentSources } from './document-sources';

/** A page of the catalogue as it is read; a screen shows all of them. */
const pageSize = 500;

/** Every published item that meets the filter: a screen that stopped at some number would hide services. */
async function everyItem(items: ItemQueries, hallCode: string, text: string | null): Promise<PublishedItem[]> {
  const filter: ItemFilter = { text, departmentId: null, windowId: null };
  const found: PublishedItem[] = [];
  for (let after: string | null = null; ;) {
    const page: PublishedItem[] = await items.itemPage(hallCode, filter, after, pageSize);
    found.push(...page.slice(0, pageSize));
    if (page.length <= pageSize) return found;
    after = found.at(-1)!.code;
  }
}

/** The touch screen of a hall: all of it, or what was looked for. */
export async function kiosk(
  { lists, items, documents }: DocumentSources,
  hallCode: string,
  sought: string,
  locale: Locale,
): Promise<Rendered | undefined> {
  const hallName = await lists.hallName(hallCode);
  if (hallName === undefined) return undefined;
  const [published, names] = await Promise.all([
    everyItem(items, hallCode, sought === '' ? null : sought),
    documents.departmentNames(hallCode),
  ]);
  const byDepartment = new Map<string, PublishedItem[]>();
  for (const item of published) {
    const of = byDepartment.get(item.departmentId);
    if (of === undefined) byDepartment.set(item.departmentId, [item]);
    else of.push(item);
  }
  const from = `locale=${locale}&from=kiosk${seeking(sought)}`;
  const departments = [...byDepartment].map(([departmentId, of]) => ({
    name: names.get(departmentId) ?? '',
    items: of.map(({ id, name, current: { assumed } }) => ({ name, assumed, guideUrl: guidePath(hallCode, id, from) })),
  }));
  return kioskHtml({ hallName, sought, departments }, locale);
}

/** A page of the electronic board of a hall. */
export async function board(
  { lists, items, documents, clock }: DocumentSources,
  hallCode: string,
  page: number,
  locale: Locale,
): Promise<Rendered | undefined> {
  const hallName = await lists.hallName(hallCode);
  if (hallName === undefined) return undefined;
  const [published, windows, ready] = await Promise.all([
    everyItem(items, hallCode, null),
    documents.windows(hallCode, null),
    lists.readyCases(hallCode, mostOnBoard),
  ]);
  const shown = published.map(({ name, current: { promisedLimit, assumed } }) => ({
    name,
    limit: promisedLimit,
    assumed,
  }));
  return boardHtml({ hallName, at: clock.now(), items: shown, windows, ready }, locale, page);
}

function guidePath(hallCode: string, id: string, query: string): string {
  return `/documents/guides/${encodeURIComponent(encodeId(hallCode, id))}.html?${query}`;
}

/** What is looked for, as the last part of an address. */
function seeking(sought: string): string {
  return sought === '' ? '' : `&q=${encodeURIComponent(sought)}`;
}

/** Where a touch screen shows what was looked for, or everything. */
export function kioskPath(hallCode: string, locale: Locale, sought: string): string {
  return `/documents/kiosks/${encodeURIComponent(hallCode)}.html?locale=${locale}${seeking(sought)}`;
}
