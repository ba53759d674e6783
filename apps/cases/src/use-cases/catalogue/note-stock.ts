import { findHeadOf, findWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import { orderAfterCount } from '../../domain/catalogue/guide-stock';
import type { StockCount } from '../../domain/catalogue/guide-stock';
import type { CaseFact } from '../../domain/facts';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';

/**
 * Keeps how many printed guides there are now. At the minimum ordering more becomes a task of the department's head; the
 * last one gone is a fact that is charged to them.
 *
 * @param stock how many were counted; null for one that was handed out
 * @regulation S3.3d A-10
 * @returns what has become true, to be published
 */
export async function noteStock(
  { settings, newId }: CasePorts,
  tx: Tx,
  stock: Omit<StockCount, 'copies'> & { readonly copies: number | null },
): Promise<readonly CaseFact[]> {
  const { hallCode, windowId, itemId, countedAt: at, countedById } = stock;
  const kept = await itemStore.insertStockCount(tx, stock);
  if (!kept) return [];
  const place = { hallCode, windowId, itemId };
  if (orderAfterCount(kept.copies, settings['A-10'].minimumCopies) === 'FILL') {
    // A hand-out never brings the number above the minimum again.
    if (stock.copies !== null) await itemStore.fillOrder(tx, place, { at, by: countedById });
    return [];
  }
  const window = await findWindow(tx, hallCode, windowId);
  const ownerId = (window && (await findHeadOf(tx, hallCode, window.departmentId))) ?? countedById;
  await itemStore.openOrder(tx, { ...place, id: newId(), ownerId, openedAt: at });
  return kept.copies === 0 && kept.before !== 0 ? [{ kind: 'GUIDES_OUT', id: newId(), ...place, ownerId, at }] : [];
}
