import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AllowedTo, staffRoles, VisibleTo, VisibleToAnyone } from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import type { PostRole } from '../../domain/authority/authority';
import type { CoverCause } from '../../domain/authority/whereabouts';
import type { Preparation, WindowStatus } from '../../domain/structure/hall';
import type { StaffRole } from '../../domain/structure/staff';
import { CalendarYearType } from '../calendar/calendar.type';
import { Loaded } from '../loaded';
import { CoverCauseEnum, PostRoleEnum, PreparationEnum, StaffRoleEnum, WindowStatusEnum } from './structure.enum';
import { resultOf } from '../results';

// One file, because these lead to one another in every direction.

@VisibleToAnyone()
@ObjectType('OpeningSession', { description: '服务时段 / Opening session, local time HH:MM' })
export class OpeningSessionType {
  @Field(() => String, { description: '起，HH:MM / From' })
  from!: string;

  @Field(() => String, { description: '止，HH:MM / To, exclusive' })
  to!: string;
}

@Directive('@key(fields: "code")')
@VisibleToAnyone()
@ObjectType('Hall', { description: '政务服务大厅 / Service hall' })
export class HallType {
  // String and not ID: in a union a client selects it next to `UserError.code`, and GraphQL wants one type for one name.
  @Field(() => String, { description: '大厅编号 / Hall code' })
  code!: string;

  @Field(() => String, { description: '大厅名称 / Name' })
  name!: string;

  @Field(() => String, { description: '时区 / IANA time zone' })
  timeZone!: string;

  @Field(() => [OpeningSessionType], { description: '服务时段 / Opening sessions of a working day, in order' })
  sessions!: readonly OpeningSessionType[];

  @Field(() => PreparationEnum, { description: '哪些时段须提前到岗准备（A-04） / Which sessions staff prepare for' })
  preparation!: Preparation;

  @Loaded(
    'calendarYearsOfHall',
    () => [CalendarYearType],
    '工作日历，自2004年起，至第一个未知年份（A-30） / Working-day calendar from 2004 on, ending with the first unknown year',
    { by: 'code' },
  )
  readonly calendarYears: Later;

  @Loaded('departmentsOfHall', () => [DepartmentType], '部门，按编号 / Departments, by code', { by: 'code' })
  readonly departments: Later;

  @Loaded('windowsOfHall', () => [ServiceWindowType], '窗口，按窗口号 / Windows, by number', { by: 'code' })
  readonly windows: Later;

  @Loaded('postsOfHall', () => [PostType], '岗位，按编号 / Posts, by code', { by: 'code' })
  readonly posts: Later;
}

@Directive('@key(fields: "id")')
@VisibleToAnyone()
@ObjectType('Department', { description: '窗口单位（部门） / Department that runs windows in the hall' })
export class DepartmentType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '部门编号 / Code in the hall' })
  code!: string;

  @Field(() => String, { description: '部门名称 / Name' })
  name!: string;

  @Loaded('staff', () => StaffType, '部门负责人 / Head of the department', { nullable: true })
  readonly headId!: string | null;

  @Loaded('windowsOfDepartment', () => [ServiceWindowType], '窗口，按窗口号 / Windows, by number')
  readonly windows: Later;
}

@Directive('@key(fields: "id")')
@VisibleToAnyone()
@ObjectType('ServiceWindow', { description: '窗口 / Counter of a department' })
export class ServiceWindowType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '窗口号 / Window number' })
  number!: string;

  @Field(() => String, { description: '窗口名称 / Name' })
  name!: string;

  @Field(() => WindowStatusEnum, { description: '窗口状态 / Whether it serves visitors' })
  status!: WindowStatus;

  @Loaded('department', () => DepartmentType, '所属部门 / Department that runs it')
  readonly departmentId!: string;

  @Loaded('postsOfWindow', () => [PostType], '岗位，按编号 / Posts, by code')
  readonly posts: Later;
}

@Directive('@key(fields: "id")')
@VisibleToAnyone()
@ObjectType('Post', { description: '岗位，设A岗与B岗（S5.1a） / Post with its lead and deputy' })
export class PostType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '岗位编号 / Code in the hall' })
  code!: string;

  @Field(() => String, { description: '岗位名称 / Name' })
  name!: string;

  @Field(() => [String], { description: '岗位职责 / Duties' })
  duties!: readonly string[];

  @Loaded('window', () => ServiceWindowType, '所在窗口 / Window it stands at')
  readonly windowId!: string;

  @Loaded('staff', () => StaffType, 'A岗 / Lead', { nullable: true })
  readonly leadId!: string;

  @Loaded('staff', () => StaffType, 'B岗 / Deputy', { nullable: true })
  readonly deputyId!: string;

  @Loaded('officerOnDuty', () => OfficerOnDutyType, '当前行使岗位职责的人 / Who holds the post’s authority now', {
    nullable: true,
  })
  readonly officerOnDuty: Later;

  @Loaded(
    'temporariesOfPost',
    () => [TemporaryAppointmentType],
    '现在及今后的临时顶岗，按先后（A-18） / Who stands in now or later, in order',
  )
  readonly temporaries: Later;

  @Loaded('vacancy', () => VacancyType, '岗位空缺 / Open vacancy', { nullable: true })
  readonly vacancy: Later;
}

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('TemporaryAppointment', { description: '临时顶岗（A-18） / Somebody who stands in at a post for a while' })
export class TemporaryAppointmentType {
  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @Field(() => String, { description: '理由 / Why' })
  reason!: string;

  @Loaded('staff', () => StaffType, '临时顶岗人 / Who stands in')
  readonly staffId!: string;

  @Loaded('staff', () => StaffType, '指定人 / Who named them')
  readonly appointedById!: string;
}

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('Cover', { description: '顶岗区间（S5.2a） / The interval in which a deputy holds a post' })
export class CoverType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => CoverCauseEnum, { description: '顶岗原因 / Why a deputy acts' })
  cause!: CoverCause;

  @Field(() => Date, { description: '起始时刻 / Since when' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: '结束时刻；进行中为 null / End; null while it lasts' })
  to!: Date | null;

  @Loaded('post', () => PostType, '岗位 / The post')
  readonly postId!: string;

  @Loaded('staff', () => StaffType, '缺岗人；岗位没有A岗时为 null / Who is away; null where the post has no lead', {
    nullable: true,
  })
  readonly absentId!: string | null;

  @Loaded('staff', () => StaffType, '顶岗人 / Who acts')
  readonly actingId!: string;
}

@VisibleToAnyone()
@ObjectType('OfficerOnDuty', { description: '当前行使岗位职责的人（S5.4b） / Who holds the post’s authority' })
export class OfficerOnDutyType {
  @Field(() => PostRoleEnum, { description: '以何身份在岗 / In which role' })
  role!: PostRole;

  @Field(() => Date, { description: '自何时起 / Since when' })
  since!: Date;

  @Loaded('post', () => PostType, '岗位 / The post')
  readonly postId!: string;

  @Loaded('staff', () => StaffType, '在岗人 / Who holds it')
  readonly staffId!: string;

  @Loaded('staff', () => StaffType, '代谁行使 / On whose behalf', { nullable: true })
  readonly actingForId!: string | null;

  @Loaded('cover', () => CoverType, '所依据的顶岗 / The cover under which a deputy acts', { nullable: true })
  readonly coverId!: string | null;
}

@VisibleToAnyone()
@ObjectType('Vacancy', {
  description:
    '岗位空缺：服务时间内无人在岗，须有人负责（S5.1c） / Nobody holds the post in opening hours; somebody answers for that',
})
export class VacancyType {
  @Field(() => Date, { description: '自何时起 / Since when' })
  since!: Date;

  @Field(() => String, { description: '原因 / Why nobody holds it' })
  @AllowedTo(...staffRoles, 'ADMIN')
  reason!: string;

  @Loaded('staff', () => StaffType, '对空缺负责的人 / Who answers for the vacancy')
  readonly ownerId!: string;
}

@Directive('@key(fields: "id")')
@VisibleToAnyone()
@ObjectType('Staff', {
  description: '工作人员；姓名与工号亮证公示（S1.4a） / Member of staff; name and badge are shown at the window',
})
export class StaffType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '工号 / Badge number' })
  badgeNumber!: string;

  @Field(() => String, { description: '姓名 / Name' })
  name!: string;

  @Field(() => [StaffRoleEnum], { description: '角色 / Roles' })
  @AllowedTo(...staffRoles, 'ADMIN')
  roles!: readonly StaffRole[];

  @Loaded('department', () => DepartmentType, '所属部门 / Department')
  readonly departmentId!: string;
}

/** See {@link resultOf}. */
export const RegisterHallResult = resultOf('RegisterHallResult', HallType);
/** See {@link resultOf}. */
export const RegisterDepartmentResult = resultOf('RegisterDepartmentResult', DepartmentType);
/** See {@link resultOf}. */
export const RegisterWindowResult = resultOf('RegisterWindowResult', ServiceWindowType);
/** See {@link resultOf}. */
export const RegisterStaffResult = resultOf('RegisterStaffResult', StaffType);
/** See {@link resultOf}. */
export const RegisterPostResult = resultOf('RegisterPostResult', PostType);
/** See {@link resultOf}. */
export const AcknowledgeDutiesResult = resultOf('AcknowledgeDutiesResult', PostType);
/** See {@link resultOf}. */
export const CheckOutResult = resultOf('CheckOutResult', StaffType);
/** See {@link resultOf}. */
export const ReportAbsenceResult = resultOf('ReportAbsenceResult', StaffType);
/** See {@link resultOf}. */
export const LeavePostResult = resultOf('LeavePostResult', StaffType);
/** See {@link resultOf}. */
export const ReturnToPostResult = resultOf('ReturnToPostResult', StaffType);
/** See {@link resultOf}. */
export const DisputeAbsenceResult = resultOf('DisputeAbsenceResult', StaffType);
/** See {@link resultOf}. */
export const AppointTemporaryResult = resultOf('AppointTemporaryResult', PostType);
