import type { WorkCalendar } from '../calendar/work-calendar';
import { done, isRefused } from '../outcome';
import type { Outcome } from '../outcome';
import type { TimeLimit } from './commitment';
import { promiseOf, startOf, deadlineStatus } from './deadline-ledger';
import type { DeadlineEvent } from './deadline-ledger';

/**
 * The rungs of a term in the order in which they can come (预警、临期、超期、报科室负责人、报中心领导): a third of the
 * limit is left, its last day or hour begins, it is broken, and who is told when it stays broken.
 */
export const escalationLevels = ['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER'] as const;
/** One of {@link escalationLevels}. */
export type EscalationLevel = (typeof escalationLevels)[number];

/** A rung and the instant from which it is to be told. */
export interface LevelInstant {
  readonly level: EscalationLevel;
  readonly at: Date;
}

/** How long a broken term may stay unattended before the next person up is told. */
const patience: Readonly<Record<'SECTION_HEAD' | 'CENTRE_LEADER', TimeLimit>> = {
  SECTION_HEAD: { amount: 1, unit: 'WORKING_DAY' },
  CENTRE_LEADER: { amount: 3, unit: 'WORKING_DAY' },
};

/**
 * When each rung of a term is to be told, as things stand at `asOf`; in order of time. A term that stands still has no
 * warnings; one that is over has only the breach that happened, which nothing hides. A worker that slept tells late what it
 * should have told in time, so that every rung of a broken term is told exactly once.
 *
 * @regulation S3.5 A-30
 * @refuses CALENDAR_MISSING with `year`
 */
export function levelsOf(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  asOf: Date,
): Outcome<readonly LevelInstant[]> {
  const status = deadlineStatus(ledger, calendar, asOf);
  if (isRefused(status)) return status;
  const { state, dueAt, breachedAt } = status.value;
  const isOver = ledger.some(({ kind, at }) => (kind === 'FINISH' || kind === 'CANCEL') && at <= asOf);
  const broken = breachedAt ?? (isOver ? null : dueAt);
  const isWarnedOf = !isOver && (state === 'RUNNING' || state === 'BREACHED');
  const warnings = isWarnedOf ? warningsOf(ledger, calendar, asOf) : [];
  if (broken === null) return done(warnings);
  // An act at the very due instant is in time: the term is broken in the first instant after it.
  const breach: LevelInstant = { level: 'BREACHED', at: new Date(broken.getTime() + 1) };
  return done([...warnings, breach, ...(isOver ? [] : escalationsOf(ledger, calendar, broken))]);
}

/** Warnings are the due instants of the same history with a shorter limit. */
function warningsOf(ledger: readonly DeadlineEvent[], calendar: WorkCalendar, asOf: Date): LevelInstant[] {
  const start = startOf(ledger);
  const { unit } = start.limit;
  const events = ledger.slice(ledger.indexOf(start) + 1);
  const total = events.reduce((sum, event) => sum + (event.kind === 'EXTEND' ? event.amount : 0), start.limit.amount);
  const least = unit === 'WORKING_HOUR' ? 1 : 0;
  const passed: readonly (readonly [EscalationLevel, number])[] = [
    ['AMBER', total - Math.floor(total / 3)],
    ['RED', total - 1],
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

function escalationsOf(ledger: readonly DeadlineEvent[], calendar: WorkCalendar, broken: Date): LevelInstant[] {
  const { sessions } = startOf(ledger);
  return (['SECTION_HEAD', 'CENTRE_LEADER'] as const).flatMap((level) => {
    const promise = promiseOf({ kind: 'START', at: broken, limit: patience[level], sessions }, calendar);
    return isRefused(promise) ? [] : [{ level, at: promise.value.dueAt }];
  });
}
