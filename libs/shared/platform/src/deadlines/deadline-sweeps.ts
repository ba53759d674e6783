import { dueLevels, ladderVersion, notBefore, replanDeadline } from '@hall/kernel';
import type {
  Counting,
  DeadlineOwner,
  EscalationLadder,
  EscalationLevel,
  StoredDeadline,
  WorkCalendar,
} from '@hall/kernel';
import { findCalendars } from '../directory';
import type { Tx } from '../postgres';
import { isolatedSweep } from '../sweep';
import type { Sweep, SweepBase } from '../sweep';
import type { DeadlineKey, DeadlineStore, MovedDeadline, ReachedLevel } from './deadline-store';

/** The owners of a batch of deadlines, locked: what has happened is written into their records. */
export interface LockedOwners {
  /** Whether this owner could be locked; what hangs on one that somebody else works on is left for later. */
  readonly holds: (owner: DeadlineOwner) => boolean;
  /** Days that somebody has in writing, by the id of the deadline: no calendar brings it forward of them. */
  readonly writtenDays?: (deadlines: readonly StoredDeadline[]) => Promise<ReadonlyMap<string, string>>;
  /** Writes the levels into the records of the owners, states them, and does what the law attaches to them. */
  readonly levelsReached: (levels: readonly ReachedLevel[], calendarOf: CalendarOf) => Promise<void>;
  /** Writes the moves into the records of the owners, and states them. */
  readonly datesMoved: (moves: readonly MovedDeadline[]) => Promise<void>;
}

/** The working-day calendar that a hall has in force. */
export type CalendarOf = (hallCode: string) => WorkCalendar;

/** What the sweeps of a service's deadlines need of the service. */
export interface DeadlineSweepOptions extends SweepBase {
  readonly deadlines: DeadlineStore;
  readonly ladder: EscalationLadder;
  /** Locks the owners of these deadlines in a fixed order, leaving out those that somebody else works on. */
  readonly lockOwners: (tx: Tx, keys: readonly DeadlineKey[]) => Promise<LockedOwners>;
}

const levelBatch = 500;
const calendarBatch = 1_000;

/**
 * Notifies every level that has become due: warnings, breaches, escalations. A level is claimed by inserting it, so each is
 * notified exactly once with any number of workers; a worker that sleeps or dies only delays it.
 *
 * @regulation S3.5 A-30
 */
export function escalationSweep(options: DeadlineSweepOptions): Sweep {
  const { deadlines, clock, ladder } = options;
  return isolatedSweep(
    {
      name: 'escalation',
      find: (tx: Tx, aside: readonly string[]) => deadlines.findDue(tx, clock.now(), levelBatch, aside),
      async work(tx, due: readonly DeadlineKey[]) {
        const now = clock.now();
        const { owners, locked, calendarOf, countingOf } = await lockBatch(options, tx, due, ladder);
        const reached = locked.map(({ before, deadline }) => ({
          before,
          deadline,
          levels: dueLevels(deadline, countingOf(deadline.hallCode), now),
        }));
        const wanted = reached.flatMap(({ deadline, levels }) => levels.map((due) => ({ deadline, ...due })));
        const claimed = await deadlines.claimLevels(tx, wanted, now);
        // The calendar may have changed since the date was worked out: then it moves here, and not in silence.
        const replanned = reached.map(({ before, deadline, levels }) => {
          const notified: EscalationLevel[] = [...deadline.notified, ...levels.map(({ level }) => level)];
          return { before, after: replanDeadline({ ...deadline, notified }, countingOf(before.hallCode), now) };
        });
        await savePlans(options, tx, owners, replanned, now);
        await owners.levelsReached(claimed, calendarOf);
        return locked.length;
      },
    },
    options,
  );
}

/**
 * Works out the dates of open deadlines anew after their hall has published a calendar year, and their levels after the
 * installation was set to another ladder. Each is looked at once per change; what has moved is recorded with before, after and
 * reason, and only those whose date moved are stated.
 *
 * @regulation A-30
 */
export function reprojectionSweep(options: DeadlineSweepOptions): Sweep {
  const { deadlines, clock, ladder } = options;
  return isolatedSweep(
    {
      name: 'reprojection',
      find: (tx: Tx, aside: readonly string[]) =>
        deadlines.findOutdated(tx, ladderVersion(ladder), calendarBatch, aside),
      async work(tx, outdated: readonly DeadlineKey[]) {
        const at = clock.now();
        const { owners, locked, countingOf } = await lockBatch(options, tx, outdated, ladder);
        const replanned = locked.map(({ before, deadline }) => ({
          before,
          after: replanDeadline(deadline, countingOf(before.hallCode), at),
        }));
        await savePlans(options, tx, owners, replanned, at);
        return locked.length;
      },
    },
    options,
  );
}

/** Saves what was worked out anew, and records which dates the calendar has moved. */
async function savePlans(
  { deadlines }: DeadlineSweepOptions,
  tx: Tx,
  owners: LockedOwners,
  replanned: readonly { readonly before: StoredDeadline; readonly after: StoredDeadline }[],
  at: Date,
): Promise<void> {
  await deadlines.savePlans(
    tx,
    replanned.map(({ after }) => after),
  );
  const moves = replanned
    .filter(({ before, after }) => before.plan.dueAt?.getTime() !== after.plan.dueAt?.getTime())
    .map(({ before, after }): MovedDeadline => ({
      deadline: after,
      before: before.plan.dueAt,
      reason: `${before.plan.calendarVersion} → ${after.plan.calendarVersion}`,
      at,
    }));
  if (moves.length === 0) return;
  await deadlines.insertMoves(tx, moves);
  await owners.datesMoved(moves);
}

/** Locks deadlines and what they hang on: each as it was, and with what is given again because a day of it is in writing. */
async function lockBatch(
  { deadlines, lockOwners, clock }: DeadlineSweepOptions,
  tx: Tx,
  keys: readonly DeadlineKey[],
  ladder: EscalationLadder,
) {
  const owners = await lockOwners(tx, keys);
  const locked = await deadlines.lockAvailable(
    tx,
    keys.filter(({ owner }) => owners.holds(owner)),
  );
  const calendars = await findCalendars(tx, [...new Set(locked.map(({ hallCode }) => hallCode))]);
  const calendarOf: CalendarOf = (hallCode) => calendars.get(hallCode)!;
  const countingOf = (hallCode: string): Counting => ({ calendar: calendarOf(hallCode), ladder });
  const recounted = locked.filter(({ hallCode, plan }) => plan.calendarVersion !== calendarOf(hallCode).version);
  const written = (recounted.length > 0 && (await owners.writtenDays?.(recounted))) || new Map<string, string>();
  const now = clock.now();
  const kept = locked.map((before) => {
    const day = written.get(before.id);
    if (day === undefined) return { before, deadline: before };
    const counting = countingOf(before.hallCode);
    return { before, deadline: notBefore(day, replanDeadline(before, counting, now), counting, now) };
  });
  const given = kept.filter(({ before, deadline }) => deadline.ledger.length > before.ledger.length);
  await deadlines.append(
    tx,
    given.map(({ deadline }) => ({ deadline, event: deadline.ledger.at(-1)! })),
  );
  return { owners, locked: kept, calendarOf, countingOf };
}
