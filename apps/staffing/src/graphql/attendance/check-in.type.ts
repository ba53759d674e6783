import { Field, ObjectType } from 'type-graphql';
import { enumOf, staffRoles, VisibleTo } from '@hall/platform/graphql';
import { attendanceMarks } from '../../domain/attendance/attendance';
import type { ArrivalMark } from '../../domain/attendance/attendance';
import { Loaded } from '../loaded';
import { ServiceWindowType, StaffType } from '../structure/structure.type';
import { resultOf } from '../results';

/** See {@link attendanceMarks}. */
export const AttendanceMarkEnum = enumOf(
  'AttendanceMark',
  attendanceMarks,
  '考勤标记，由重到轻 / How a session was attended, the gravest first (S1.3a, S1.5a, A-04)',
  {
    ABSENT:
      '旷工：未到岗，或迟到满半小时计半日（A-04） / Never there, or half an hour late or more: absent for the half day',
    LEFT_POST: '溜岗：离岗超过时限（S1.5a） / Away from the post for longer than a short absence may last',
    LEFT_EARLY: '早退：时段结束前离开且未返回（S1.5a） / Gone before the session ended, and not back',
    LATE: '迟到（S1.5a） / After opening',
    PREPARATION_LATE: '到岗准备时间不足（S1.3a、A-04） / Too little time to prepare',
    ON_TIME: '准时 / On time',
    EXCUSED: '经批准的请假或公出（A-04） / On leave that was approved, or on an errand of the hall',
  },
);

@VisibleTo(...staffRoles)
@ObjectType('CheckIn', { description: '签到记录（S1.3a） / A check-in' })
export class CheckInType {
  @Field(() => Date, { description: '签到时刻 / When' })
  at!: Date;

  @Field(() => AttendanceMarkEnum, { description: '考勤标记（S1.3a） / How punctual' })
  mark!: ArrivalMark;

  @Loaded('staff', () => StaffType, '签到人 / Who')
  readonly staffId!: string;

  @Loaded('window', () => ServiceWindowType, '窗口 / Where')
  readonly windowId!: string;
}

/** See {@link resultOf}. */
export const CheckInResult = resultOf('CheckInResult', CheckInType);
