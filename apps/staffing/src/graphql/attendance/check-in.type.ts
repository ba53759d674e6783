import { Field, ObjectType } from 'type-graphql';
import { enumOf, staffRoles, VisibleTo } from '@hall/platform/graphql';
import { attendanceMarks } from '../../domain/attendance/attendance';
import type { AttendanceMark } from '../../domain/attendance/attendance';
import { Loaded } from '../loaded';
import { ServiceWindowType, StaffType } from '../structure/structure.type';
import { resultOf } from '../results';

const AttendanceMarkEnum = enumOf(
  'AttendanceMark',
  attendanceMarks,
  '考勤标记 / How punctual a check-in was (S1.3a, A-04)',
  {
    ON_TIME: '准时 / On time',
    PREPARATION_LATE: '到岗准备时间不足（S1.3a、A-04） / Too little time to prepare',
    LATE: '迟到（S1.5a） / After opening',
    ABSENT: '开门半小时后仍未到，计半日旷工（A-04） / Half an hour late or more: absent for the half day',
  },
);

@VisibleTo(...staffRoles)
@ObjectType('CheckIn', { description: '签到记录（S1.3a） / A check-in' })
export class CheckInType {
  @Field(() => Date, { description: '签到时刻 / When' })
  at!: Date;

  @Field(() => AttendanceMarkEnum, { description: '考勤标记（S1.3a） / How punctual' })
  mark!: AttendanceMark;

  @Loaded('staff', () => StaffType, '签到人 / Who')
  readonly staffId!: string;

  @Loaded('window', () => ServiceWindowType, '窗口 / Where')
  readonly windowId!: string;
}

/** See {@link resultOf}. */
export const CheckInResult = resultOf('CheckInResult', CheckInType);
