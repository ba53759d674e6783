import type { DefaultValues } from '@hall/contracts';
import type { Clock, HallKey, PlainDate, WorkCalendar, YearMonth } from '@hall/kernel';
import type { DeadlineStore } from '@hall/platform/deadlines';
import type { HeldPost, KnownSession, KnownStaff, KnownWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { Applicant } from '../domain/cases/applicant';
import type { Case } from '../domain/cases/case';
import type { RecordedChange } from '../domain/cases/case-change';
import type { NewDefect, OpenDefect } from '../domain/cases/check-materials';
import type { RejectionReport } from '../domain/cases/end-case';
import type { JointTask } from '../domain/cases/joint';
import type { CorrectionNotice, NoticeDelivery } from '../domain/cases/notices';
import type { AcceptanceSlip, SlipInForce } from '../domain/cases/plan-handling';
import type { CaseStep } from '../domain/cases/steps';
import type { Rating } from '../domain/ratings/rating';
import type { CaseFigures, MonthlyCaseReport } from '../domain/reports/monthly-case-report';
import type { CatalogueEntry, Draft } from '../domain/catalogue/publish-item';
import type { ItemVersion, ServiceItem } from '../domain/catalogue/service-item';
import type { GuideOrder, StockCount } from '../domain/catalogue/guide-stock';
import type { CaseFact } from '../domain/facts';
import type { Consultation, Contact, FollowUpKind } from '../domain/contacts/contact';
import type { Referral } from '../domain/contacts/referral';
import type { QueueTicket } from '../domain/contacts/queue';
import type { Message } from '../domain/contacts/message';
import type { MajorMatter } from '../domain/major-matters/major-matter';

/** The key of a thing that belongs to a hall. */
export type Key = HallKey;

/** The catalogue of service items. */
export interface ItemStore {
  /** All items of a hall by code, locked, so that two imports do not cross. */
  lockItems(tx: Tx, hallCode: string): Promise<ReadonlyMap<string, CatalogueEntry>>;
  lockItem(tx: Tx, hallCode: string, code: string): Promise<CatalogueEntry | undefined>;
  /** Inserts items or moves them on to a new version; a fixed number of statements for any number of items. */
  publishVersions(tx: Tx, items: readonly ServiceItem[], at: Date): Promise<void>;
  saveDraft(tx: Tx, key: Key, draft: Draft): Promise<void>;
  /** Says on which day a draft takes effect; null takes that back. */
  planDraft(tx: Tx, key: Key, day: PlainDate | null): Promise<void>;
  /** Keys of drafts whose day has come, without those set aside. */
  findPlanned(tx: Tx, today: PlainDate, limit: number, aside: readonly string[]): Promise<Key[]>;
  /** Locks drafts whose day has come, leaving out those that somebody else works on. */
  lockPlanned(tx: Tx, today: PlainDate, keys: readonly Key[]): Promise<CatalogueEntry[]>;
  retire(tx: Tx, key: Key, retired: { readonly at: Date; readonly reason: string }): Promise<void>;
  /** An item that is published and not retired. */
  findItem(tx: Tx, key: Key): Promise<ServiceItem | undefined>;
  findVersion(tx: Tx, key: Key, number: number): Promise<ItemVersion>;
  /** The departments and windows that the hall has, as sets of ids. */
  knownHall(tx: Tx, hallCode: string): Promise<{ departmentIds: ReadonlySet<string>; windowIds: ReadonlySet<string> }>;
  insertStockCount(tx: Tx, count: StockCount): Promise<void>;
  /** Opens an order; one that is open already stays as it is. */
  openOrder(tx: Tx, order: GuideOrder): Promise<void>;
  /** Fills the open order of a place, if there is one. */
  fillOrder(tx: Tx, place: GuidePlace, filled: { readonly at: Date; readonly by: string }): Promise<void>;
}

/** Printed guides of one item at one window. */
export type GuidePlace = Pick<GuideOrder, 'hallCode' | 'windowId' | 'itemId'>;

/** First contacts, referrals, messages and the queue. */
export interface ContactStore {
  insertContact(tx: Tx, contact: Contact, clientHash: string | null): Promise<void>;
  /** The contact of this client about this matter today, locked; none when the client is not known. */
  lockContactOfDay(
    tx: Tx,
    wanted: { hallCode: string; clientHash: string; matter: string; day: string },
  ): Promise<Contact | undefined>;
  insertConsultation(tx: Tx, consultation: Consultation): Promise<void>;
  appendFollowUp(tx: Tx, key: Key, touch: ContactFollowUp): Promise<void>;
  lockContact(tx: Tx, key: Key): Promise<Contact | undefined>;
  /**
   * Open contacts of a window whose owner left its post, locked in a fixed order: those of the person who held it before; when
   * nobody did, those of whoever holds no post now. The desk keeps its own.
   */
  lockContactsLeft(tx: Tx, window: Key, previousHolderId: string | null): Promise<Contact[]>;
  updateContact(tx: Tx, contact: Contact): Promise<void>;
  insertReferral(tx: Tx, referral: Referral): Promise<void>;
  lockReferral(tx: Tx, key: Key): Promise<Referral | undefined>;
  lockReferralsOf(tx: Tx, contact: Key): Promise<Referral[]>;
  updateReferral(tx: Tx, referral: Referral): Promise<void>;
  /** Keys of referrals that nobody has acknowledged in time, without those set aside. */
  findUnacknowledged(tx: Tx, now: Date, limit: number, aside: readonly string[]): Promise<Key[]>;
  /** Referrals that are still offered, with their contacts, locked and skipped by other workers. */
  lockUnacknowledged(tx: Tx, keys: readonly Key[]): Promise<{ referral: Referral; contact: Contact }[]>;
  insertMessage(tx: Tx, message: Message): Promise<void>;
  lockMessage(tx: Tx, key: Key): Promise<Message | undefined>;
  updateMessage(tx: Tx, message: Message): Promise<void>;
  /** The next number in a window's queue of one day. */
  nextTicketNumber(tx: Tx, window: Key, day: string): Promise<number>;
  insertTicket(tx: Tx, ticket: QueueTicket): Promise<void>;
  /** Everybody who waits at a window today, in order of arrival, locked. */
  lockWaiting(tx: Tx, window: Key, day: string): Promise<QueueTicket[]>;
  updateTicket(tx: Tx, ticket: QueueTicket): Promise<void>;
}

/** A later touch of the same client about the same matter, or a new owner with the post. */
export interface ContactFollowUp {
  readonly at: Date;
  readonly officerId: string;
  readonly kind: FollowUpKind;
  readonly note: string | null;
}

/** Cases with their append-only records. */
export interface CaseStore {
  nextNumber(tx: Tx, hallCode: string, day: string): Promise<string>;
  insertCase(tx: Tx, received: RecordedChange, applicant: Applicant): Promise<void>;
  insertMaterials(tx: Tx, of: Case, codes: readonly string[], at: Date): Promise<void>;
  insertDefects(tx: Tx, of: Case, defects: readonly NewDefect[], at: Date): Promise<void>;
  openDefects(tx: Tx, key: Key): Promise<OpenDefect[]>;
  settleDefects(tx: Tx, key: Key, sequences: readonly number[], at: Date): Promise<void>;
  insertNotice(tx: Tx, of: Case, notice: CorrectionNotice): Promise<void>;
  noticesOf(tx: Tx, key: Key): Promise<CorrectionNotice[]>;
  /** The case of a notice and how it was handed over, locked. */
  lockNoticeDelivery(tx: Tx, hallCode: string, number: string): Promise<NoticeDelivery | undefined>;
  insertNoticeDelivery(
    tx: Tx,
    delivery: NoticeDelivery & { readonly deliveredById: string; readonly at: Date },
  ): Promise<void>;
  acknowledgeNotice(tx: Tx, hallCode: string, number: string, at: Date): Promise<void>;
  insertSlip(tx: Tx, of: Case, slip: AcceptanceSlip): Promise<void>;
  /** The slip in force: which of the case's slips it is, its date, and whose code it prints. */
  latestSlip(tx: Tx, key: Key): Promise<SlipInForce | undefined>;
  insertSteps(tx: Tx, of: Case, steps: readonly CaseStep[]): Promise<void>;
  stepsOf(tx: Tx, key: Key): Promise<CaseStep[]>;
  updateStep(tx: Tx, of: Case, step: CaseStep): Promise<void>;
  insertTasks(tx: Tx, of: Case, tasks: readonly JointTask[]): Promise<void>;
  tasksOf(tx: Tx, key: Key): Promise<JointTask[]>;
  /** The case of a task. */
  findCaseOfTask(tx: Tx, task: Key): Promise<Key | undefined>;
  updateTasks(tx: Tx, of: Case, tasks: readonly JointTask[]): Promise<void>;
  insertRejection(tx: Tx, report: RejectionReport): Promise<void>;
  lockRejection(tx: Tx, hallCode: string, number: string): Promise<RejectionReport | undefined>;
  markRejectionRead(tx: Tx, report: RejectionReport): Promise<void>;
  insertReveal(tx: Tx, key: Key, reveal: { by: string; purpose: string; at: Date }): Promise<void>;
  isOwnCase(tx: Tx, key: Key, account: string): Promise<boolean>;
  lockCase(tx: Tx, key: Key): Promise<Case | undefined>;
  /** Locks cases in a fixed order, leaving out those that somebody else works on. */
  lockAvailableCases(tx: Tx, keys: readonly Key[]): Promise<Case[]>;
  /** Halls in which a result waits at a window where nobody is on duty, while somebody is at another. */
  hallsWithClosedPickup(tx: Tx): Promise<string[]>;
  /** Keys of results that wait at a window of these halls where nobody is on duty, and nowhere else. */
  findClosedPickups(tx: Tx, hallCodes: readonly string[], limit: number, aside: readonly string[]): Promise<Key[]>;
  /** Locks every open case of a post, in a fixed order. */
  lockOpenCasesOf(tx: Tx, hallCode: string, postId: string): Promise<Case[]>;
  /** Saves new states together with the lines that explain them; two statements for any number of changes. */
  saveCases(tx: Tx, changes: readonly RecordedChange[]): Promise<void>;
}

/** Major matters that were reported upwards. */
export interface MajorMatterStore {
  insertMatter(tx: Tx, matter: MajorMatter): Promise<void>;
  lockMatter(tx: Tx, key: Key): Promise<MajorMatter | undefined>;
  updateMatter(tx: Tx, matter: MajorMatter): Promise<void>;
}

/** Visitors' ratings. */
export interface RatingStore {
  /** False when the service was rated before. */
  insertRating(tx: Tx, rating: Rating): Promise<boolean>;
  lockRating(tx: Tx, key: Key): Promise<Rating | undefined>;
  updateRating(tx: Tx, rating: Rating): Promise<void>;
  /** The case of a case or slip number, with the slip in force if there is one. */
  findCaseOfSlip(
    tx: Tx,
    hallCode: string,
    number: string,
  ): Promise<(Key & { readonly codeOf: string | null }) | undefined>;
}

/** Monthly figures. */
export interface ReportStore {
  countMonth(tx: Tx, hallCode: string, month: YearMonth, now: Date): Promise<CaseFigures[]>;
  /** False when the month was handed in before. */
  insertReport(tx: Tx, report: MonthlyCaseReport): Promise<boolean>;
}

/** What this service knows of the hall, from staffing's events. */
export interface Directory {
  findSessions(tx: Tx, hallCode: string): Promise<readonly KnownSession[] | undefined>;
  findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<KnownStaff | undefined>;
  findWindow(tx: Tx, hallCode: string, id: string): Promise<KnownWindow | undefined>;
  /** The windows at which somebody is on duty. */
  findOpenWindows(tx: Tx, hallCode: string): Promise<KnownWindow[]>;
  /** Who answers for a department. */
  findHeadOf(tx: Tx, hallCode: string, departmentId: string): Promise<string | undefined>;
  findHeldPost(tx: Tx, hallCode: string, windowId: string, staffId: string): Promise<HeldPost | undefined>;
  findAuthority(tx: Tx, hallCode: string, postId: string, staffId: string): Promise<HeldPost | undefined>;
  /** The working-day calendar that the hall has in force. */
  findCalendar(tx: Tx, hallCode: string): Promise<WorkCalendar>;
}

/** Everything the use cases of this service need from outside. */
export interface CasePorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  /** A keyed hash of personal data, to find a person again without storing it in the open. */
  readonly lookupHash: (text: string) => string;
  /** The code that is printed on a paper or shown at a window, to prove that somebody was there. */
  readonly printedCode: (of: string) => string;
  readonly directory: Directory;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly items: ItemStore;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly deadlines: DeadlineStore;
  readonly majorMatters: MajorMatterStore;
  readonly ratings: RatingStore;
  readonly reports: ReportStore;
  readonly publish: Publish<CaseFact>;
}
