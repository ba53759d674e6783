import { isBroken, pausesOf, startOf, withEvent } from '@hall/kernel';
import type { Counting, Deadline, DeadlineEvent, StoredDeadline } from '@hall/kernel';
import { movesWithItsCase } from '../deadlines/subjects';
import type { DeadlineSubject } from '../deadlines/subjects';
import type { CaseFact } from '../facts';
import type { Attribution, Case, CaseActionKind, CaseChangeKind } from './case';
import type { Handling } from './plan-handling';
import type { CaseStep } from './steps';

/** One line of a case's record. */
export interface CaseActionEntry {
  readonly kind: CaseActionKind;
  readonly at: Date;
  readonly by: Attribution | null;
  readonly clause: string | null;
  readonly note: string | null;
}

/** A case after a change, with the line that explains it. */
export interface RecordedChange {
  readonly next: Case;
  readonly action: CaseActionEntry;
}

/** What an act makes of a case: its state, what the record and the fact say, and what happens to its deadlines. */
export interface CaseChange {
  readonly next: Case;
  readonly kind: CaseChangeKind | 'ACCEPTED' | 'DECIDED' | 'COMPLETED';
  /** What the record calls it, where that is not the same. */
  readonly recordedAs?: CaseActionKind;
  readonly clause: string | null;
  readonly note?: string | null;
  /** What happens to the case's own deadline, in order. */
  readonly own?: readonly DeadlineEvent[];
  /** Duties that are done: every open deadline about them ends. */
  readonly finish?: readonly DeadlineSubject[];
  /** A part that is done: the deadline with this id ends. */
  readonly finishPart?: string;
  /** Ends every deadline of the case. */
  readonly end?: 'FINISH' | 'CANCEL';
  readonly opened?: readonly Deadline[];
  /** Steps that a decision ended. */
  readonly closedSteps?: readonly CaseStep[];
  /** What is stated besides. */
  readonly facts?: readonly CaseFact[];
  /** What acceptance brings about. */
  readonly handling?: Handling;
}

/** The fact that a change states, about the case as it was saved. */
export function factOf(
  { kind, clause, closedSteps = [] }: Pick<CaseChange, 'kind' | 'clause' | 'closedSteps'>,
  current: Case,
): CaseFact {
  switch (kind) {
    case 'ACCEPTED':
      return { kind: 'CASE_ACCEPTED', current };
    case 'DECIDED':
      return { kind: 'CASE_DECIDED', current, closedSteps };
    case 'COMPLETED':
      return { kind: 'CASE_COMPLETED', current };
    default:
      return { kind: 'CASE_CHANGED', current, changeKind: kind, clause };
  }
}

/** Whether a change touches what is written in ledgers. */
export function movesDeadlines({ own = [], finish = [], finishPart, end }: CaseChange): boolean {
  return own.length > 0 || finish.length > 0 || finishPart !== undefined || end !== undefined;
}

/**
 * What a change writes into the ledgers of the case's open deadlines, each event with the deadline as it is then.
 *
 * @regulation A-30
 */
export function ledgerEvents(
  caseId: string,
  open: readonly StoredDeadline[],
  { own = [], finish = [], finishPart, end }: CaseChange,
  counting: Counting,
  now: Date,
): readonly { readonly deadline: StoredDeadline; readonly event: DeadlineEvent }[] {
  return open.flatMap((deadline) => {
    const isOwn = deadline.id === caseId;
    const isDone = finish.some((subject) => subject === deadline.subject) || deadline.id === finishPart;
    const last: DeadlineEvent[] =
      end !== undefined ? [{ kind: end, at: now }] : isDone ? [{ kind: 'FINISH', at: now }] : [];
    let latest = deadline;
    return [...(isOwn ? own : movesWithCase(deadline, own, counting, now)), ...last].map((event) => {
      latest = withEvent(latest, event, counting, now);
      return { deadline: latest, event };
    });
  });
}

/**
 * What moves a case moves its steps and joint parts, as far as it can happen to each; a broken one stands still, too, stays broken,
 * and gets no more time.
 */
function movesWithCase(
  part: Deadline,
  own: readonly DeadlineEvent[],
  { calendar }: Counting,
  now: Date,
): DeadlineEvent[] {
  if (!movesWithItsCase(part.subject) || own.some(({ kind }) => kind === 'START')) return [];
  const canExtend = startOf(part.ledger).limit.unit === 'WORKING_DAY' && !isBroken(part, calendar, now);
  let stands = pausesOf(part.ledger).at(-1)?.to === null;
  return own.filter(({ kind }) => {
    if (kind === 'EXTEND') return canExtend && !part.ledger.some((event) => event.kind === 'EXTEND');
    if (kind !== (stands ? 'RESUME' : 'PAUSE')) return false;
    stands = !stands;
    return true;
  });
}
