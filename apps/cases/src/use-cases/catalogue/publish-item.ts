import { done, hallCalendar, isRefused, plainDateOf, yardstickOf } from '@hall/kernel';
import type { HallKey, Outcome, PlainDate } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import type { Command } from '@hall/platform/use-case';
import { planPublication, revisedBody } from '../../domain/catalogue/publish-item';
import type { CatalogueEntry, Draft } from '../../domain/catalogue/publish-item';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';

/** An item as somebody wants it to be. */
export interface WriteItem {
  readonly hallCode: string;
  readonly draft: Draft;
}

/**
 * Prepares an item, new or already in the catalogue. Nobody outside sees it before it is published.
 *
 * @refuses IMPORT_REFERENCE_NOT_KNOWN, ITEM_RETIRED
 */
export function draftItem(ports: CasePorts, command: Command<WriteItem>): Promise<Outcome<HallKey>> {
  const { hallCode, draft } = command.input;
  return ports.run(command, { operation: 'draftServiceItem', hallCode }, async (tx) => {
    const refused = await refuseUnknown(ports, tx, command.input);
    if (refused) return refused;
    const before = await itemStore.lockItem(tx, hallCode, draft.code);
    if (before?.retiredAt) return refuse('ITEM_RETIRED');
    const key = { hallCode, id: before?.id ?? ports.newId() };
    await itemStore.saveDrafts(tx, [{ ...key, draft }]);
    return done(key);
  });
}

/** Which item is published, and from which day on it is in force; at once when null. */
export interface PublishItem {
  readonly hallCode: string;
  readonly code: string;
  readonly validFrom: PlainDate | null;
}

/**
 * Publishes what was prepared as the next version, at once or on a later day. It is checked now either way. An item
 * without a draft that is in force already stays as it is.
 *
 * @regulation S3.3a S4.4d A-08
 * @refuses ITEM_NOT_FOUND, VALID_FROM_PAST, ITEM_INCOMPLETE, and whatever the limits refuse
 */
export function publishItem(ports: CasePorts, command: Command<PublishItem>): Promise<Outcome<HallKey>> {
  const { hallCode, code, validFrom } = command.input;
  return ports.run(command, { operation: 'publishServiceItem', hallCode }, async (tx) => {
    const today = plainDateOf(ports.clock.now());
    if (validFrom !== null && validFrom < today) return refuse('VALID_FROM_PAST', { today });
    const entry = await itemStore.lockItem(tx, hallCode, code);
    if (!entry) return refuse('ITEM_NOT_FOUND');
    if (entry.draft === null) return entry.current ? done({ hallCode, id: entry.id }) : refuse('ITEM_NOT_FOUND');
    if (validFrom === null || validFrom === today) return publishVersion(ports, tx, command, entry, entry.draft);
    const checked = planPublication(entry, entry.draft, yardstickOf(hallCalendar, entry.sessions));
    if (isRefused(checked)) return checked;
    await itemStore.planDraft(tx, entry, validFrom);
    return done({ hallCode, id: entry.id });
  });
}

const batchSize = 50;

/**
 * Publishes what was planned for today or before. What no longer passes its checks stays a draft without a day.
 *
 * @regulation S3.3a
 */
export function publicationSweep(ports: CasePorts, base: SweepBase): Sweep {
  const today = () => plainDateOf(ports.clock.now());
  const find = (tx: Tx, aside: readonly string[]) => itemStore.findPlanned(tx, today(), batchSize, aside);
  const work = async (tx: Tx, keys: readonly HallKey[]) => {
    const planned = await itemStore.lockPlanned(tx, today(), keys);
    for (const entry of planned) {
      const published =
        entry.draft && (await publishVersion(ports, tx, { correlationId: 'sweep' }, entry, entry.draft));
      if (!published || isRefused(published)) await itemStore.planDraft(tx, entry, null);
    }
    return planned.length;
  };
  return isolatedSweep({ name: 'publications', find, work }, base);
}

/**
 * Publishes a changed item as a new version at once, under the same checks. Running cases keep the version under which
 * they were handed in.
 *
 * @regulation S3.3a S4.4d
 * @refuses ITEM_NOT_FOUND, IMPORT_REFERENCE_NOT_KNOWN, ITEM_INCOMPLETE, and whatever the limits refuse
 */
export function reviseItem(ports: CasePorts, command: Command<WriteItem>): Promise<Outcome<HallKey>> {
  const { hallCode, draft } = command.input;
  return ports.run(command, { operation: 'reviseServiceItem', hallCode }, async (tx) => {
    const refused = await refuseUnknown(ports, tx, command.input);
    if (refused) return refused;
    const entry = await itemStore.lockItem(tx, hallCode, draft.code);
    if (!entry?.current) return refuse('ITEM_NOT_FOUND');
    const { current } = entry.current;
    const body = revisedBody(current, draft, yardstickOf(hallCalendar, entry.sessions));
    const assumed = current.assumed.filter((field) => !(field in draft.body) && field in body);
    return publishVersion(ports, tx, command, entry, { ...draft, body, assumed });
  });
}

/**
 * Takes an item out of the catalogue; running cases go on.
 *
 * @regulation S3.3a
 * @refuses ITEM_NOT_FOUND, ITEM_RETIRED
 */
export function retireItem(
  ports: CasePorts,
  command: Command<{ readonly hallCode: string; readonly code: string; readonly reason: string }>,
): Promise<Outcome<HallKey>> {
  const { hallCode, code, reason } = command.input;
  return ports.run(command, { operation: 'retireServiceItem', hallCode }, async (tx) => {
    const entry = await itemStore.lockItem(tx, hallCode, code);
    if (!entry?.current) return refuse('ITEM_NOT_FOUND');
    if (entry.retiredAt !== null) return refuse('ITEM_RETIRED');
    await itemStore.retire(tx, entry, { at: ports.clock.now(), reason });
    const versionNumber = entry.current.current.number;
    await ports.publish(tx, command, [
      { kind: 'ITEM_RETIRED', hallCode, itemId: entry.id, versionNumber, code, reason },
    ]);
    return done({ hallCode, id: entry.id });
  });
}

async function publishVersion(
  ports: CasePorts,
  tx: Tx,
  cause: { readonly correlationId: string },
  entry: CatalogueEntry,
  draft: Draft,
): Promise<Outcome<HallKey>> {
  const item = planPublication(entry, draft, yardstickOf(hallCalendar, entry.sessions));
  if (isRefused(item)) return item;
  await itemStore.publishVersions(tx, [item.value], ports.clock.now());
  await ports.publish(tx, cause, [{ kind: 'ITEM_PUBLISHED', item: item.value }]);
  return done({ hallCode: entry.hallCode, id: entry.id });
}

async function refuseUnknown(ports: CasePorts, tx: Tx, { hallCode, draft }: WriteItem) {
  const known = await itemStore.knownHall(tx, hallCode);
  const { departmentId, windowIds, body } = draft;
  const departments = [departmentId, ...(body.participants ?? []).map((participant) => participant.departmentId)];
  const windows = [...windowIds, ...(body.leadWindowId === undefined ? [] : [body.leadWindowId])];
  const unknown = [
    ...departments.filter((id) => !known.departmentIds.has(id)),
    ...windows.filter((id) => !known.windowIds.has(id)),
  ];
  return unknown.length > 0 ? refuse('IMPORT_REFERENCE_NOT_KNOWN', { count: unknown.length }) : undefined;
}
