import { Ctx, Mutation, Resolver } from 'type-graphql';
import { AllowedTo, hallAdmins, Input } from '@hall/platform/graphql';
import { publishCalendarYear } from '../../use-cases/calendar/publish-calendar-year';
import { PublishCalendarYearInput } from './calendar.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import { PublishCalendarYearResult } from './calendar.type';
import { act } from '../results';

/** The hall's working-day calendar. */
@Resolver()
export class CalendarResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Mutation(() => PublishCalendarYearResult, {
    description:
      '公布或更正某年的放假安排，立即生效（A-30） / Publish or correct the calendar of a year; in force at once',
  })
  @AllowedTo(...hallAdmins)
  publishCalendarYear(
    @Input(() => PublishCalendarYearInput) input: PublishCalendarYearInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, hallCode, year, noticeReference: reference, offDays: off, makeUpDays: makeUp } = input;
    const said = { hallCode, notice: { year, reference, off, makeUp }, idempotencyKey };
    return act(this.parts, context, publishCalendarYear, said, async (published) => {
      const years = await context.loaders.calendarYearsOfHall.load(published.hallCode);
      return years?.find((each) => each.year === published.year) ?? null;
    });
  }
}
