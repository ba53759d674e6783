import { Field, ID, ObjectType } from 'type-graphql';
import type { EscalationLevel } from '@hall/kernel';
import { enumOf } from '../graphql';

/** What an alert says. */
const alertKinds = [
  'DEADLINE_WARNING',
  'DEADLINE_IMMINENT',
  'DEADLINE_OVERDUE',
  'DEADLINE_ESCALATED',
  'REFERRAL_RETURNED',
] as const;
/** One of {@link alertKinds}. */
export type AlertKind = (typeof alertKinds)[number];
/** See {@link alertKinds}. */
const AlertKindEnum = enumOf('AlertKind', alertKinds, '提醒的种类 / What has happened', {
  DEADLINE_WARNING: '预警：时限将至（A-30） / The last part of the time has begun',
  DEADLINE_IMMINENT: '临期：最后一日或一小时 / The last day or hour has begun',
  DEADLINE_OVERDUE: '逾期 / The term is broken',
  DEADLINE_ESCALATED: '逾期仍未了结，已上报 / It stays broken and was reported upwards',
  REFERRAL_RETURNED: '导办逾时无人接收（A-06） / A referral that nobody acknowledged in time',
});
const alertRecipients = ['RESPONSIBLE', 'SECTION_HEAD', 'CENTRE_LEADER'] as const;
/** Who is told. */
export type AlertRecipient = (typeof alertRecipients)[number];
/** See {@link AlertRecipient}. */
const AlertRecipientEnum = enumOf('AlertRecipient', alertRecipients, '提醒给谁 / Who is told', {
  RESPONSIBLE: '责任人 / Whoever answers for it',
  SECTION_HEAD: '部门负责人：逾期一段时间（A-30） / The section head, when it has been broken for a while',
  CENTRE_LEADER:
    '中心（值班）领导：逾期更久（A-30），或导办退回 / The centre’s leader on duty, when it has been broken for longer, or a referral came back',
});
/** What a level says as an alert, and to whom. */
export const alertOfLevel: Readonly<Record<EscalationLevel, readonly [AlertKind, AlertRecipient]>> = {
  AMBER: ['DEADLINE_WARNING', 'RESPONSIBLE'],
  RED: ['DEADLINE_IMMINENT', 'RESPONSIBLE'],
  BREACHED: ['DEADLINE_OVERDUE', 'RESPONSIBLE'],
  SECTION_HEAD: ['DEADLINE_ESCALATED', 'SECTION_HEAD'],
  CENTRE_LEADER: ['DEADLINE_ESCALATED', 'CENTRE_LEADER'],
};

/** What every alert says, whatever it is about. */
@ObjectType()
export abstract class AlertFields {
  @Field(() => ID, {
    description: '标识；同一时限逐级上报仍为同一提醒 / Id; one deadline stays one alert while it escalates',
  })
  id!: string;

  @Field(() => Date, { description: '时刻 / When it became so' })
  at!: Date;

  @Field(() => AlertKindEnum, { description: '种类 / What has happened' })
  kind!: AlertKind;

  @Field(() => AlertRecipientEnum, { description: '给谁 / Who is told' })
  recipient!: AlertRecipient;
}
