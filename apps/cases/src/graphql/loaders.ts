import type { TermEvent } from '@hall/kernel';
import DataLoader from 'dataloader';
import type { Actor } from '@hall/platform/actor';
import { entityLoader, globalId, keyOf, listLoader, refTo, ServiceWindowRef } from '@hall/platform/graphql';
import type { HallKey, SubgraphContext } from '@hall/platform/graphql';
import type { Case } from '../domain/case';
import type { CaseQueries, OfCase } from '../persistence/case-queries';
import {
  toActionType,
  toApplicantType,
  toCaseType,
  toContactType,
  toItemType,
  toMaterialType,
  toSlipType,
  toVersionType,
} from './to-graphql';

const self = <Row extends HallKey>(row: Row): HallKey => row;
const caseOf = <Row extends OfCase<object>>({ hallCode, caseId }: Row): HallKey => ({ hallCode, id: caseId });

/** Which of these cases the actor may know of: staff those of their hall, applicants their own; nobody sees another's. */
export async function visibleCases(
  queries: CaseQueries,
  actor: Actor,
  found: readonly Case[],
): Promise<readonly Case[]> {
  if (actor.roles.some((role) => role !== 'APPLICANT' && role !== 'ANALYST' && role !== 'PARTNER')) {
    return found.filter(({ hallCode }) => actor.hallCode === hallCode || actor.roles.includes('ADMIN'));
  }
  if (actor.account === undefined || found.length === 0) return [];
  const own = await queries.ownCaseIds(actor.account, found);
  return found.filter(({ id }) => own.has(id));
}

/** The loaders of one request. */
export function createLoaders(queries: CaseQueries, actor: Actor) {
  return {
    item: entityLoader((keys) => queries.items(keys), self, toItemType),
    itemVersion: new DataLoader(async (wanted: readonly { itemId: string; number: number }[]) => {
      const versions = await queries.itemVersions(wanted.map(({ itemId, number }) => ({ ...keyOf(itemId), number })));
      const found = new Map(
        versions.map((version) => [`${globalId(version)}#${version.number}`, toVersionType(version)]),
      );
      return wanted.map(({ itemId, number }) => found.get(`${itemId}#${number}`) ?? null);
    }),
    windowsOfItem: listLoader(
      (keys) => queries.windowsOfItems(keys),
      ({ hallCode, itemId }) => ({ hallCode, id: itemId }),
      (window) => refTo(ServiceWindowRef, globalId(window)),
    ),
    contact: entityLoader(
      async (keys) => (await queries.contacts(keys)).filter(({ hallCode }) => actor.hallCode === hallCode),
      self,
      toContactType,
    ),
    case: entityLoader(async (keys) => visibleCases(queries, actor, await queries.cases(keys)), self, toCaseType),
    slip: entityLoader((keys) => queries.slips(keys), caseOf, toSlipType),
    applicant: entityLoader((keys) => queries.applicants(keys), caseOf, toApplicantType),
    term: listLoader(
      (keys) => queries.termEvents(keys),
      caseOf,
      (event): TermEvent => event,
    ),
    timeline: listLoader((keys) => queries.actions(keys), caseOf, toActionType),
    materials: listLoader((keys) => queries.materials(keys), caseOf, toMaterialType),
  };
}

/** See {@link createLoaders}. */
export type CaseLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type CaseContext = SubgraphContext<CaseLoaders>;
