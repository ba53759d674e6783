import type { DefaultValues } from '@hall/contracts';
import type { Clock, HallKey } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { Authority, CoverCause, Holder, Presence } from '../domain/authority/authority';
import type { AttendanceMark } from '../domain/attendance/attendance';
import type { ConductRecord, ConductStatus } from '../domain/conduct/conduct';
import type { ConductRuleRevision } from '../domain/conduct/conduct-rules';
import type { PublishedYear } from '../domain/calendar/calendar-year';
import type { StaffingFact } from '../domain/facts';
import type { Department, Hall, ServiceWindow, WindowStatus } from '../domain/structure/hall';
import type { Post } from '../domain/structure/post';
import type { StaffMember } from '../domain/structure/staff';
import type { DutyReceipt, Training } from '../domain/training/training';

/** Halls, departments and windows. `insert…` answers false when a code or number is taken. */
export interface HallStore {
  insertHall(tx: Tx, hall: Hall, at: Date): Promise<boolean>;
  findHall(tx: Tx, hallCode: string): Promise<Hall | undefined>;
  /** Locks the hall's row until the transaction ends. */
  lockHall(tx: Tx, hallCode: string): Promise<Hall | undefined>;
  insertDepartment(tx: Tx, department: Department): Promise<boolean>;
  findDepartment(tx: Tx, key: HallKey): Promise<Department | undefined>;
  insertWindow(tx: Tx, window: ServiceWindow): Promise<boolean>;
  /** Locks the window's row until the transaction ends. */
  lockWindow(tx: Tx, key: HallKey): Promise<ServiceWindow | undefined>;
  setWindowStatus(tx: Tx, window: ServiceWindow, status: WindowStatus): Promise<void>;
}

/** The years of the calendar that halls have published, every revision of them. */
export interface CalendarStore {
  /** The revision in force of each year that this hall has published. */
  findYears(tx: Tx, hallCode: string): Promise<PublishedYear[]>;
  insertYear(tx: Tx, year: PublishedYear, publishedBy: string): Promise<void>;
}

/** The people of the hall. */
export interface StaffStore {
  insertStaff(tx: Tx, member: StaffMember): Promise<boolean>;
  findStaff(tx: Tx, key: HallKey): Promise<StaffMember | undefined>;
  findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<StaffMember | undefined>;
  /** Who answers for a vacancy at a window: the department's head, else a centre leader, else the centre office. */
  findVacancyOwner(tx: Tx, window: HallKey): Promise<string | undefined>;
}

/** A change of holder; a deputy holds a post only inside a cover. */
export interface NewHolder {
  readonly at: Date;
  readonly holder: Holder;
  readonly coverId: string | null;
  readonly coverCause: CoverCause;
}

/** Posts and the recorded history of their authority. */
export interface PostStore {
  findPost(tx: Tx, key: HallKey): Promise<Post | undefined>;
  insertPost(tx: Tx, post: Post, from: Date): Promise<boolean>;
  /** Locks every post whose lead or deputy this person is, in a fixed order, so that two changes never deadlock. */
  lockPostsOf(tx: Tx, staff: HallKey): Promise<Post[]>;
  /** The recorded authority of each post now, by post id. */
  currentAuthority(tx: Tx, hallCode: string, postIds: readonly string[]): Promise<ReadonlyMap<string, Authority>>;
  /** Closes what is recorded and opens the new holder's interval (inside a cover when a deputy acts). */
  recordHolder(tx: Tx, post: Post, change: NewHolder): Promise<void>;
  /** Closes what is recorded and opens a vacancy. */
  recordVacancy(
    tx: Tx,
    post: Post,
    change: { readonly at: Date; readonly ownerId: string; readonly reason: string },
  ): Promise<void>;
  /** Closes what is recorded; nobody holds the post outside service. */
  recordUnstaffed(tx: Tx, post: Post, at: Date): Promise<void>;
}

/** A stay at work that begins. */
export interface NewPresence extends HallKey {
  readonly staffId: string;
  readonly windowId: string;
  readonly day: string;
  readonly from: Date;
  readonly mark: AttendanceMark;
  readonly checklist: readonly string[];
}

/** Presence and absence of people. */
export interface PresenceStore {
  /** Where these people are now. */
  presenceOf(tx: Tx, hallCode: string, staffIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Presence>>;
  /** When this person arrived on a day, every time. */
  arrivalsOf(tx: Tx, staff: HallKey, day: string): Promise<Date[]>;
  openPresence(tx: Tx, presence: NewPresence): Promise<void>;
  /** Ends the open presence, if there is one; answers the window where it was. */
  closePresence(
    tx: Tx,
    staff: HallKey,
    at: Date,
    endedBy: 'CHECK_OUT' | 'ABSENCE' | 'DAY_END',
  ): Promise<string | undefined>;
  /** Opens an absence; answers false when one is open already. */
  openAbsence(
    tx: Tx,
    absence: HallKey & { staffId: string; from: Date; reason: string; reportedBy: string },
  ): Promise<boolean>;
  /** Ends the open absence; answers whether there was one. */
  closeAbsence(tx: Tx, staff: HallKey, at: Date): Promise<boolean>;
}

/** What was said about a record of conduct. */
export interface ConductAction {
  readonly kind: ConductStatus;
  readonly at: Date;
  /** Null for the system. */
  readonly byId: string | null;
  readonly note: string | null;
}

/** Records of conduct, and the hall's own points. */
export interface ConductStore {
  /** The latest revision of each rule. */
  findRevisions(tx: Tx, hallCode: string): Promise<Pick<ConductRuleRevision, 'clause' | 'points' | 'isActive'>[]>;
  insertRevision(tx: Tx, revision: ConductRuleRevision): Promise<void>;
  /** False when the same cause has made a record before. */
  insertRecord(tx: Tx, record: ConductRecord): Promise<boolean>;
  lockRecord(tx: Tx, key: HallKey): Promise<ConductRecord | undefined>;
  updateRecord(tx: Tx, record: ConductRecord): Promise<void>;
  insertAction(tx: Tx, record: HallKey, action: ConductAction): Promise<void>;
}

/** Trainings, and receipts for duties. */
export interface TrainingStore {
  /** How many of these ids are staff of the hall. */
  countStaff(tx: Tx, hallCode: string, ids: readonly string[]): Promise<number>;
  insertTraining(tx: Tx, training: Training): Promise<void>;
  receiptsOf(tx: Tx, post: HallKey): Promise<DutyReceipt[]>;
  insertReceipt(tx: Tx, receipt: DutyReceipt): Promise<void>;
}

/** Everything the use cases of staffing need from outside. */
export interface StaffingPorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly halls: HallStore;
  readonly calendars: CalendarStore;
  readonly staff: StaffStore;
  readonly posts: PostStore;
  readonly presences: PresenceStore;
  readonly conduct: ConductStore;
  readonly trainings: TrainingStore;
  readonly publish: Publish<StaffingFact>;
}
