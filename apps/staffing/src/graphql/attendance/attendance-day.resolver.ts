import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { compareDates } from '@hall/kernel';
import type { HallKey, PlainDate } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  idsOfHall,
  KeyArg,
  LocalDateScalar,
  notYourHall,
  PageArgs,
  pageSize,
  parsePlace,
  staffRoles,
  toConnection,
  toPlace,
} from '@hall/platform/graphql';
import { mayRead } from '../conduct/conduct.resolver';
import type { StaffingContext, StaffingParts } from '../loaders';
import { StaffType } from '../structure/structure.type';
import { AttendanceConnection, AttendanceDayType } from './attendance-day.type';
import { attendanceOf, daysOfHall, requireDays } from './attendance-days';
import { toAttendanceDayType } from './to-attendance';

const nobody = toConnection([], 1, () => '');

/** How people attended: theirs to see, their head's, and the centre's. */
@Resolver(() => StaffType)
export class AttendanceDayResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => AttendanceConnection, {
    description:
      '考勤，按工号、日期，最多31天：本人的；部门负责人限本部门；中心看全部（S1.3a、S1.5a） / Attendance by badge and day, of at most 31 days: own; heads see their department, the centre all',
  })
  @AllowedTo(...staffRoles)
  async attendance(
    @Arg('hallCode', () => ID, { description: '大厅编号 / Hall' }) hallCode: string,
    @Arg('from', () => LocalDateScalar, { description: '起 / First day' }) from: PlainDate,
    @Arg('to', () => LocalDateScalar, { description: '止，含 / Last day' }) to: PlainDate,
    @KeyArg('departmentId', '部门 / Department', { nullable: true }) department: HallKey | null,
    @KeyArg('staffId', '人员 / Member of staff', { nullable: true }) staff: HallKey | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor, viewer, loaders }: StaffingContext,
  ) {
    if (actor.hallCode !== hallCode) throw notYourHall();
    requireDays({ from, to });
    const size = pageSize(first);
    const [badge, lastDay] = parsePlace(after, 'text', 'day') ?? [null, null];
    const asked = idsOfHall(hallCode, { departmentId: department, staffId: staff });
    const [me, { roles }] = await Promise.all([loaders.caller.load('me'), viewer()]);
    const isAbove = roles.some((role) => role === 'CENTRE_OFFICE' || role === 'CENTRE_LEADER');
    if (!me && !isAbove) return nobody;
    const mine = isAbove
      ? {}
      : roles.includes('SECTION_HEAD')
        ? { departmentId: me!.departmentId }
        : { staffId: me!.id };
    // What is asked for beyond what the caller may see is nobody's.
    const isBeyond = Object.entries(mine).some(([name, id]) => ![null, id].includes(asked[name as keyof typeof asked]));
    const days = isBeyond ? undefined : await daysOfHall(this.parts, hallCode, { from, to });
    if (!days) return nobody;
    const openings = days.working.flatMap(({ sessions }) => sessions.map((session) => new Date(session.from)));
    const { attendance } = this.parts.reads;
    const filter = { ...asked, ...mine };
    // Everybody has a day at least; of the first, who ended the page before, none may be left.
    const people = await attendance.peopleOnDuty(hallCode, filter, openings, badge as string | null, size + 2);
    const badges = new Map(people.map(({ id, badgeNumber }) => [id, badgeNumber]));
    const marked = await attendanceOf(this.parts, days, [...badges.keys()]);
    const isAfter = (day: PlainDate): boolean => lastDay === null || compareDates(day, lastDay as PlainDate) > 0;
    const rows = marked.filter(({ staffId, day }) => badges.get(staffId) !== badge || isAfter(day));
    return toConnection(
      rows,
      size,
      ({ staffId, day }) => toPlace(badges.get(staffId)!, day),
      (row) => toAttendanceDayType(hallCode, row),
    );
  }

  @FieldResolver(() => [AttendanceDayType], {
    name: 'attendance',
    description:
      '考勤，最多31天；仅本人、部门负责人和中心可见 / Attendance on at most 31 days, for the person, their head and the centre',
  })
  @AllowedToAnyone()
  async ofStaff(
    @Root() staff: StaffType,
    @Arg('from', () => LocalDateScalar, { description: '起 / First day' }) from: PlainDate,
    @Arg('to', () => LocalDateScalar, { description: '止，含 / Last day' }) to: PlainDate,
    @Ctx() context: StaffingContext,
  ) {
    requireDays({ from, to });
    return (await mayRead(staff, context)) ? context.loaders.attendanceOf.load({ staffId: staff.id, from, to }) : [];
  }
}
