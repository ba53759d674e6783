import { done, firstDayOf, addMonths, instantAt, lastDayOf, plainDateOf } from '@hall/kernel';
import type { DeadlineStart, Outcome, PlainDate, WorkCalendar, YearMonth } from '@hall/kernel';
import { refuse } from '../refusals';

/** The set format (S1.2i): what is counted, in this order, and what each figure means. */
export const caseMeasures = {
  received: { zh: '收件：本月递交的申请', en: 'Applications handed in during the month' },
  accepted: { zh: '受理：本月受理，含视为受理', en: 'Accepted during the month, deemed acceptance included' },
  notices: { zh: '补正：本月发出的补齐通知书', en: 'Notices to complete materials issued during the month' },
  refused: { zh: '不予受理：本月作出', en: 'Not accepted, during the month' },
  ended: { zh: '退件与撤回：本月', en: 'Returned or withdrawn during the month' },
  decided: { zh: '办结：本月作出决定', en: 'Decided during the month' },
  approved: { zh: '其中准予', en: 'Of these, approved' },
  delivered: { zh: '送达：本月领取结果', en: 'Results handed over during the month' },
  due: {
    zh: '到期：承诺在本月已到期，此前已退件、撤回或不予受理的除外',
    en: 'Promises that fell due during the month, unless the case had ended without a decision before',
  },
  onTime: { zh: '其中按时：到期前作出决定', en: 'Of these, decided in time' },
  late: { zh: '其中逾期：逾期决定或至今未决', en: 'Of these, decided late or not yet' },
} as const;
/** One of {@link caseMeasures}. */
export type CaseMeasure = keyof typeof caseMeasures;

/** The figures of one department in a month. A joint case counts once, for the department that leads it. */
export type CaseFigures = { readonly departmentId: string } & Readonly<Record<CaseMeasure, number>>;

/** The figures of a month, handed in. */
export interface MonthlyCaseReport {
  readonly hallCode: string;
  readonly month: YearMonth;
  readonly rows: readonly CaseFigures[];
  readonly remark: string;
  readonly dueOn: PlainDate;
  readonly submittedById: string;
  readonly submittedAt: Date;
}

/** The day by which a month is reported, that working day of the next one; undefined where the calendar ends before it. */
export function reportDueOn(month: YearMonth, calendar: WorkCalendar, onWorkingDay: number): PlainDate | undefined {
  const last = lastDayOf(month);
  const coversDue = Number(firstDayOf(addMonths(month, 1)).slice(0, 4)) <= calendar.lastYear;
  return coversDue ? calendar.addWorkdays(last, onWorkingDay) : undefined;
}

/**
 * The time for a report begins with the last minute of its month, whose day does not count.
 *
 * @regulation A-27
 */
export function reportStart(
  month: YearMonth,
  sessions: DeadlineStart['sessions'],
  onWorkingDay: number,
): DeadlineStart {
  const limit = { amount: onWorkingDay, unit: 'WORKING_DAY' } as const;
  return { kind: 'START', at: instantAt(lastDayOf(month), '23:59'), limit, sessions };
}

/**
 * Hands a month in, once, when it is over: with figures, author and time; a late report is taken and says so.
 *
 * @regulation S1.2i
 * @refuses REPORT_MONTH_OPEN, CALENDAR_MISSING
 */
export function openMonthlyReport(
  report: Omit<MonthlyCaseReport, 'dueOn'>,
  calendar: WorkCalendar,
  onWorkingDay: number,
): Outcome<MonthlyCaseReport> {
  const { month, submittedAt } = report;
  if (plainDateOf(submittedAt) <= lastDayOf(month)) return refuse('REPORT_MONTH_OPEN', { month });
  const dueOn = reportDueOn(month, calendar, onWorkingDay);
  if (dueOn === undefined) return refuse('CALENDAR_MISSING', { year: addMonths(month, 1).slice(0, 4) });
  return done({ ...report, dueOn });
}

/** Whether a report came, or would come now, by its day. */
export function isInTime(dueOn: PlainDate, at: Date): boolean {
  return plainDateOf(at) <= dueOn;
}
