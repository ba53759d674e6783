import { isRefused, levelsOf, deadlineStatus } from '@hall/kernel';
import type { CommitmentStatus, EscalationLevel, DeadlineEvent, WorkCalendar } from '@hall/kernel';

/**
 * What a term is about: a whole case, a step of it, the part of a department in a joint case, the duty to check and tell
 * the applicant's time to complete the materials, the answer to a major matter, or to a bad rating (S2.2a).
 */
export const termSubjects = ['CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'CORRECTION', 'MAJOR_MATTER', 'RATING'] as const;
/** One of {@link termSubjects}. */
export type TermSubject = (typeof termSubjects)[number];

/** A budget of time and everything that has happened to it. A case's own term has the case's id. */
export interface Term {
  readonly hallCode: string;
  readonly id: string;
  readonly subject: TermSubject;
  readonly caseId: string | null;
  /** Who is held to it. */
  readonly responsibleId: string;
  readonly ledger: readonly DeadlineEvent[];
  /** Rungs that have been told. */
  readonly told: readonly EscalationLevel[];
  /** What follows from the ledger, kept to be found by. */
  readonly plan: TermPlan;
}

/** What follows from a ledger under one calendar, as it was last worked out. */
export interface TermPlan {
  readonly isOpen: boolean;
  readonly dueAt: Date | null;
  readonly provisional: boolean;
  /** When the next rung is to be told; null when there is none. */
  readonly nextRungAt: Date | null;
  readonly calendarVersion: string;
}

/**
 * Works out what follows from a ledger. A year that nobody has announced leaves the date open until it is.
 *
 * @regulation A-30
 */
export function planTerm(
  ledger: readonly DeadlineEvent[],
  told: readonly EscalationLevel[],
  calendar: WorkCalendar,
  asOf: Date,
): TermPlan {
  const isOpen = !ledger.some(({ kind }) => kind === 'FINISH' || kind === 'CANCEL');
  const status = deadlineStatus(ledger, calendar, asOf);
  const { dueAt, provisional } = isRefused(status) ? { dueAt: null, provisional: true } : status.value;
  const planned = levelsOf(ledger, calendar, asOf);
  const next = isRefused(planned) ? undefined : planned.value.find(({ level: rung }) => !told.includes(rung));
  return { isOpen, dueAt, provisional, nextRungAt: next?.at ?? null, calendarVersion: calendar.version };
}

/** A new term. */
export function openTerm(
  facts: Pick<Term, 'hallCode' | 'id' | 'subject' | 'caseId' | 'responsibleId' | 'ledger'>,
  calendar: WorkCalendar,
  now: Date,
): Term {
  return { ...facts, told: [], plan: planTerm(facts.ledger, [], calendar, now) };
}

/** The term with one more event in its ledger. A new promise is warned of anew. */
export function withEvent(term: Term, event: DeadlineEvent, calendar: WorkCalendar, now: Date): Term {
  const ledger = [...term.ledger, event];
  const told = event.kind === 'START' ? [] : term.told;
  return { ...term, ledger, told, plan: planTerm(ledger, told, calendar, now) };
}

/** The how-manieth promise of a term it is: 1, until a later start replaces it. */
export function promiseNumber({ ledger }: Pick<Term, 'ledger'>): number {
  return ledger.filter(({ kind }) => kind === 'START').length;
}

/** Where a term stands now; fails where its year is unknown, because then it could not have been opened. */
export function statusNow(term: Term, calendar: WorkCalendar, now: Date): CommitmentStatus {
  const status = deadlineStatus(term.ledger, calendar, now);
  if (isRefused(status)) throw new Error(`term ${term.id} rests on a year without a calendar`);
  return status.value;
}

/** The rungs that are to be told now and have not been. */
export function dueRungs(
  term: Term,
  calendar: WorkCalendar,
  now: Date,
): readonly { rung: EscalationLevel; at: Date }[] {
  const planned = levelsOf(term.ledger, calendar, now);
  if (isRefused(planned)) return [];
  return planned.value
    .filter(({ level, at }) => at <= now && !term.told.includes(level))
    .map(({ level: rung, at }) => ({ rung, at }));
}
