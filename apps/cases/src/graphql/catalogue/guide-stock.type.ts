import { Field, Int, ObjectType } from 'type-graphql';
import { Link, ServiceWindowRef, StaffRef, staffRoles, VisibleTo, connectionTypes } from '@hall/platform/graphql';
import { Loaded } from '../loaded';
import { ServiceItemType } from './item.type';
import { resultOf } from '../results';

@VisibleTo(...staffRoles)
@ObjectType('GuideOrder', {
  description: '补印任务，有负责人（A-10） / More copies to be printed: a task of somebody',
})
export class GuideOrderType {
  @Field(() => Date, { description: '自何时 / Since when' })
  openedAt!: Date;

  @Link(() => ServiceWindowRef, '窗口 / Window')
  readonly windowId!: string;

  @Loaded('item', () => ServiceItemType, '事项 / Item')
  readonly itemId!: string;

  @Link(() => StaffRef, '负责人 / Who has to see to it')
  readonly ownerId!: string;
}

@VisibleTo(...staffRoles)
@ObjectType('GuideStock', { description: '窗口纸质指南存量（S3.3d、A-10） / Printed guides at a window' })
export class GuideStockType {
  @Field(() => Int, { description: '份数 / Copies' })
  copies!: number;

  @Field(() => Date, {
    nullable: true,
    description: '自何时须补印；足够为 null / Since when more have to be ordered; null when there are enough',
  })
  reorderSince!: Date | null;

  @Field(() => Date, { nullable: true, description: '自何时断档 / Since when there are none' })
  outSince!: Date | null;

  @Field(() => Int, { description: '累计断档分钟，仅计服务时段 / Minutes of opening time without a single copy' })
  stockOutMinutes!: number;

  @Field(() => GuideOrderType, {
    nullable: true,
    description: '补印任务；足够为 null / Open order; null when there are enough',
  })
  order!: GuideOrderType | null;

  @Field(() => String, {
    nullable: true,
    description:
      '断档期间供扫码的电子版二维码（SVG）；有存量或未设公网地址为 null（A-10） / Code of the guide as SVG, to be shown while there are none',
  })
  codeSvg!: string | null;

  @Loaded('item', () => ServiceItemType, '事项 / Item')
  readonly itemId!: string;
}

/** See {@link resultOf}. */
export const GuideStockResult = resultOf('GuideStockResult', GuideStockType);

/** A page of orders. */
export const { connection: GuideOrderConnection } = connectionTypes('GuideOrder', () => GuideOrderType);
