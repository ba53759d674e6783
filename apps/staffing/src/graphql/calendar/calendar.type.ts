import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDateScalar, VisibleToAnyone } from '@hall/platform/graphql';
import { calendarYearStatuses } from '../../domain/calendar/calendar-year';
import type { CalendarYearStatus } from '../../domain/calendar/calendar-year';
import { resultOf } from '../results';

const CalendarYearStatusEnum = enumOf(
  'CalendarYearStatus',
  calendarYearStatuses,
  '某年日历的确定程度 / How certain the calendar of a year is',
  {
    OFFICIAL: '已公布放假安排 / Announced',
    PROVISIONAL: '尚未公布，仅按法定节假日 / Not announced: weekends and the days of the law alone',
    MISSING: '未知，涉及该年的日期不予计算 / Not known: no date is computed with it',
  },
);

@VisibleToAnyone()
@ObjectType('CalendarYear', { description: '某年的工作日历（A-30） / The working-day calendar of one year' })
export class CalendarYearType {
  @Field(() => Int, { description: '年份 / Year' })
  year!: number;

  @Field(() => CalendarYearStatusEnum, { description: '确定程度 / How certain it is' })
  status!: CalendarYearStatus;

  @Field(() => String, {
    nullable: true,
    description: '放假通知文号；未公布为 null / Number of the notice; null before there is one',
  })
  noticeReference!: string | null;

  @Field(() => [LocalDateScalar], { description: '放假日，按日期 / Days off, in order' })
  offDays!: readonly string[];

  @Field(() => [LocalDateScalar], { description: '调休上班的周末，按日期 / Weekend days that are worked, in order' })
  makeUpDays!: readonly string[];

  @Field(() => Date, {
    nullable: true,
    description: '本厅公布时刻；系统自带为 null / When the hall published it; null for a built-in year',
  })
  publishedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: '本厅第几次公布该年；系统自带为 null / Which publication of the year it is; null for a built-in year',
  })
  revision!: number | null;
}

/** See {@link resultOf}. */
export const PublishCalendarYearResult = resultOf('PublishCalendarYearResult', CalendarYearType);
