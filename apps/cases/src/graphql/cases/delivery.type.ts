import { Field, ObjectType } from 'type-graphql';
import { Link, ServiceWindowRef, StaffRef, VisibleTo } from '@hall/platform/graphql';
import type { DeliveryMethod, Recipient } from '../../domain/cases/delivery';
import { DeliveryMethodEnum, RecipientEnum } from './case.enum';

@VisibleTo('SIGNED_IN')
@ObjectType('Delivery', { description: '送达（S3.4c） / How the result was handed over' })
export class DeliveryType {
  @Field(() => Date, { description: '送达时刻 / When' })
  deliveredAt!: Date;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  @Field(() => DeliveryMethodEnum, { description: '送达方式 / How' })
  method!: DeliveryMethod;

  @Field(() => RecipientEnum, { description: '领取人 / Who received it' })
  recipient!: Recipient;

  @Field(() => String, {
    nullable: true,
    description: '代理人姓名（脱敏） / Who received it for the applicant, masked',
  })
  agentName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '邮寄单号或电子送达回执号 / Number by which what was sent can be traced',
  })
  trackingNumber!: string | null;

  @Link(() => ServiceWindowRef, '送达窗口 / At which window')
  readonly windowId!: string;

  @Link(() => StaffRef, '送达人 / By whom')
  readonly deliveredById!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('DeliveryChoice', { description: '申请人选择的送达方式（A-11） / How the applicant wants the result' })
export class DeliveryChoiceType {
  @Field(() => DeliveryMethodEnum, { description: '送达方式 / How' })
  method!: DeliveryMethod;

  @Field(() => Date, { description: '选择时刻 / When it was said' })
  chosenAt!: Date;

  @Link(() => StaffRef, '登记人；申请人自行选择则为 null / Who wrote it down; null for the applicant', {
    nullable: true,
  })
  readonly recordedById!: string | null;
}
