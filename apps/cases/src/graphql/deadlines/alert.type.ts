import { Field, ObjectType, ID } from 'type-graphql';
import { connectionTypes, enumOf, Link, StaffRef, staffRoles, VisibleTo, fromRow } from '@hall/platform/graphql';
import { deadlineSubjects } from '../../domain/deadlines/subjects';
import type { Alert } from '../../persistence/deadlines/alert-queries';
import { CaseType } from '../cases/case.type';
import { ContactType } from '../contacts/contact.type';
import { Loaded } from '../loaded';

const alertKinds = [
  'DEADLINE_WARNING',
  'DEADLINE_IMMINENT',
  'DEADLINE_OVERDUE',
  'DEADLINE_ESCALATED',
  'REFERRAL_RETURNED',
] as const;
type AlertKind = (typeof alertKinds)[number];
const AlertKindEnum = enumOf('AlertKind', alertKinds, '提醒的种类 / What has happened', {
  DEADLINE_WARNING: '预警：时限将至（A-30） / The last part of the time has begun',
  DEADLINE_IMMINENT: '临期：最后一日或一小时 / The last day or hour has begun',
  DEADLINE_OVERDUE: '逾期 / The term is broken',
  DEADLINE_ESCALATED: '逾期仍未了结，已上报 / It stays broken and was reported upwards',
  REFERRAL_RETURNED: '导办逾时无人接收（A-06） / A referral that nobody acknowledged in time',
});
const alertRecipients = ['RESPONSIBLE', 'SECTION_HEAD', 'CENTRE_LEADER'] as const;
type AlertRecipient = (typeof alertRecipients)[number];
const AlertRecipientEnum = enumOf('AlertRecipient', alertRecipients, '提醒给谁 / Who is told', {
  RESPONSIBLE: '责任人 / Whoever answers for it',
  SECTION_HEAD: '部门负责人：逾期一段时间（A-30） / The section head, when it has been broken for a while',
  CENTRE_LEADER:
    '中心（值班）领导：逾期更久（A-30），或导办退回 / The centre’s leader on duty, when it has been broken for longer, or a referral came back',
});
/** What a stored level or return says, and to whom. */
const alertOf: Readonly<Record<Alert['kind'], readonly [AlertKind, AlertRecipient]>> = {
  AMBER: ['DEADLINE_WARNING', 'RESPONSIBLE'],
  RED: ['DEADLINE_IMMINENT', 'RESPONSIBLE'],
  BREACHED: ['DEADLINE_OVERDUE', 'RESPONSIBLE'],
  SECTION_HEAD: ['DEADLINE_ESCALATED', 'SECTION_HEAD'],
  CENTRE_LEADER: ['DEADLINE_ESCALATED', 'CENTRE_LEADER'],
  REFERRAL_RETURNED: ['REFERRAL_RETURNED', 'CENTRE_LEADER'],
};
const alertSubjects = [...deadlineSubjects, 'CONTACT'] as const;
const AlertSubjectEnum = enumOf('AlertSubject', alertSubjects, '提醒所涉 / What an alert is about', {
  CASE: '办件承诺时限 / The promise of a case',
  STEP: '环节时限 / A step',
  JOINT_TASK: '联办时限 / A part of a joint case',
  CHECK: '审查时限 / The check of an application',
  CORRECTION: '申请人补正时限 / The applicant’s time to correct',
  MAJOR_MATTER: '重大问题答复时限 / The answer to a major matter',
  RATING: '差评核查时限 / The answer to a bad rating',
  CONTACT: '首次接待 / A first contact',
});

@VisibleTo(...staffRoles)
@ObjectType('Alert', { description: '须处理的提醒（S3.5、A-06） / Something that somebody has to look at' })
export class AlertType {
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

  @Field(() => AlertSubjectEnum, { description: '所涉 / What it is about' })
  subject!: Alert['subject'];

  @Loaded('case', () => CaseType, '办件 / The case, when it is about one', { nullable: true })
  readonly caseId!: string | null;

  @Loaded('contact', () => ContactType, '接待 / The contact, when it is about one', { nullable: true })
  readonly contactId!: string | null;

  @Link(() => StaffRef, '责任人 / Who answers for it')
  readonly responsibleId!: string;
}

/** A page of alerts. */
export const { connection: AlertConnection } = connectionTypes('Alert', () => AlertType);

/** An alert, for readers. */
export function toAlertType(hallCode: string, alert: Alert): AlertType {
  const [kind, recipient] = alertOf[alert.kind];
  return fromRow(AlertType, { hallCode, ...alert }, { kind, recipient });
}
