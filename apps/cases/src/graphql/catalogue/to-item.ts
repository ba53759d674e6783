import { plainDateOf } from '@hall/kernel';
import type { PlainDate, HallKey } from '@hall/kernel';
import { globalId, createType, globalIdOrNull } from '@hall/platform/graphql';
import type { Draft } from '../../domain/catalogue/publish-item';
import type { ItemVersion } from '../../domain/catalogue/service-item';
import type { PublishedItem, PublishedVersion } from '../../persistence/catalogue/item-queries';
import { FeeType, MaterialType, ProcedureStepType, ServiceItemType, ServiceItemVersionType } from './item.type';

/** A version of an item, for readers. */
export function toVersionType(version: ItemVersion & Partial<PublishedVersion>): ServiceItemVersionType {
  const { number, content, legalBasis, conditions, statutoryLimit, promisedLimit, result, assumed } = version;
  return createType(ServiceItemVersionType, {
    number,
    content,
    legalBasis,
    conditions,
    statutoryLimit,
    promisedLimit,
    result,
    assumed,
    procedure: version.procedure.map(({ name, limit = null }) => createType(ProcedureStepType, { name, limit })),
    materials: version.materials.map((material) =>
      createType(MaterialType, {
        ...material,
        condition: material.condition ?? null,
        sampleUrl: material.sampleUrl ?? null,
      }),
    ),
    fee: createType(FeeType, version.fee),
    publishedAt: version.publishedAt ?? null,
    validFrom: version.validFrom ?? null,
    validTo: version.validTo ?? null,
  });
}

/** An item, for readers. */
export function toItemType(item: PublishedItem): ServiceItemType {
  const { hallCode, code, name, handlingType, regime, departmentId, current, publishedAt, plannedFor } = item;
  return createType(ServiceItemType, {
    id: globalId(item),
    code,
    name,
    handlingType,
    regime,
    departmentId: globalIdOrNull(hallCode, departmentId),
    leadWindowId: globalIdOrNull(hallCode, current.leadWindowId ?? null),
    plannedFor,
    current: toVersionType({ ...current, publishedAt, validFrom: plainDateOf(publishedAt) }),
  });
}

/** An item that was never published, for its author. */
export function toDraftType({
  hallCode,
  id,
  plannedFor,
  ...draft
}: Draft & HallKey & { readonly plannedFor: PlainDate | null }): ServiceItemType {
  const { code, name, handlingType, regime, departmentId } = draft;
  return createType(ServiceItemType, {
    id: globalId({ hallCode, id }),
    code,
    name,
    handlingType,
    regime,
    departmentId: globalIdOrNull(hallCode, departmentId),
    leadWindowId: globalIdOrNull(hallCode, draft.body.leadWindowId ?? null),
    plannedFor,
    current: null,
  });
}
