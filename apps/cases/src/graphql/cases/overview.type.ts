import { Field, Int, ObjectType } from 'type-graphql';
import {
  enumOf,
  Link,
  LocalDateScalar,
  OfHall,
  ServiceWindowRef,
  StaffRef,
  staffRoles,
  VisibleTo,
  VisibleToAnyone,
  connectionTypes,
} from '@hall/platform/graphql';
import { caseOrders } from '../../persistence/cases/list-queries';
import { CaseActionKindEnum, CaseStatusEnum } from './case.enum';
import { CaseType } from './case.type';
import type { CaseActionKind, CaseStatus } from '../../domain/cases/case';
import { ServiceItemType } from '../catalogue/item.type';
import { Loaded } from '../loaded';

export const CaseOrderEnum = enumOf('CaseOrder', caseOrders, '排序 / Order of a list', {
  NEWEST: '最新收件在前 / Newest first',
  MOST_URGENT: '最先到期在前，仅未结 / Most urgent first, open ones only',
});

@VisibleTo(...staffRoles)
@OfHall()
@ObjectType('Workload', { description: '窗口工作量 / How much there is to do at a window' })
export class WorkloadType {
  @Field(() => Int, { description: '在办件数 / Open cases' })
  open!: number;

  @Field(() => Int, { description: '今日到期 / Due today' })
  dueToday!: number;

  @Field(() => Int, { description: '此后两个工作日内到期 / Due within the next two working days' })
  dueSoon!: number;

  @Field(() => Int, { description: '已逾期 / Overdue' })
  overdue!: number;

  @Field(() => Int, { description: '中止计时 / Clock stands still' })
  paused!: number;

  readonly hallCode!: string;
}

@VisibleToAnyone()
@ObjectType('CaseProgress', {
  description: '凭单查进度：不含个人信息（A-09） / What anybody with a paper of the case may know; no personal data',
})
export class CaseProgressType {
  @Field(() => String, { description: '办件编号 / Case number' })
  number!: string;

  @Field(() => String, { description: '事项 / Item' })
  itemName!: string;

  @Field(() => CaseStatusEnum, { description: '状态 / State' })
  status!: CaseStatus;

  @Field(() => LocalDateScalar, { description: '收件日期 / Received on' })
  receivedOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      '办结日期，以现行日历和中止、延期计；未受理为 null / Due date as it stands now; null before acceptance',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: '日期为暂定 / Whether the date is provisional' })
  provisional!: boolean;

  @Field(() => String, { nullable: true, description: '领取窗口号 / Number of the window to collect at' })
  pickupWindowNumber!: string | null;
}

@VisibleToAnyone()
@ObjectType('ReadyCase', {
  description: '可领取的办件：只有编号（A-09） / A case that can be collected; a number only',
})
export class ReadyCaseType {
  @Field(() => String, { description: '办件编号 / Case number' })
  number!: string;

  @Field(() => String, { nullable: true, description: '窗口号 / Window' })
  windowNumber!: string | null;
}

@VisibleToAnyone()
@ObjectType('Board', { description: '电子屏：事项、窗口、可领取的办件（S4.4d） / The electronic board' })
export class BoardType {
  @Field(() => String, { description: '大厅名称 / Name of the hall' })
  hallName!: string;

  @Field(() => Date, { description: '时刻 / As of' })
  at!: Date;

  @Field(() => [ServiceItemType], { description: '公布的事项，至多 200 项 / Published items, at most 200' })
  items!: readonly ServiceItemType[];

  @Field(() => [ReadyCaseType], { description: '可领取的办件，最新 200 件 / Cases to collect, the newest 200' })
  ready!: readonly ReadyCaseType[];

  @Link(() => [ServiceWindowRef], '窗口，按窗口号 / Windows, by number')
  readonly windowIds!: readonly string[];
}

@VisibleTo('CENTRE_OFFICE', 'CENTRE_LEADER')
@ObjectType('DiscretionaryAct', {
  description:
    '裁量行为：目录以外须有理由和负责人（A-01） / An act of discretion: a reason and a named person behind it',
})
export class DiscretionaryActType {
  @Field(() => CaseActionKindEnum, { description: '行为：再次告知、延期、替代窗口、即办转承诺 / What was done' })
  kind!: CaseActionKind;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => String, { description: '理由 / Reason' })
  reason!: string;

  @Loaded('case', () => CaseType, '办件 / The case')
  readonly caseId!: string;

  @Link(() => StaffRef, '负责人 / The named person')
  readonly officerId!: string;
}

/** A page of acts of discretion. */
export const { connection: DiscretionaryActConnection } = connectionTypes(
  'DiscretionaryAct',
  () => DiscretionaryActType,
);
