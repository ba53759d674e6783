import { createDeadline } from '@hall/kernel';
import type { DeadlineEvent, HallKey } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import type { Tx } from '@hall/platform/postgres';
import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import { ownDeadlineOf } from '../../domain/deadlines/subjects';
import { reportStart } from '../../domain/reports/monthly-case-report';
import { reportStore } from '../../persistence/reports/report-store';
import type { OwedMonth } from '../../persistence/reports/report-store';
import type { CasePorts } from '../ports';

const batchSize = 100;

/**
 * Opens the deadline of each month's report once the month is over: once for each hall, from the month on in which it began;
 * whoever starts late catches up.
 *
 * @regulation S1.2i A-27
 */
export function reportSweep(ports: CasePorts, base: SweepBase): Sweep {
  const find = (tx: Tx, aside: readonly string[]): Promise<OwedMonth[]> =>
    reportStore.findOwed(tx, { now: ports.clock.now(), limit: batchSize, aside, hallCode: null });
  return isolatedSweep({ name: 'reports', find, work: (tx, owed) => oweReports(ports, tx, owed) }, base);
}

/**
 * Opens the deadlines of months that nobody else has opened. A month that was handed in before has one that has ended.
 *
 * @returns how many were opened
 */
export async function oweReports(ports: CasePorts, tx: Tx, owed: readonly OwedMonth[]): Promise<number> {
  const claimed = await reportStore.claimMonths(tx, owed);
  for (const hallCode of new Set(claimed.map((month) => month.hallCode))) {
    const counting = await findCounting(ports, tx, hallCode);
    const ofHall = claimed.filter((month) => month.hallCode === hallCode);
    const deadlines = ofHall.map(({ id, month, sessions, submittedAt }) => {
      const start = reportStart(month, sessions, ports.settings['A-27'].reportOnWorkingDay);
      const ledger: DeadlineEvent[] = submittedAt ? [start, { kind: 'FINISH', at: submittedAt }] : [start];
      return createDeadline({ ...ownDeadlineOf({ hallCode, id }, 'REPORT'), ledger }, counting, ports.clock.now());
    });
    await ports.deadlines.insert(tx, deadlines);
  }
  return claimed.length;
}

/** A hall owes reports from the month on in which it began. */
export const beginReports = (tx: Tx, hallCode: string, at: Date): Promise<void> =>
  reportStore.noteBeginning(tx, hallCode, at);

/** What a month's report hangs on, opened now when no sweep has come to it yet; nothing for a month before the hall began. */
export async function reportDue(
  ports: CasePorts,
  tx: Tx,
  hallCode: string,
  month: string,
): Promise<HallKey | undefined> {
  const found = await reportStore.findMonth(tx, hallCode, month);
  if (found) return found;
  const now = ports.clock.now();
  await oweReports(ports, tx, await reportStore.findOwed(tx, { now, limit: batchSize, aside: [], hallCode }));
  return reportStore.findMonth(tx, hallCode, month);
}
