import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { importFaults, isChanged, regimeOf, versionOf } from '../../domain/catalogue/import-items';
import type { Defaults, ImportFault, ItemDraft } from '../../domain/catalogue/import-items';
import { refuse } from '../../domain/refusals';
import type { CatalogueEntry } from '../../domain/catalogue/publish-item';
import { windowsOffering } from '../../domain/catalogue/service-item';
import type { ServiceItem } from '../../domain/catalogue/service-item';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';
import { hallYardstick } from './hall-yardstick';

/** A catalogue to be taken over. */
export interface ImportItems {
  readonly hallCode: string;
  readonly items: readonly ItemDraft[];
}

/** What an import did, or every fault that kept it from doing anything. */
export type ImportReport =
  | { readonly kind: 'IMPORTED'; readonly created: number; readonly revised: number; readonly unchanged: number }
  | { readonly kind: 'FAULTY'; readonly faults: readonly ImportFault[] };

/**
 * Takes a catalogue over, all or nothing. An item that is there already gets a new version when the row says something
 * else, and is left alone when it does not: importing twice is importing once.
 *
 * @regulation S3.3a A-07 A-08
 */
export async function importItems(ports: CasePorts, command: Command<ImportItems>): Promise<Outcome<ImportReport>> {
  const { hallCode, items: drafts } = command.input;
  let faults: readonly ImportFault[] = [];
  const outcome = await ports.run<ImportReport>(command, { operation: 'importServiceItems', hallCode }, async (tx) => {
    const by = await hallYardstick(tx, hallCode);
    if (isRefused(by)) return by;
    const defaults = { promiseDays: ports.settings['A-08'].importedPromiseWorkingDays, by: by.value };
    faults = importFaults(drafts, { known: await itemStore.knownHall(tx, hallCode), ...defaults });
    if (faults.length > 0) {
      return refuse(faults.some(mayBeLate) ? 'IMPORT_REFERENCE_NOT_KNOWN' : 'IMPORT_FAULTY', { count: faults.length });
    }
    const existing = await itemStore.lockItems(tx, hallCode);
    const created = drafts.filter(({ code }) => !existing.has(code));
    const revised = drafts.filter((draft) => {
      const entry = existing.get(draft.code);
      return entry !== undefined && (entry.current === null || isChanged(entry.current, draft, defaults));
    });
    const items = [...created, ...revised].map((draft) => {
      const before = existing.get(draft.code);
      return published({ hallCode, id: before?.id ?? ports.newId() }, draft, before, defaults);
    });
    await itemStore.publishVersions(tx, items, ports.clock.now());
    await ports.publish(
      tx,
      command,
      items.map((item) => ({ kind: 'ITEM_PUBLISHED', item })),
    );
    const unchanged = drafts.length - items.length;
    return done({ kind: 'IMPORTED', created: created.length, revised: revised.length, unchanged });
  });
  return isRefused(outcome) && faults.length > 0 ? done({ kind: 'FAULTY', faults }) : outcome;
}

/** A department or window may have been registered a moment ago, and its fact be on its way. */
function mayBeLate({ code }: ImportFault): boolean {
  return code === 'DEPARTMENT_NOT_KNOWN' || code === 'WINDOW_NOT_KNOWN';
}

function published(
  key: HallKey,
  draft: ItemDraft,
  before: CatalogueEntry | undefined,
  defaults: Defaults,
): ServiceItem {
  return {
    ...key,
    code: draft.code,
    name: draft.name,
    departmentId: draft.departmentId,
    handlingType: draft.handlingType ?? 'PROMISED',
    regime: regimeOf(draft),
    resultsPublic: draft.resultsPublic ?? false,
    windowIds: windowsOffering(draft.windowIds, draft.leadWindowId),
    current: { number: (before?.current?.current.number ?? 0) + 1, ...versionOf(draft, defaults) },
  };
}
