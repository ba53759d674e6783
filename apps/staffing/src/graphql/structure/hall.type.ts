import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '@hall/platform/graphql';
import { preparations, windowStatuses } from '../../domain/structure/hall';
import type { Preparation, WindowStatus } from '../../domain/structure/hall';

export const WindowStatusEnum = enumOf('WindowStatus', windowStatuses, '窗口状态 / Whether a window serves visitors', {
  CLOSED: '未开放 / Closed',
  PREPARING: '岗前准备中 / Preparing',
  OPEN: '开放 / Serves visitors',
  SUSPENDED: '暂停服务 / Suspended',
});

export const PreparationEnum = enumOf(
  'Preparation',
  preparations,
  '须提前十分钟到岗的时段（A-04） / Sessions for which staff are there ten minutes before',
  {
    FIRST_SESSION: '当日首个时段 / The first session of a day',
    EVERY_SESSION: '每个时段 / Every session',
  },
);

@ObjectType('OpeningSession', { description: '服务时段 / Opening session, local time HH:MM' })
export class OpeningSessionType {
  @Field(() => String, { description: '起，HH:MM / From' })
  from!: string;

  @Field(() => String, { description: '止，HH:MM / To, exclusive' })
  to!: string;
}

@Directive('@key(fields: "code")')
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
}

@Directive('@key(fields: "id")')
@ObjectType('Department', { description: '窗口单位（部门） / Department that runs windows in the hall' })
export class DepartmentType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '部门编号 / Code in the hall' })
  code!: string;

  @Field(() => String, { description: '部门名称 / Name' })
  name!: string;

  readonly headId!: string | null;
}

@Directive('@key(fields: "id")')
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

  readonly departmentId!: string;
}
