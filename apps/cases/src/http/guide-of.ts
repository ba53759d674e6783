import { decodeId } from '@hall/kernel';
import type { GuidePaper } from '../documents/models';
import type { DocumentQueries } from '../persistence/cases/document-queries';
import type { ItemQueries } from '../persistence/catalogue/item-queries';

/** A published item as the guide shows it; nothing for an item that is not published. */
export async function guideOf(
  {
    items,
    documents,
    publicUrl,
  }: { readonly items: ItemQueries; readonly documents: DocumentQueries; readonly publicUrl?: string | undefined },
  id: string,
): Promise<GuidePaper | undefined> {
  const key = decodeId(id);
  const [item] = key ? await items.items([key]) : [];
  if (!item) return undefined;
  const { hallCode, code, name, departmentId } = item;
  const [names, offered, [version]] = await Promise.all([
    documents.names(hallCode, departmentId),
    items.windowsOfItems([item]),
    items.itemVersions([{ hallCode, id: item.id, number: item.current.number }]),
  ]);
  const windows = await documents.windows(
    hallCode,
    offered.map((window) => window.id),
  );
  return {
    hallName: names.hall,
    code,
    name,
    department: names.department,
    version: item.current,
    validFrom: version?.validFrom ?? '',
    windows,
    address: guideAddress(publicUrl, id),
  };
}

/** Where everybody reaches the guide of an item; null when the installation has not said where it is reached. */
export function guideAddress(publicUrl: string | undefined, id: string): string | null {
  return publicUrl === undefined ? null : new URL(`/documents/guides/${encodeURIComponent(id)}.html`, publicUrl).href;
}
