import type { DefaultValues } from '@hall/contracts';
import type { Clock, HallKey, WorkCalendar } from '@hall/kernel';
import type { DeadlineStore } from '@hall/platform/deadlines';
import type { FindOfficer, KnownSession, KnownStaff, KnownWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { Complaint } from '../domain/register/complaint';
import type { Candidate } from '../domain/register/conflict';
import type { ComplaintFact } from '../domain/facts';

/** Who complains. Personal data: leaves this service masked. */
export interface Complainant {
  readonly name: string;
  readonly phone: string | null;
}

/** One line of a complaint's record. */
export interface ComplaintActionEntry {
  readonly kind: string;
  readonly at: Date;
  readonly officerId: string | null;
  readonly clause: string | null;
  readonly note: string | null;
}

/** A case, as far as a complaint about it needs to know. */
export interface KnownCase {
  readonly windowId: string;
  readonly handlerIds: readonly string[];
}

/** Complaints with their append-only records. Every change writes the line that explains it and the state it led to. */
export interface ComplaintStore {
  nextNumber(tx: Tx, hallCode: string, day: string): Promise<string>;
  insertComplaint(
    tx: Tx,
    complaint: Complaint,
    complainant: Complainant | null,
    action: ComplaintActionEntry,
  ): Promise<void>;
  /** Locks a complaint; absent for a person whom it concerns. */
  lockComplaint(tx: Tx, key: HallKey, readerId: string): Promise<Complaint | undefined>;
  /** Locks complaints in a fixed order, leaving out those that somebody else works on. */
  lockAvailable(tx: Tx, keys: readonly HallKey[]): Promise<Complaint[]>;
  saveComplaint(tx: Tx, next: Complaint, action: ComplaintActionEntry): Promise<void>;
}

/** What this service knows of the hall and its cases, from their events. */
export interface Directory {
  /** The working-day calendar in force in the hall. */
  findCalendar(tx: Tx, hallCode: string): Promise<WorkCalendar>;
  findSessions(tx: Tx, hallCode: string): Promise<readonly KnownSession[] | undefined>;
  findOfficer: FindOfficer<KnownStaff>;
  findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<KnownStaff | undefined>;
  findStaffById(tx: Tx, hallCode: string, id: string): Promise<KnownStaff | undefined>;
  findWindow(tx: Tx, hallCode: string, id: string): Promise<KnownWindow | undefined>;
  findCase(tx: Tx, hallCode: string, id: string): Promise<KnownCase | undefined>;
  /** Everybody who could own a complaint, with whom they act for now. */
  findCandidates(tx: Tx, hallCode: string): Promise<Candidate[]>;
}

/** Everything the use cases of this service need from outside. */
export interface ComplaintPorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly directory: Directory;
  readonly complaints: ComplaintStore;
  readonly deadlines: DeadlineStore;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly publish: Publish<ComplaintFact>;
}
