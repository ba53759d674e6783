import type { Clock, WorkCalendar, TermEvent } from '@hall/kernel';
import type { HeldPost, KnownSession, KnownStaff, KnownWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { Attribution, Case } from '../domain/case';
import type { CaseFact } from '../domain/facts';
import type { Contact } from '../domain/contact';
import type { ServiceItem } from '../domain/service-item';

/** A thing of one hall, named by its key. */
export interface Key {
  readonly hallCode: string;
  readonly id: string;
}

/** The catalogue of service items. */
export interface ItemStore {
  /** All items of a hall by code, locked, so that two imports do not cross. */
  lockItems(tx: Tx, hallCode: string): Promise<ReadonlyMap<string, ServiceItem>>;
  /** Inserts items or moves them on to a new version; a fixed number of statements for any number of items. */
  publishVersions(tx: Tx, items: readonly ServiceItem[], at: Date): Promise<void>;
  findItem(tx: Tx, key: Key): Promise<ServiceItem | undefined>;
  /** The departments and windows that the hall has, as sets of ids. */
  knownHall(tx: Tx, hallCode: string): Promise<{ departmentIds: ReadonlySet<string>; windowIds: ReadonlySet<string> }>;
}

/** First contacts. */
export interface ContactStore {
  insertContact(tx: Tx, contact: Contact): Promise<void>;
  lockContact(tx: Tx, key: Key): Promise<Contact | undefined>;
  updateContact(tx: Tx, contact: Contact): Promise<void>;
}

/** Who applies. Personal data: leaves this service masked, and whole only through a logged reveal. */
export interface Applicant {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string | null;
  /** The applicant's own sign-in account, when there is one. */
  readonly account: string | null;
}

/** The slip that the applicant takes home (受理单). */
export interface AcceptanceSlip {
  readonly number: string;
  readonly issuedAt: Date;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly pickupWindowId: string;
}

/** Everything that is written when a case is accepted. */
export interface NewCase {
  readonly accepted: Case;
  readonly applicant: Applicant;
  readonly materials: readonly string[];
  readonly term: readonly TermEvent[];
  readonly slip: AcceptanceSlip;
  readonly action: CaseActionEntry;
}

/** One line of a case's record. */
export interface CaseActionEntry {
  readonly kind: string;
  readonly at: Date;
  readonly by: Attribution | null;
  readonly clause: string | null;
  readonly note: string | null;
}

/** Cases with their append-only records. */
export interface CaseStore {
  nextNumber(tx: Tx, hallCode: string, day: string): Promise<string>;
  insertCase(tx: Tx, created: NewCase): Promise<void>;
  lockCase(tx: Tx, key: Key): Promise<Case | undefined>;
  /** Locks every open case of a post, in a fixed order. */
  lockOpenCasesOf(tx: Tx, hallCode: string, postId: string): Promise<Case[]>;
  /** Saves the new state together with the line that explains it, and what it did to the term. */
  saveCase(tx: Tx, next: Case, action: CaseActionEntry, term?: TermEvent): Promise<void>;
}

/** What this service knows of the hall, from staffing's events. */
export interface Directory {
  findSessions(tx: Tx, hallCode: string): Promise<readonly KnownSession[] | undefined>;
  findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<KnownStaff | undefined>;
  findWindow(tx: Tx, hallCode: string, id: string): Promise<KnownWindow | undefined>;
  findHeldPost(tx: Tx, hallCode: string, windowId: string, staffId: string): Promise<HeldPost | undefined>;
  findAuthority(tx: Tx, hallCode: string, postId: string, staffId: string): Promise<HeldPost | undefined>;
}

/** Everything the use cases of this service need from outside. */
export interface CasePorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly newId: () => string;
  readonly directory: Directory;
  readonly items: ItemStore;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly publish: Publish<CaseFact>;
}
