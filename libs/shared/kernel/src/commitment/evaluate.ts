import { CalendarMissingError } from '../calendar/calendar-missing';
import type { WorkCalendar } from '../calendar/work-calendar';
import type {
  CalendarMissing,
  CommitmentEvent,
  CommitmentHistory,
  CommitmentState,
  InvalidHistory,
  PauseGround,
} from './commitment';
import { DayWalker } from './day-walker';
import type { DeadlineExplanation } from './explanation';
import { explain } from './explain';
import { HourWalker } from './hour-walker';
import { faultOfAmount, invalid, readLedger } from './ledger';
import type { LedgerEntry } from './ledger';
import type { Passage, DeadlineWalker } from './deadline-walker';

/** Where a term stands at an instant, all of it derived from its history. */
export interface CommitmentStatus {
  readonly kind: 'STATUS';
  readonly state: CommitmentState;
  /**
   * When the term is due if it keeps running; null while paused. Of a term that is over, the last one it had, which
   * is null when it was finished or cancelled while paused.
   */
  readonly dueAt: Date | null;
  /** The due instant that passed without an act in time; kept when a breached term is cancelled. */
  readonly breachedAt: Date | null;
  /** Whether the due date rests on a year that is not announced yet. */
  readonly provisional: boolean;
  /** What is left of the budget: days, or minutes for terms in hours. */
  readonly remaining: number;
  /** Computed when it is asked for. */
  readonly explanation: DeadlineExplanation;
}

/** Answer of {@link evaluateCommitment}. */
export type CommitmentEvaluation = CommitmentStatus | InvalidHistory | CalendarMissing;

/**
 * Where a term stands at an instant (时限状态): the start day does not count, make-up days do, every close (or minute)
 * that passes while paused moves the date, and an act at the very due instant is in time. Nothing un-breaches a term.
 *
 * Pure: the same history, calendar and instant always give the same answer. Events after `asOf` are not looked at.
 *
 * @regulation A-30
 */
export function evaluateCommitment(
  history: CommitmentHistory,
  calendar: WorkCalendar,
  asOf: Date,
): CommitmentEvaluation {
  return evaluateLedger(history, history.events, calendar, asOf);
}

/** Like {@link evaluateCommitment}, for a ledger from outside in which entries may be unreadable. */
export function evaluateLedger(
  history: CommitmentHistory,
  entries: readonly LedgerEntry[],
  calendar: WorkCalendar,
  asOf: Date,
): CommitmentEvaluation {
  const { limit } = history;
  const faultOfLimit = faultOfAmount(limit);
  if (faultOfLimit !== undefined) return invalid(-1, faultOfLimit);
  const { events, fault } = readLedger(entries, { limit, start: history.start.getTime(), asOf: asOf.getTime() });
  try {
    // Even when the ledger has a fault, an extension after breach may come before it, and the first fault counts.
    const walk = new Walk(history, calendar);
    for (const [index, event] of events.entries()) {
      if (!walk.apply(event)) return invalid(index, 'EXTEND after breach');
    }
    return fault ?? walk.statusAt(asOf);
  } catch (error) {
    if (!(error instanceof CalendarMissingError)) throw error;
    return fault ?? { kind: 'CALENDAR_MISSING', year: error.year };
  }
}

/** One walk from the start along the ledger. Closes at the instant of an event are passed before the event. */
class Walk {
  private readonly trace: Passage[] = [];
  private readonly term: DeadlineWalker;
  private pausedOn: PauseGround | undefined;
  /** The due instant, once the walk has come to it; it is breached as soon as time goes on. */
  private reached: number | undefined;
  private breachedAt: number | undefined;
  private final: CommitmentEvent | undefined;

  constructor(
    private readonly history: CommitmentHistory,
    private readonly calendar: WorkCalendar,
  ) {
    const Kind = history.limit.unit === 'WORKING_HOUR' ? HourWalker : DayWalker;
    this.term = new Kind(history, calendar, this.trace);
  }

  /** Goes on to an event and applies it; returns false when it is an extension after breach. */
  apply(event: CommitmentEvent): boolean {
    this.advance(event.at.getTime());
    this.trace.push({ kind: 'EVENT', event });
    if (event.kind === 'FINISH' || event.kind === 'CANCEL') this.final = event;
    if (this.breachedAt !== undefined) return event.kind !== 'EXTEND';
    if (event.kind === 'PAUSE') this.pausedOn = event.ground;
    if (event.kind === 'RESUME') this.pausedOn = undefined;
    if (event.kind === 'EXTEND') {
      this.term.extend(event.amount);
      if (event.amount > 0) this.reached = undefined;
    }
    return true;
  }

  /** Goes on to `asOf`, or stops at the final event, and says where the term stands. */
  statusAt(asOf: Date): CommitmentStatus {
    const { history, calendar, trace } = this;
    const end = (this.final?.at ?? asOf).getTime();
    this.advance(end);
    const remaining = history.limit.unit === 'WORKING_HOUR' ? this.term.budget / 60_000 : this.term.budget;
    const dueAt = this.breachedAt ?? (this.pausedOn === undefined ? this.project(end) : null);
    const provisional = dueAt !== null && this.term.touchesProvisional;
    let explanation: DeadlineExplanation | undefined;
    return {
      kind: 'STATUS',
      state: this.state(),
      dueAt: dueAt === null ? null : new Date(dueAt),
      breachedAt: this.breachedAt === undefined ? null : new Date(this.breachedAt),
      provisional,
      remaining,
      get explanation() {
        return (explanation ??= explain(history, calendar, { trace, dueAt, provisional }));
      },
    };
  }

  private advance(to: number): void {
    if (this.breachedAt !== undefined) return;
    if (this.reached !== undefined) {
      if (to === this.reached) return;
      if (this.pausedOn === undefined) {
        this.breachedAt = this.reached;
        return;
      }
      // The pause came at the very due instant, so it was in time; the term is due again after it resumes.
      this.reached = undefined;
    }
    if (this.pausedOn !== undefined) return this.term.stand(to, this.pausedOn);
    this.reached = this.term.run(to);
    if (this.reached !== undefined && this.reached < to) this.breachedAt = this.reached;
  }

  /** When the term is due if the clock keeps running. */
  private project(from: number): number {
    if (this.reached !== undefined) return this.reached;
    this.trace.push({ kind: 'PROJECTED', from });
    const dueAt = this.term.run(Infinity);
    if (dueAt === undefined) throw new CalendarMissingError(this.calendar.lastYear + 1);
    return dueAt;
  }

  private state(): CommitmentState {
    if (this.final?.kind === 'CANCEL') return 'CANCELLED';
    if (this.breachedAt !== undefined) return 'BREACHED';
    if (this.final) return 'MET';
    return this.pausedOn === undefined ? 'RUNNING' : 'PAUSED';
  }
}
