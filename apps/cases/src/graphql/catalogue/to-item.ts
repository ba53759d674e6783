import { plainDateOf } from '@hall/kernel';
import type { PlainDate, HallKey } from '@hall/kernel';
import { createType, fromRow, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { Draft } from '../../domain/catalogue/publish-item';
import type { ItemVersion } from '../../domain/catalogue/service-item';
import type { PublishedItem, PublishedVersion } from '../../persistence/catalogue/item-queries';
import { FeeType, MaterialType, ProcedureStepType, ServiceItemType, ServiceItemVersionType } from './item.type';

/** Under which a version of an item is loaded. */
export function itemVersionId(item: HallKey, number: number): string {
  return `${globalId(item)}#${number}`;
}

/** A version of an item, for readers. */
export function toVersionType(version: ItemVersion & Partial<PublishedVersion>): ServiceItemVersionType {
  return createType(ServiceItemVersionType, {
    publishedAt: null,
    validFrom: null,
    validTo: null,
    ...version,
    procedure: version.procedure.map(({ name, limit = null }) => createType(ProcedureStepType, { name, limit })),
    materials: version.materials.map((material) =>
      createType(MaterialType, {
        ...material,
        condition: material.condition ?? null,
        sampleUrl: material.sampleUrl ?? null,
      }),
    ),
    fee: createType(FeeType, version.fee),
  });
}

/** An item, for readers. */
export function toItemType(item: PublishedItem): ServiceItemType {
  const { hallCode, current, publishedAt } = item;
  return fromRow(ServiceItemType, item, {
    leadWindowId: globalIdOrNull(hallCode, current.leadWindowId ?? null),
    current: toVersionType({ ...current, publishedAt, validFrom: plainDateOf(publishedAt) }),
  });
}

/** An item that was never published, for its author. */
export function toDraftType(draft: Draft & HallKey & { readonly plannedFor: PlainDate | null }): ServiceItemType {
  const leadWindowId = globalIdOrNull(draft.hallCode, draft.body.leadWindowId ?? null);
  return fromRow(ServiceItemType, draft, { leadWindowId, resultsPublic: draft.resultsPublic ?? false, current: null });
}
