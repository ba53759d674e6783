import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findOfficer, findWindow } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';
import { noteStock } from './note-stock';

/** How many printed guides of an item lie at a window. */
export interface CountGuides {
  readonly window: HallKey;
  readonly item: HallKey;
  readonly copies: number;
}

/**
 * Records a count of printed guides. At the minimum ordering more becomes a task of the department's head; minutes without
 * any are counted, and none left is a finding.
 *
 * @regulation S3.3d A-10
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN, ITEM_NOT_FOUND
 */
export function countGuides(ports: CasePorts, command: Command<CountGuides>): Promise<Outcome<HallKey>> {
  const { window, item, copies } = command.input;
  const { hallCode } = window;
  return ports.run(command, { operation: 'countGuides', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const counted = await findWindow(tx, hallCode, window.id);
    if (!counted) return refuse('WINDOW_NOT_KNOWN');
    const found = item.hallCode === hallCode ? await itemStore.findItem(tx, item) : undefined;
    if (!found) return refuse('ITEM_NOT_FOUND');
    const countedById = officer.value.id;
    const countedAt = ports.clock.now();
    const facts = await noteStock(ports, tx, {
      hallCode,
      windowId: window.id,
      itemId: item.id,
      copies,
      countedAt,
      countedById,
    });
    await ports.publish(tx, command, facts);
    return done({ hallCode, id: item.id });
  });
}
