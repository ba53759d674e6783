import type { Refused } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { ServiceItem } from '../../domain/catalogue/service-item';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';

/**
 * An item that is not offered at a window: the refusal names the windows where it is.
 *
 * @regulation S4.4c
 */
export async function offeredElsewhere(tx: Tx, item: ServiceItem): Promise<Refused> {
  const windows = await itemStore.windowsOffering(tx, item);
  const names = windows.map(({ number, name }) => `${number} ${name}`);
  return refuse('ITEM_NOT_OFFERED_HERE', { item: `${item.code} ${item.name}`, windows: names.join('、') || '—' });
}
