import { Field, ObjectType, ID } from 'type-graphql';
import {
  connectionTypes,
  enumOf,
  Link,
  StaffRef,
  staffRoles,
  VisibleTo,
  createType,
  globalId,
  globalIdOrNull,
} from '@hall/platform/graphql';
import { deadlineSubjects } from '../../domain/deadlines/subjects';
import type { Alert } from '../../persistence/deadlines/alert-queries';
import { CaseType } from '../cases/case.type';
import { ContactType } from '../contacts/contact.type';
import { Loaded } from '../loaded';

const alertKinds = [
  'AMBER',
  'RED',
  'BREACHED',
  'ESCALATED_TO_SECTION_HEAD',
  'ESCALATED_TO_CENTRE_LEADER',
  'REFERRAL_RETURNED',
] as const;
type AlertKind = (typeof alertKinds)[number];
const alertKindOf: Readonly<Record<Alert['kind'], AlertKind>> = {
  AMBER: 'AMBER',
  RED: 'RED',
  BREACHED: 'BREACHED',
  SECTION_HEAD: 'ESCALATED_TO_SECTION_HEAD',
  CENTRE_LEADER: 'ESCALATED_TO_CENTRE_LEADER',
  REFERRAL_RETURNED: 'REFERRAL_RETURNED',
};
export const AlertKindEnum = enumOf('AlertKind', alertKinds, '提醒的种类 / What an alert says', {
  AMBER: '预警：时限剩余三分之一 / A third of the time is left',
  RED: '临期：最后一日或一小时 / The last day or hour has begun',
  BREACHED: '逾期 / The term is broken',
  ESCALATED_TO_SECTION_HEAD: '逾期报部门负责人 / Broken for a working day: the section head',
  ESCALATED_TO_CENTRE_LEADER: '逾期报中心领导 / Broken for three working days: the centre’s leader',
  REFERRAL_RETURNED: '导办十分钟无人接收（A-06） / A referral that nobody acknowledged in time',
});
const alertSubjects = [...deadlineSubjects, 'CONTACT'] as const;
export const AlertSubjectEnum = enumOf('AlertSubject', alertSubjects, '提醒所涉 / What an alert is about', {
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
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => Date, { description: '时刻 / When it became so' })
  at!: Date;

  @Field(() => AlertKindEnum, { description: '种类 / What it says' })
  kind!: AlertKind;

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
export function toAlertType(hallCode: string, { id, at, kind, subject, ...of }: Alert): AlertType {
  return createType(AlertType, {
    id: globalId({ hallCode, id }),
    at,
    kind: alertKindOf[kind],
    subject,
    caseId: globalIdOrNull(hallCode, of.caseId),
    contactId: globalIdOrNull(hallCode, of.contactId),
    responsibleId: globalIdOrNull(hallCode, of.responsibleId),
  });
}
