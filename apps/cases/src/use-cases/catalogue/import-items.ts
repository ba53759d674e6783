import { done, hallCalendar, isRefused, yardstickOf } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { importFaults, planRow } from '../../domain/catalogue/import-items';
import type { ImportFault, ItemDraft } from '../../domain/catalogue/import-items';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';

/** A catalogue to be taken over. */
export interface ImportItems {
  readonly hallCode: string;
  readonly items: readonly ItemDraft[];
  /** Whether items open although fields of theirs are assumed; each such field is marked wherever it is shown. */
  readonly opensAssumed: boolean;
}

/** What an import did with so many rows, or every fault that kept it from doing anything. */
export type ImportReport =
  | {
      readonly kind: 'IMPORTED';
      readonly created: number;
      readonly revised: number;
      readonly unchanged: number;
      readonly drafts: number;
      readonly retired: number;
    }
  | { readonly kind: 'FAULTY'; readonly faults: readonly ImportFault[] };

/**
 * Takes a catalogue over, all or nothing. What lacks a disclosure becomes a draft; what is there already gets a new version
 * when the row says something else, and is left alone when it does not: importing twice is importing once.
 *
 * @regulation S3.3a S4.4d A-07 A-08
 */
export async function importItems(ports: CasePorts, command: Command<ImportItems>): Promise<Outcome<ImportReport>> {
  const { hallCode, items: rows, opensAssumed } = command.input;
  let faults: readonly ImportFault[] = [];
  const outcome = await ports.run<ImportReport>(command, { operation: 'importServiceItems', hallCode }, async (tx) => {
    const known = await itemStore.knownHall(tx, hallCode);
    if (!known.sessions) return refuse('IMPORT_REFERENCE_NOT_KNOWN', { count: rows.length });
    const entries = await itemStore.lockItems(tx, hallCode);
    const promiseDays = ports.settings['A-08'].importedPromiseWorkingDays;
    const defaults = { promiseDays, by: yardstickOf(hallCalendar, known.sessions) };
    faults = importFaults(rows, { known, entries, ...defaults });
    if (faults.length > 0) {
      return refuse(faults.some(mayBeLate) ? 'IMPORT_REFERENCE_NOT_KNOWN' : 'IMPORT_FAULTY', { count: faults.length });
    }
    const planned = rows.map((row) => {
      const entry = entries.get(row.code);
      return { entry, id: entry?.id ?? ports.newId(), plan: planRow(row, entry, { opensAssumed, ...defaults }) };
    });
    const published = planned.flatMap(({ entry, id, plan }) =>
      plan.kind === 'PUBLISHED' ? [{ isNew: !entry?.current, item: { hallCode, id, ...plan.content } }] : [],
    );
    const drafts = planned.flatMap(({ id, plan }) =>
      plan.kind === 'DRAFT' ? [{ hallCode, id, draft: plan.draft }] : [],
    );
    const items = published.map(({ item }) => item);
    await itemStore.publishVersions(tx, items, ports.clock.now());
    await itemStore.saveDrafts(tx, drafts);
    await ports.publish(
      tx,
      command,
      items.map((item) => ({ kind: 'ITEM_PUBLISHED', item })),
    );
    const created = published.filter(({ isNew }) => isNew).length;
    const left = (kind: 'UNCHANGED' | 'RETIRED'): number => planned.filter(({ plan }) => plan.kind === kind).length;
    return done({
      kind: 'IMPORTED',
      created,
      revised: published.length - created,
      unchanged: left('UNCHANGED'),
      drafts: drafts.length,
      retired: left('RETIRED'),
    });
  });
  return isRefused(outcome) && faults.length > 0 ? done({ kind: 'FAULTY', faults }) : outcome;
}

/** A department or window may have been registered a moment ago, and its fact be on its way. */
function mayBeLate({ code }: ImportFault): boolean {
  return code === 'DEPARTMENT_NOT_KNOWN' || code === 'WINDOW_NOT_KNOWN';
}
