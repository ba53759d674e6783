import { Field, Int, ObjectType } from 'type-graphql';
import { CommitmentType } from '@hall/platform/deadline-graph';
import {
  DepartmentRef,
  enumOf,
  Link,
  LocalDateScalar,
  OfHall,
  StaffRef,
  VisibleTo,
  YearMonthScalar,
} from '@hall/platform/graphql';
import { caseMeasures } from '../../domain/reports/monthly-case-report';
import { Loaded } from '../loaded';
import { resultOf } from '../results';

/** What each figure means: the same words as in the definitions of the report. */
const meaning = Object.fromEntries(
  Object.entries(caseMeasures).map(([name, { zh, en }]) => [name, `${zh} / ${en}`]),
) as {
  readonly [M in keyof typeof caseMeasures]: string;
};

export const CaseReportStatusEnum = enumOf(
  'CaseReportStatus',
  ['DRAFT', 'SUBMITTED'] as const,
  '报表状态 / Whether a report was handed in',
  {
    DRAFT: '未报送，数字随时更新 / Not handed in; figures as the facts stand',
    SUBMITTED: '已报送，数字固定 / Handed in; figures kept',
  },
);

@VisibleTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@ObjectType('CaseFigures', {
  description: '部门当月办件数字；联办件只计一次 / Figures of a department; joint cases count once',
})
export class CaseFiguresType {
  @Field(() => Int, { description: meaning.received })
  received!: number;

  @Field(() => Int, { description: meaning.accepted })
  accepted!: number;

  @Field(() => Int, { description: meaning.notices })
  notices!: number;

  @Field(() => Int, { description: meaning.refused })
  refused!: number;

  @Field(() => Int, { description: meaning.ended })
  ended!: number;

  @Field(() => Int, { description: meaning.decided })
  decided!: number;

  @Field(() => Int, { description: meaning.approved })
  approved!: number;

  @Field(() => Int, { description: meaning.delivered })
  delivered!: number;

  @Field(() => Int, { description: meaning.due })
  due!: number;

  @Field(() => Int, { description: meaning.onTime })
  onTime!: number;

  @Field(() => Int, { description: meaning.late })
  late!: number;

  @Link(() => DepartmentRef, '部门 / Department')
  readonly departmentId!: string;
}

@VisibleTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@OfHall()
@ObjectType('MonthlyCaseReport', {
  description:
    '办件月报：固定格式、报送人、时间与期限（S1.2i） / Monthly figures in the set format, with author, time and due date',
})
export class MonthlyCaseReportType {
  @Field(() => YearMonthScalar, { description: '月份 / Month' })
  month!: string;

  @Field(() => CaseReportStatusEnum, { description: '状态 / State' })
  status!: keyof typeof CaseReportStatusEnum;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: '应于此日前报送，次月（A-27）；日历未公布为 null / Due on this day of the next month',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: '是否按期；未报送的按现在判断 / Whether it came in time, or would now' })
  inTime!: boolean;

  @Field(() => Date, { nullable: true, description: '报送时刻 / When it was handed in' })
  submittedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '说明 / What its author says' })
  remark!: string | null;

  @Field(() => [CaseFiguresType], { description: '各部门，按编号 / Departments, in the order of their codes' })
  rows!: readonly CaseFiguresType[];

  @Field(() => Boolean, {
    description: '报送后数字是否仍与重新统计一致 / Whether a recount of the facts still gives the same figures',
  })
  recountAgrees!: boolean;

  readonly hallCode!: string;

  @Loaded(
    'commitment',
    () => CommitmentType,
    '报送时限；当月未结束为 null（A-27） / By when it is reported; null before the month is over',
    {
      nullable: true,
    },
  )
  readonly commitmentId!: string | null;

  @Link(() => StaffRef, '报送人 / Its author', { nullable: true })
  readonly submittedById!: string | null;
}

/** See {@link resultOf}. */
export const MonthlyCaseReportResult = resultOf('MonthlyCaseReportResult', MonthlyCaseReportType);
