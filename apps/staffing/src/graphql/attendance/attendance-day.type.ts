import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes, enumOf, LocalDateScalar, staffRoles, VisibleTo } from '@hall/platform/graphql';
import type { PlainDate } from '@hall/kernel';
import type { AttendanceMark } from '../../domain/attendance/attendance';
import { excuseKinds } from '../../domain/attendance/day-facts';
import type { Excuse } from '../../domain/attendance/day-facts';
import type { MissingPunch } from '../../domain/attendance/marks';
import type { PresenceAct } from '../../domain/authority/whereabouts';
import { PresenceActEnum } from '../authority/authority.type';
import { Loaded } from '../loaded';
import { StaffType } from '../structure/structure.type';
import { AttendanceMarkEnum } from './check-in.type';

const ExcuseKindEnum = enumOf('AttendanceExcuseKind', excuseKinds, '免予在岗的原因 / Why somebody need not be there', {
  LEAVE: '经批准的请假（A-04） / Leave that was approved',
  OUTING: '公出 / An errand of the hall',
});

@VisibleTo(...staffRoles)
@ObjectType('AttendanceFault', {
  description: '一个时段内的一次违纪及其计算依据 / What was wrong, with what is needed to count it again',
})
export class AttendanceFaultType {
  @Field(() => AttendanceMarkEnum, { description: '标记 / What it is' })
  mark!: AttendanceMark;

  @Field(() => ID, { description: '依据条款 / Clause' })
  clause!: string;

  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @Field(() => Int, {
    description: '其间应在岗而未在岗的分钟数 / Minutes of it in which the person should have been there',
  })
  minutes!: number;

  @Field(() => Number, { description: '所对照的分钟限额 / The limit, in minutes' })
  limitMinutes!: number;

  @Field(() => PresenceActEnum, {
    nullable: true,
    description: '因何离开；当日未到过为 null / By which act the person had gone',
  })
  wentBy!: PresenceAct | null;

  @Field(() => Date, { nullable: true, description: '何时离开 / When' })
  wentAt!: Date | null;

  @Field(() => PresenceActEnum, { nullable: true, description: '因何到岗；未到为 null / By which act the person came' })
  cameBy!: PresenceAct | null;

  @Field(() => Date, { nullable: true, description: '何时到岗 / When' })
  cameAt!: Date | null;
}

@VisibleTo(...staffRoles)
@ObjectType('AttendanceExcuse', {
  description: '时段内免予在岗的时间 / Time of a session for which a person was excused',
})
export class AttendanceExcuseType {
  @Field(() => ExcuseKindEnum, { description: '原因 / Why' })
  kind!: Excuse['kind'];

  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @Field(() => ID, { description: '所依记录 / The leave it rests on' })
  recordId!: string;
}

@VisibleTo(...staffRoles)
@ObjectType('MissingPunch', {
  description:
    '漏卡：无打卡记录而有工作记录，不作缺勤（S1.5a） / No punch says that the person was there, but their work does: no fault',
})
export class MissingPunchType {
  @Field(() => PresenceActEnum, { description: '漏打的卡 / Which punch' })
  punch!: MissingPunch['punch'];

  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @Field(() => Int, { description: '其间应在岗的分钟数 / Minutes of duty in it' })
  minutes!: number;

  @Field(() => [Date], { description: '工作记录的时刻 / When their work shows that they were there' })
  shownAt!: readonly Date[];
}

@VisibleTo(...staffRoles)
@ObjectType('AttendanceSession', {
  description: '一个时段的考勤及理由（S1.3a、S1.5a） / A session of a day: its mark and why',
})
export class AttendanceSessionType {
  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @Field(() => AttendanceMarkEnum, {
    nullable: true,
    description: '标记；时段未结束为 null / Null until the session is over',
  })
  mark!: AttendanceMark | null;

  @Field(() => ID, { nullable: true, description: '依据条款 / The clause by which it is so' })
  clause!: string | null;

  @Field(() => Int, { nullable: true, description: '应在岗分钟数 / Minutes in which the person had to be there' })
  dutyMinutes!: number | null;

  @Field(() => Int, { nullable: true, description: '其中在岗分钟数 / Minutes of those in which they were' })
  workedMinutes!: number | null;

  @Field(() => [AttendanceFaultType], { description: '全部违纪，由重到轻 / All that was wrong, the gravest first' })
  faults!: readonly AttendanceFaultType[];

  @Field(() => [AttendanceExcuseType], { description: '请假与公出 / Leave and errands' })
  excuses!: readonly AttendanceExcuseType[];

  @Field(() => [MissingPunchType], { description: '漏卡 / Forgotten punches' })
  missingPunches!: readonly MissingPunchType[];
}

@VisibleTo(...staffRoles)
@ObjectType('AttendanceDay', {
  description: '某人某日的考勤，由记录算出 / How a person attended on a day, worked out from the record',
})
export class AttendanceDayType {
  @Field(() => LocalDateScalar, { description: '日期 / Day' })
  day!: PlainDate;

  @Field(() => AttendanceMarkEnum, {
    nullable: true,
    description: '全日标记：最重的时段；尚有时段未结束为 null / The gravest of its sessions; null until all are over',
  })
  mark!: AttendanceMark | null;

  @Field(() => [AttendanceSessionType], { description: '当班的各时段 / The sessions on duty, in order' })
  sessions!: readonly AttendanceSessionType[];

  @Loaded('staff', () => StaffType, '谁 / Who')
  readonly staffId!: string;
}

/** A page of attendance. */
export const { connection: AttendanceConnection } = connectionTypes('Attendance', () => AttendanceDayType);
