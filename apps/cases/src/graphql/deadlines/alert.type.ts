import { Field, ObjectType } from 'type-graphql';
import { AlertFields, alertOfLevel } from '@hall/platform/deadline-graph';
import type { AlertKind, AlertRecipient } from '@hall/platform/deadline-graph';
import {
  connectionTypes,
  enumOf,
  Link,
  StaffRef,
  staffRoles,
  VisibleTo,
  fromRow,
  YearMonthScalar,
} from '@hall/platform/graphql';
import { deadlineSubjects } from '../../domain/deadlines/subjects';
import type { Alert } from '../../persistence/deadlines/alert-queries';
import { CaseType } from '../cases/case.type';
import { ContactType } from '../contacts/contact.type';
import { Loaded } from '../loaded';

/** What a stored level or return says, and to whom. */
const alertOf: Readonly<Record<Alert['kind'], readonly [AlertKind, AlertRecipient]>> = {
  ...alertOfLevel,
  REFERRAL_RETURNED: ['REFERRAL_RETURNED', 'CENTRE_LEADER'],
};
const AlertSubjectEnum = enumOf('AlertSubject', deadlineSubjects, '提醒所涉 / What an alert is about', {
  CASE: '办件承诺时限 / The promise of a case',
  STEP: '环节时限 / A step',
  JOINT_TASK: '联办时限 / A part of a joint case',
  CHECK: '审查时限 / The check of an application',
  NOTICE: '告知书当日送达 / The duty to hand a notice over the same day',
  CORRECTION: '申请人补正时限 / The applicant’s time to correct',
  PAUSE: '中止到期应恢复计时（A-30） / A clock that stands still longer than was expected',
  MAJOR_MATTER: '重大问题答复时限 / The answer to a major matter',
  RATING: '差评核查时限 / The answer to a bad rating',
  CONTACT: '首次接待 / A first contact',
  REPORT: '月报报送时限（S1.2i、A-27） / The report of a month',
  CONSULTATION: '咨询台待答复（A-16） / What the desk has to find out',
});

@VisibleTo(...staffRoles)
@ObjectType('Alert', { description: '须处理的提醒（S3.5、A-06） / Something that somebody has to look at' })
export class AlertType extends AlertFields {
  @Field(() => AlertSubjectEnum, { description: '所涉 / What it is about' })
  subject!: Alert['subject'];

  @Loaded('case', () => CaseType, '办件 / The case, when it is about one', { nullable: true })
  readonly caseId!: string | null;

  @Loaded('contact', () => ContactType, '接待 / The contact, when it is about one', { nullable: true })
  readonly contactId!: string | null;

  @Field(() => YearMonthScalar, {
    nullable: true,
    description: '月份：所涉为月报时 / The month, when it is about its report',
  })
  month!: string | null;

  @Link(() => StaffRef, '责任人 / Who answers for it')
  readonly responsibleId!: string;

  @Link(
    () => StaffRef,
    '到达该级别时的责任人；转办退回为未接收的人（S5.4c） / Who answered when it became so; of a referral, who did not take it',
    { nullable: true },
  )
  readonly answeredById!: string | null;
}

/** A page of alerts. */
export const { connection: AlertConnection } = connectionTypes('Alert', () => AlertType);

/** An alert, for readers. */
export function toAlertType(hallCode: string, alert: Alert): AlertType {
  const [kind, recipient] = alertOf[alert.kind];
  return fromRow(AlertType, { hallCode, ...alert }, { kind, recipient });
}
