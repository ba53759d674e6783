import type { WorkCalendar } from '../calendar/work-calendar';
import { done, isRefused } from '../outcome';
import type { Outcome } from '../outcome';
import { promiseOf, startOf, deadlineStatus } from './deadline-ledger';
import type { DeadlineEvent } from './deadline-ledger';

/**
 * The levels of a deadline in the order in which they can come (预警、临期、超期、报科室负责人、报中心领导): a third of the
 * limit is left, its last day or hour begins, it is broken, and who is told when it stays broken.
 */
export const escalationLevels = ['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER'] as const;
/** One of {@link escalationLevels}. */
export type EscalationLevel = (typeof escalationLevels)[number];

/** A level and the instant from which it is to be notified. */
export interface LevelInstant {
  readonly level: EscalationLevel;
  readonly at: Date;
}

/** When whom is warned or told; a hall sets these numbers. */
export interface EscalationLadder {
  /** The limit in so many parts: the first warning comes when the last of them begins. */
  readonly warnAtLastOfParts: number;
  /** The second warning comes when the last so many days or hours of the limit begin. */
  readonly urgentAtLastDaysOrHours: number;
  /** How long a broken deadline may stay unattended before the next person up is told. */
  readonly sectionHeadAfterWorkingDays: number;
  readonly centreLeaderAfterWorkingDays: number;
}

/** Differs whenever a number of the ladder does: what was planned by another is planned anew. */
export function ladderVersion(ladder: EscalationLadder): string {
  const { warnAtLastOfParts, urgentAtLastDaysOrHours, sectionHeadAfterWorkingDays, centreLeaderAfterWorkingDays } =
    ladder;
  return [warnAtLastOfParts, urgentAtLastDaysOrHours, sectionHeadAfterWorkingDays, centreLeaderAfterWorkingDays].join(
    '-',
  );
}

/**
 * When each level of a deadline is to be notified, as things stand at `asOf`; in order of time. A deadline that stands still has no
 * warnings; one that is over has only the breach that happened, which nothing hides. A worker that slept notifies late what it
 * should have notified in time, so that every level of a broken deadline is notified exactly once.
 *
 * @regulation S3.5 A-30
 * @refuses CALENDAR_MISSING with `year`
 */
export function levelsOf(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  asOf: Date,
  ladder: EscalationLadder,
): Outcome<readonly LevelInstant[]> {
  const status = deadlineStatus(ledger, calendar, asOf);
  if (isRefused(status)) return status;
  const { state, dueAt, breachedAt } = status.value;
  const isOver = ledger.some(({ kind, at }) => (kind === 'FINISH' || kind === 'CANCEL') && at <= asOf);
  const broken = breachedAt ?? (isOver ? null : dueAt);
  const isWarnedOf = !isOver && (state === 'RUNNING' || state === 'BREACHED');
  const warnings = isWarnedOf ? inOrder(warningsOf(ledger, calendar, asOf, ladder)) : [];
  if (broken === null) return done(warnings);
  // An act at the very due instant is in time: the deadline is broken in the first instant after it.
  const breach: LevelInstant = { level: 'BREACHED', at: new Date(broken.getTime() + 1) };
  return done([...warnings, breach, ...(isOver ? [] : inOrder(escalationsOf(ledger, calendar, broken, ladder)))]);
}

/** A hall may set its numbers so that the later level comes first. */
function inOrder(levels: readonly LevelInstant[]): readonly LevelInstant[] {
  return levels.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Warnings are the due instants of the same history with a shorter limit. */
function warningsOf(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  asOf: Date,
  { warnAtLastOfParts, urgentAtLastDaysOrHours }: EscalationLadder,
): LevelInstant[] {
  const start = startOf(ledger);
  const { unit } = start.limit;
  const events = ledger.slice(ledger.indexOf(start) + 1);
  const total = events.reduce((sum, event) => sum + (event.kind === 'EXTEND' ? event.amount : 0), start.limit.amount);
  const least = unit === 'WORKING_HOUR' ? 1 : 0;
  const passed: readonly (readonly [EscalationLevel, number])[] = [
    ['AMBER', total - Math.floor(total / warnAtLastOfParts)],
    ['RED', total - urgentAtLastDaysOrHours],
  ];
  return passed.flatMap(([level, amount]) => {
    if (amount < least || amount >= total) return [];
    const shorter = [
      { ...start, limit: { amount, unit } },
      ...events.filter(({ kind }) => kind !== 'EXTEND' && kind !== 'FINISH' && kind !== 'CANCEL'),
    ];
    const status = deadlineStatus(shorter, calendar, asOf);
    return isRefused(status) || status.value.dueAt === null ? [] : [{ level, at: status.value.dueAt }];
  });
}

function escalationsOf(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  broken: Date,
  { sectionHeadAfterWorkingDays, centreLeaderAfterWorkingDays }: EscalationLadder,
): LevelInstant[] {
  const { sessions } = startOf(ledger);
  const patience = [
    ['SECTION_HEAD', sectionHeadAfterWorkingDays],
    ['CENTRE_LEADER', centreLeaderAfterWorkingDays],
  ] as const;
  return patience.flatMap(([level, amount]) => {
    const limit = { amount, unit: 'WORKING_DAY' } as const;
    const promise = promiseOf({ kind: 'START', at: broken, limit, sessions }, calendar);
    return isRefused(promise) ? [] : [{ level, at: promise.value.dueAt }];
  });
}
