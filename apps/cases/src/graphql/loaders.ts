import DataLoader from 'dataloader';
import type { Clock, DeadlineEvent, HallKey } from '@hall/kernel';
import type { Actor } from '@hall/platform/actor';
import { findCalendars } from '@hall/platform/directory';
import { entityLoader, globalId, keyOf, listLoader, createType, refTo, ServiceWindowRef } from '@hall/platform/graphql';
import type { SubgraphContext } from '@hall/platform/graphql';
import type { Case } from '../domain/cases/case';
import { attributeLateness } from '../domain/cases/joint';
import type { LateMinutes } from '../domain/cases/joint';
import type { CaseQueries, OfCase } from '../persistence/cases/case-queries';
import type { Queries } from './queries';
import { toActionType, toApplicantType, toCaseType, toMaterialType, toStepType } from './cases/to-case';
import {
  toConsultationType,
  toContactType,
  toMatterType,
  toMessageType,
  toRatingType,
  toReferralType,
  toTicketType,
  toTouchType,
} from './contacts/to-contact';
import { toItemType, toVersionType } from './catalogue/to-item';
import { toDefectType, toNoticeType, toRefusalType } from './cases/to-paper';
import { DateMoveType } from './deadlines/commitment.type';

const self = <Row extends HallKey>(row: Row): HallKey => row;
const caseOf = <Row extends OfCase<object>>({ hallCode, caseId }: Row): HallKey => ({ hallCode, id: caseId });
const contactOf = <Row extends { hallCode: string; contactId: string }>({ hallCode, contactId }: Row): HallKey => ({
  hallCode,
  id: contactId,
});

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
export function createLoaders({ database, cases, contacts, items, ratings }: Queries, actor: Actor, clock: Clock) {
  const ofOwnHall = <Row extends HallKey>(rows: readonly Row[]): Row[] =>
    rows.filter(({ hallCode }) => actor.hallCode === hallCode);
  const tasks = listLoader(
    (keys) => cases.tasks(keys),
    caseOf,
    (task) => task,
  );
  const rawCase = entityLoader(
    async (keys) => visibleCases(cases, actor, await cases.cases(keys)),
    self,
    (row) => row,
  );
  return {
    calendar: new DataLoader(async (hallCodes: readonly string[]) => {
      const calendars = await findCalendars(database, hallCodes);
      return hallCodes.map((hallCode) => calendars.get(hallCode)!);
    }),
    item: entityLoader((keys) => items.items(keys), self, toItemType),
    itemVersion: new DataLoader(async (wanted: readonly { itemId: string; number: number }[]) => {
      const versions = await items.itemVersions(wanted.map(({ itemId, number }) => ({ ...keyOf(itemId), number })));
      const found = new Map(
        versions.map((version) => [`${globalId(version)}#${version.number}`, toVersionType(version)]),
      );
      return wanted.map(({ itemId, number }) => found.get(`${itemId}#${number}`) ?? null);
    }),
    versionsOfItem: listLoader((keys) => items.versionsOfItems(keys), self, toVersionType),
    windowsOfItem: listLoader(
      (keys) => items.windowsOfItems(keys),
      ({ hallCode, itemId }) => ({ hallCode, id: itemId }),
      (window) => refTo(ServiceWindowRef, globalId(window)),
    ),
    contact: entityLoader(async (keys) => ofOwnHall(await contacts.contacts(keys)), self, toContactType),
    referrals: listLoader((keys) => contacts.referrals(keys), contactOf, toReferralType),
    consultations: listLoader((keys) => contacts.consultations(keys), contactOf, toConsultationType),
    touches: listLoader((keys) => contacts.touches(keys), contactOf, toTouchType),
    message: entityLoader(async (keys) => ofOwnHall(await contacts.messages(keys)), self, toMessageType),
    ticket: entityLoader((keys) => contacts.tickets(keys), self, toTicketType),
    matter: entityLoader(async (keys) => ofOwnHall(await contacts.matters(keys)), self, toMatterType),
    rating: entityLoader((keys) => ratings.ratings(keys), self, toRatingType),
    rawCase,
    case: new DataLoader(async (ids: readonly string[]) => {
      const found = await rawCase.loadMany(ids);
      return found.map((row) => (row instanceof Error || row === null ? row : toCaseType(row)));
    }),
    slips: listLoader(
      (keys) => cases.slips(keys),
      caseOf,
      (slip) => slip,
    ),
    notices: listLoader((keys) => cases.notices(keys), caseOf, toNoticeType),
    defects: listLoader((keys) => cases.defects(keys), caseOf, toDefectType),
    steps: listLoader((keys) => cases.steps(keys), caseOf, toStepType),
    tasks,
    refusal: entityLoader((keys) => cases.refusals(keys), caseOf, toRefusalType),
    applicant: entityLoader((keys) => cases.applicants(keys), caseOf, toApplicantType),
    openApplicant: entityLoader(
      (keys) => cases.applicants(keys),
      caseOf,
      (row) => row,
    ),
    ledger: listLoader(
      (keys) => cases.deadlineEvents(keys),
      caseOf,
      (event): DeadlineEvent => event,
    ),
    levels: listLoader(
      (keys) => cases.levels(keys),
      caseOf,
      (level) => level,
    ),
    moves: listLoader(
      (keys) => cases.moves(keys),
      caseOf,
      (move) => createType(DateMoveType, move),
    ),
    timeline: listLoader((keys) => cases.actions(keys), caseOf, toActionType),
    materials: listLoader((keys) => cases.materials(keys), caseOf, toMaterialType),
    /** Whose fault how many late minutes of a joint case are. */
    lateness: new DataLoader(async (ids: readonly string[]): Promise<(LateMinutes | Error)[]> => {
      const found = await rawCase.loadMany(ids);
      const parts = await tasks.loadMany(ids);
      return ids.map((_id, n) => {
        const of = found[n];
        const own = parts[n];
        if (of instanceof Error) return of;
        if (own instanceof Error) return own;
        if (!of || !own) return { total: 0, lead: 0, byTask: new Map() };
        return attributeLateness(of.dueAt, of.decision?.decidedAt ?? clock.now(), own);
      });
    }),
  };
}

/** See {@link createLoaders}. */
export type CaseLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type CaseContext = SubgraphContext<CaseLoaders>;
