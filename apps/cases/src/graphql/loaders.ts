import DataLoader from 'dataloader';
import { deadlineStatus, isBroken, isRefused, startOf, yardstickOf } from '@hall/kernel';
import type { Clock, HallKey } from '@hall/kernel';
import type { Actor, Viewer } from '@hall/platform/actor';
import { createDeadlineLoaders } from '@hall/platform/deadline-graph';
import { findOpenWindows } from '@hall/platform/directory';
import {
  batchLoader,
  derivedLoader,
  entityLoader,
  globalId,
  isAllowed,
  keyOf,
  listLoader,
  refTo,
  ServiceWindowRef,
  shownAs,
  staffRoles,
} from '@hall/platform/graphql';
import type { MayCall, SubgraphContext } from '@hall/platform/graphql';
import type { Case } from '../domain/cases/case';
import { attributeLateness } from '../domain/cases/joint';
import type { LateMinutes } from '../domain/cases/joint';
import { offeredActions } from '../domain/cases/offered-actions';
import type { CaseFacts } from '../domain/cases/offered-actions';
import { legalRules } from '../domain/catalogue/legal-regimes';
import type { CaseQueries, OfCase } from '../persistence/cases/case-queries';
import { standstillsOf } from '../persistence/cases/standstill-queries';
import { createOffers } from './offers';
import type { Queries } from './queries';
import { toApplicantType, toCaseType, toTaskType } from './cases/to-case';
import { toContactType, toFollowUpType } from './contacts/to-contact';
import { itemVersionId, toItemType, toVersionType } from './catalogue/to-item';
import { toNoticeType, toRejectionType, toSlipTypes } from './cases/to-paper';
import { CaseActionType, SubmittedMaterialType } from './cases/case.type';
import { DefectType } from './cases/paper.type';
import { CaseStepType } from './cases/part.type';
import { StandstillType } from './cases/standstill.type';
import { ConsultationType, ReferralType } from './contacts/contact.type';
import { MessageType, QueueActType, QueueTicketType } from './contacts/front-desk.type';
import { MajorMatterType } from './major-matters/major-matter.type';
import { ServiceRatingType } from './ratings/rating.type';
import type { PaperAccess } from './cases/to-paper';

const self = <Row extends HallKey>(row: Row): HallKey => row;
const caseOf = <Row extends OfCase<object>>({ hallCode, caseId }: Row): HallKey => ({ hallCode, id: caseId });
const contactOf = <Row extends { hallCode: string; contactId: string }>({ hallCode, contactId }: Row): HallKey => ({
  hallCode,
  id: contactId,
});

/**
 * Which of these cases the actor may know of: staff those of their hall, everybody else their own; nobody sees another's. Who
 * keeps the installation is not of the staff: administration is not insight.
 */
export async function visibleCases(
  queries: CaseQueries,
  actor: Actor,
  found: readonly Case[],
): Promise<readonly Case[]> {
  if (isAllowed(actor, staffRoles)) return found.filter(({ hallCode }) => actor.hallCode === hallCode);
  if (actor.account === undefined || found.length === 0) return [];
  const own = await queries.ownCaseIds(actor.account, found);
  return found.filter(({ id }) => own.has(id));
}

/** Who asks: as whom they read, and what they may call. */
interface Asking {
  readonly actor: Actor;
  readonly viewer: Viewer;
  readonly mayDo: MayCall;
}

/** The loaders of one request. */
export function createLoaders(queries: Queries, { actor, viewer, mayDo }: Asking, clock: Clock) {
  const { database, cases, contacts, frontDesk, items, majorMatters, ratings, lists, links } = queries;
  const papers: PaperAccess = {
    linkTo: (kind, number) => links.linkTo(kind, number),
    secretOf: (codeOf) => lists.progressSecret(codeOf),
  };
  const ofOwnHall = <Row extends HallKey>(rows: readonly Row[]): Row[] =>
    rows.filter(({ hallCode }) => actor.hallCode === hallCode);
  const tasks = listLoader((keys) => cases.tasks(keys), caseOf);
  const rawCase = entityLoader(async (keys) => visibleCases(cases, await viewer(), await cases.cases(keys)), self);
  const slips = derivedLoader(
    listLoader((keys) => cases.slips(keys), caseOf),
    (rows) => toSlipTypes(rows, papers),
  );
  const rawContact = entityLoader(async (keys) => ofOwnHall(await contacts.contacts(keys)), self);
  const rawReferrals = listLoader((keys) => contacts.referrals(keys), contactOf);
  const rawRejection = entityLoader((keys) => cases.rejections(keys), caseOf);
  const rawNotices = listLoader((keys) => cases.notices(keys), caseOf);
  const notices = derivedLoader(rawNotices, (rows) => rows.map((notice) => toNoticeType(notice, papers)));
  /** Whose fault how many late minutes of a joint case are. */
  const lateness = derivedLoader(tasks, async (own, id): Promise<LateMinutes> => {
    const of = await rawCase.load(id);
    if (!of) return { total: 0, lead: 0, byTask: new Map() };
    return attributeLateness(of.dueAt, of.decision?.decidedAt ?? clock.now(), own);
  });
  const standings = entityLoader((keys) => cases.standings(actor.account ?? '', keys), self);
  const ofCase = derivedLoader(rawCase, (row) => row && toCaseType(row));
  /** Versions of items, by {@link itemVersionId}. */
  const itemVersion = batchLoader(async (wanted) => {
    const keys = wanted.map((each) => each.split('#') as [string, string]);
    const versions = await items.itemVersions(keys.map(([id, number]) => ({ ...keyOf(id), number: Number(number) })));
    return new Map(versions.map((version) => [itemVersionId(version, version.number), toVersionType(version)]));
  });
  const steps = listLoader((keys) => cases.steps(keys), caseOf, shownAs(CaseStepType));
  const defects = listLoader((keys) => cases.defects(keys), caseOf, shownAs(DefectType));
  const deadlines = createDeadlineLoaders(database, actor, clock);
  const openWindows = new DataLoader((hallCodes: readonly string[]) =>
    Promise.all(hallCodes.map((hallCode) => findOpenWindows(database, hallCode))),
  );
  const termOf = async (current: Case, id: string): Promise<CaseFacts['term']> => {
    const { hallCode, itemId: item, itemVersion: number, regime } = current;
    const [events, notified, inForce, version] = await Promise.all([
      deadlines.ledger.load(id),
      deadlines.levels.load(id),
      deadlines.calendar.load(hallCode),
      itemVersion.load(itemVersionId({ hallCode, id: item }, number)),
    ]);
    const now = clock.now();
    const status = events.length > 0 ? deadlineStatus(events, inForce, now) : undefined;
    if (!status || isRefused(status) || !version) return null;
    return {
      status: status.value,
      isBroken: isBroken({ ledger: events, notified: notified.map(({ level }) => level) }, inForce, now),
      extendedBefore: events.some(({ kind }) => kind === 'EXTEND'),
      promised: version.promisedLimit,
      statutory: version.statutoryLimit,
      legalExtension: legalRules[regime].extension,
      by: yardstickOf(inForce, startOf(events).sessions),
    };
  };
  /** What the rules of a case look at besides it, all of it loaded in batches. */
  const factsOf = async (current: Case, id: string): Promise<CaseFacts> => {
    const { hallCode, handlingType, substituteWindowId } = current;
    const [ownSteps, ownTasks, found, open, term] = await Promise.all([
      steps.load(id),
      handlingType === 'JOINT' ? tasks.load(id) : [],
      defects.load(id),
      substituteWindowId === null ? [] : openWindows.load(hallCode),
      termOf(current, id),
    ]);
    const openDefects = found.filter(({ settledAt }) => settledAt === null);
    const told = found.some(({ noticeNumber }) => noticeNumber !== null) ? await rawNotices.load(id) : [];
    return { steps: ownSteps, tasks: ownTasks, openDefects, notices: told, openWindows: open, term };
  };
  return {
    ...deadlines,
    item: entityLoader((keys) => items.items(keys), self, toItemType),
    itemVersion,
    versionsOfItem: listLoader((keys) => items.versionsOfItems(keys), self, toVersionType),
    windowsOfItem: listLoader(
      (keys) => items.windowsOfItems(keys),
      ({ hallCode, itemId }) => ({ hallCode, id: itemId }),
      (window) => refTo(ServiceWindowRef, globalId(window)),
    ),
    contact: derivedLoader(rawContact, (contact) => contact && toContactType(contact)),
    referrals: derivedLoader(rawReferrals, (rows) => rows.map(shownAs(ReferralType))),
    consultations: listLoader((keys) => contacts.consultations(keys), contactOf, shownAs(ConsultationType)),
    followUps: listLoader((keys) => contacts.touches(keys), contactOf, toFollowUpType),
    message: entityLoader(async (keys) => ofOwnHall(await frontDesk.messages(keys)), self, shownAs(MessageType)),
    queueActs: listLoader(
      (keys) => frontDesk.queueActs(keys),
      ({ hallCode, ticketId }) => ({ hallCode, id: ticketId }),
      shownAs(QueueActType),
    ),
    ticket: entityLoader((keys) => frontDesk.tickets(keys), self, shownAs(QueueTicketType)),
    matter: entityLoader(async (keys) => ofOwnHall(await majorMatters.matters(keys)), self, shownAs(MajorMatterType)),
    rating: entityLoader((keys) => ratings.ratings(keys), self, shownAs(ServiceRatingType)),
    rawCase,
    case: ofCase,
    allowedActions: derivedLoader(rawCase, async (current, id) => {
      const standing = current && (await standings.load(id));
      if (!standing) return [];
      const known = actor.hallCode === current.hallCode ? standing.roles : null;
      return offeredActions(standing, current, await factsOf(current, id)).filter((name) => mayDo(name, known));
    }),
    ...createOffers(queries, { actor, mayDo }, clock, {
      rawCase,
      standings,
      rawNotices,
      rawRejection,
      rawContact,
      rawReferrals,
    }),
    standstill: entityLoader((keys) => standstillsOf(database, keys), caseOf, shownAs(StandstillType)),
    slips,
    slip: derivedLoader(slips, ([inForce = null]) => inForce),
    notices,
    notice: derivedLoader(notices, ([latest = null]) => latest),
    defects,
    steps,
    tasks,
    participants: derivedLoader(tasks, async (own, id) => {
      const late = own.length > 0 ? await lateness.load(id) : undefined;
      return late ? own.map((task) => toTaskType(task, late)) : [];
    }),
    rejection: derivedLoader(rawRejection, (report) => report && toRejectionType(report, papers)),
    applicant: entityLoader((keys) => cases.applicants(keys), caseOf, toApplicantType),
    openApplicant: entityLoader((keys) => cases.applicants(keys), caseOf),
    timeline: listLoader((keys) => cases.actions(keys), caseOf, shownAs(CaseActionType)),
    /** What the materials of a case are called, in the version under which it was accepted. */
    materialNames: derivedLoader(ofCase, async (shown): Promise<ReadonlyMap<string, string>> => {
      const version = shown && (await itemVersion.load(shown.itemVersionId));
      return new Map(version?.materials.map(({ code, name }) => [code, name]));
    }),
    materials: listLoader((keys) => cases.materials(keys), caseOf, shownAs(SubmittedMaterialType)),
    lateness,
  };
}

/** See {@link createLoaders}. */
export type CaseLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type CaseContext = SubgraphContext<CaseLoaders>;
