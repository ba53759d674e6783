import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '@hall/platform/graphql';
import { attendanceMarks } from '../../domain/attendance/attendance';
import type { AttendanceMark } from '../../domain/attendance/attendance';
import { staffRoleNames } from '../../domain/structure/staff';
import type { StaffRole } from '../../domain/structure/staff';

export const StaffRoleEnum = enumOf('StaffRole', staffRoleNames, '工作人员角色 / Role of a member of staff', {
  OFFICER: '窗口工作人员 / Window officer',
  DESK_OFFICER: '咨询（投诉）台值班人员 / Officer at the consultation and complaint desk',
  SECTION_HEAD: '科室负责人 / Head of a section',
  CENTRE_LEADER: '中心领导 / Centre leader',
  CENTRE_OFFICE: '中心办公室 / Centre office',
  ADMIN: '系统管理员 / Administrator of the installation',
});

@Directive('@key(fields: "id")')
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
  roles!: readonly StaffRole[];

  readonly departmentId!: string;
}

export const AttendanceMarkEnum = enumOf(
  'AttendanceMark',
  attendanceMarks,
  '考勤标记 / How punctual a check-in was (S1.3a, A-04)',
  {
    ON_TIME: '准时 / On time',
    PREPARATION_LATE: '到岗准备不足十分钟（S1.3a） / Less than ten minutes to prepare',
    LATE: '迟到（S1.5a） / After opening',
    ABSENT: '开门半小时后仍未到，计半日旷工（A-04） / Half an hour late or more: absent for the half day',
  },
);

@ObjectType('CheckIn', { description: '签到记录（S1.3a） / A check-in' })
export class CheckInType {
  @Field(() => Date, { description: '签到时刻 / When' })
  at!: Date;

  @Field(() => AttendanceMarkEnum, { description: '考勤标记（S1.3a） / How punctual' })
  mark!: AttendanceMark;

  readonly staffId!: string;
  readonly windowId!: string;
}

@ObjectType('Actor', { description: '当前登录者 / Who is signed in' })
export class ActorType {
  @Field(() => String, { nullable: true, description: '账号；未登录为 null / Account; null for an anonymous visitor' })
  account?: string;

  @Field(() => ID, { nullable: true, description: '所属大厅 / Hall the account belongs to' })
  hallCode?: string;

  @Field(() => [String], { description: '角色 / Roles' })
  roles!: readonly string[];

  @Field(() => String, { nullable: true, description: '姓名（仅用于称呼） / Name, for greeting only' })
  name?: string;

  @Field(() => StaffType, {
    nullable: true,
    description: '登记的工作人员身份 / The member of staff behind this account',
  })
  staff?: StaffType | null;
}
