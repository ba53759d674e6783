import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { YearMonth } from '@hall/kernel';
import { AllowedTo, createType, fromRow, globalIdOrNull, YearMonthScalar, Input } from '@hall/platform/graphql';
import { isInTime, reportDueOn } from '../../domain/reports/monthly-case-report';
import type { CaseFigures } from '../../domain/reports/monthly-case-report';
import { submitMonthlyReport } from '../../use-cases/reports/submit-monthly-report';
import type { CaseContext } from '../loaders';
import { MonthlyCaseReportResult, CaseFiguresType, MonthlyCaseReportType } from './report.type';
import type { CaseParts } from '../queries';
import { SubmitMonthlyCaseReportInput } from './report.input';
import { act } from '../results';

/** The month in figures. */
@Resolver(() => MonthlyCaseReportType)
export class ReportResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => MonthlyCaseReportType, {
    description: '办件月报；报送前为随时统计的数字（S1.2i） / A month in figures; counted afresh until it is handed in',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
  monthlyCaseReport(
    @Arg('month', () => YearMonthScalar, { description: '月份 / Month' }) month: YearMonth,
    @Ctx() context: CaseContext,
  ) {
    return this.#report(context.actor.hallCode ?? '', month, context);
  }

  @Mutation(() => MonthlyCaseReportResult, {
    description: '报送办件月报，数字自此固定（S1.2i） / Hands a month in; the figures are kept as they are',
  })
  @AllowedTo('CENTRE_OFFICE', 'CENTRE_LEADER')
  submitMonthlyCaseReport(
    @Input(() => SubmitMonthlyCaseReportInput) input: SubmitMonthlyCaseReportInput,
    @Ctx() context: CaseContext,
  ) {
    const hallCode = context.actor.hallCode ?? '';
    return act(this.parts, context, submitMonthlyReport, { hallCode, ...input }, () =>
      this.#report(hallCode, input.month, context),
    );
  }

  async #report(hallCode: string, month: YearMonth, { loaders }: CaseContext): Promise<MonthlyCaseReportType> {
    const { reports } = this.parts.queries;
    const [submitted, due, counted] = await Promise.all([
      reports.submitted(hallCode, month),
      reports.due(hallCode, month),
      reports.count(hallCode, month, this.parts.clock.now()),
    ]);
    const { reportOnWorkingDay } = this.parts.ports.settings['A-27'];
    const calendar = await loaders.calendar.load(hallCode);
    const dueOn = submitted?.dueOn ?? reportDueOn(month, calendar, reportOnWorkingDay) ?? null;
    const at = submitted?.submittedAt ?? this.parts.clock.now();
    const rows = submitted?.rows ?? counted;
    return createType(MonthlyCaseReportType, {
      hallCode,
      month,
      status: submitted ? 'SUBMITTED' : 'DRAFT',
      dueOn,
      // A day ends at closing time, as that of every deadline does.
      inTime: due?.dueAt ? at <= due.dueAt : dueOn !== null && isInTime(dueOn, at),
      commitmentId: globalIdOrNull(hallCode, due?.id ?? null),
      submittedAt: submitted?.submittedAt ?? null,
      submittedById: globalIdOrNull(hallCode, submitted?.submittedById ?? null),
      remark: submitted?.remark ?? null,
      rows: rows.map((row) => fromRow(CaseFiguresType, { hallCode, ...row })),
      recountAgrees: rows.every((row) => isSame(row, counted)),
    });
  }
}

function isSame(row: CaseFigures, counted: readonly CaseFigures[]): boolean {
  const now = counted.find(({ departmentId }) => departmentId === row.departmentId);
  return now !== undefined && Object.entries(row).every(([name, value]) => now[name as keyof CaseFigures] === value);
}
