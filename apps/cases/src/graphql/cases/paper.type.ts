import { Field, ID, ObjectType } from 'type-graphql';
import {
  AllowedTo,
  enumOf,
  enumOfTexts,
  Link,
  LocalDateScalar,
  ServiceWindowRef,
  StaffRef,
  staffRoles,
  VisibleTo,
} from '@hall/platform/graphql';
import { defectKinds } from '../../domain/cases/check-materials';
import type { DefectKind } from '../../domain/cases/check-materials';
import { nonAcceptanceReasons, rejectionReasons } from '../../domain/cases/end-case';
import type { RejectionReason } from '../../domain/cases/end-case';
import { noticeActs, rejectionActs } from '../../domain/cases/paper-acts';
import { secondNoticeGrounds } from '../../domain/cases/notices';
import type { SecondNoticeGround } from '../../domain/cases/notices';

export const DefectKindEnum = enumOf('DefectKind', defectKinds, '材料问题的种类 / What can be wrong with a material', {
  MISSING: '缺少，由系统列出 / Missing; listed by the system',
  NOT_LEGAL_FORM: '不符合法定形式 / Not in legal form',
  WRONG_CONTENT: '内容有误 / Wrong content',
  ON_SPOT: '可当场更正，不得列入通知书（S4.2c） / Corrected on the spot, never on a notice',
});
const nonAcceptanceMeanings = {
  NOT_THIS_DEPARTMENT: '不属于本部门，须指明窗口 / Another department’s; the right window is named',
  NOT_IN_HALL: '不属于本大厅，须写明机关 / Another body’s; that body is named',
  NOT_REQUIRED_BY_LAW: '依法无需办理 / The law does not require it',
  INCOMPLETE_AFTER_NOTICE: '告知后仍不齐全 / Still incomplete after a notice',
};
export const NonAcceptanceReasonEnum = enumOf(
  'NonAcceptanceReason',
  nonAcceptanceReasons,
  '不予受理的全部理由（S4.4b、S4.4c） / The only reasons for which an application is not accepted',
  nonAcceptanceMeanings,
);
export const SecondNoticeGroundEnum = enumOf(
  'SecondNoticeGround',
  secondNoticeGrounds,
  '再次告知的理由（A-14） / Why a notice can follow an earlier one',
  {
    NEWLY_SUPPLIED: '新交材料有问题 / Papers that were supplied only now',
    CHANGED_LAW: '法律或事实改变，须引用条款或文号 / Changed law or facts, cited by article or document number',
    OMISSION:
      '首次遗漏：记为违规，负责人批准，期限不变 / Overlooked: a recorded breach, approved by the head, no date moves',
  },
);

export const NoticeDeliveryModeEnum = enumOf(
  'NoticeDeliveryMode',
  ['PRINTED', 'ELECTRONIC'] as const,
  '通知书送达方式：必须书面（S4.3a、A-15） / How a notice is handed over; always in writing',
  {
    PRINTED: '纸质，当面签收 / On paper, signed for',
    ELECTRONIC: '电子，经申请人选择的渠道 / By the channel that the applicant chose',
  },
);

/** The acts of its table, as the domain lists them. */
export const NoticeActionNameEnum = enumOfTexts(
  'CorrectionNoticeActionName',
  '可对通知书做的操作，与变更同名 / What can be done with a notice; called as the mutations are',
  noticeActs,
);
/** The acts of its table, as the domain lists them. */
export const RejectionActionNameEnum = enumOfTexts(
  'RejectionReportActionName',
  '可对不予报备做的操作，与变更同名 / What can be done with a reported refusal; called as the mutations are',
  rejectionActs,
);

@VisibleTo('SIGNED_IN')
@ObjectType('AcceptanceSlip', { description: '受理单：写明办结日期（S3.4b） / The slip that says when it is done' })
export class AcceptanceSlipType {
  @Field(() => String, { description: '受理单号 / Number' })
  number!: string;

  @Field(() => Date, { description: '出具时刻 / When it was issued' })
  issuedAt!: Date;

  @Field(() => LocalDateScalar, { description: '办结日期 / Due date' })
  dueOn!: string;

  @Field(() => Boolean, {
    description: '次年日历未公布，日期为暂定 / Touches a year whose calendar is not official yet',
  })
  provisional!: boolean;

  @Field(() => AcceptanceSlipType, {
    nullable: true,
    description: '取代本单的受理单；有效为 null / The slip that replaced this one; null while in force',
  })
  voidedBy!: AcceptanceSlipType | null;

  @Link(() => ServiceWindowRef, '领取窗口 / Where the result is collected')
  readonly pickupWindowId!: string;

  @Field(() => String, {
    description:
      '查询码：凭编号和查询码可查进度；补开后旧码失效，仅日期变动的沿用旧码（A-09） / Secret for looking up progress; void once the slip was reissued, the same where only the date has moved',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  secret!: string;

  @Field(() => String, {
    description: '受理单 PDF 地址（网关之下），一小时内有效 / Address of the PDF below the gateway, good for an hour',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  pdfUrl!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('Defect', { description: '须补正的一处 / One thing to be corrected' })
export class DefectType {
  @Field(() => ID, { description: '材料编码 / Code of the material' })
  materialCode!: string;

  @Field(() => DefectKindEnum, { description: '种类 / Kind' })
  kind!: DefectKind;

  @Field(() => String, { description: '说明 / What is to be corrected' })
  explanation!: string;

  @Field(() => Date, { nullable: true, description: '补正时刻；未补正为 null / When it was settled; null before' })
  settledAt!: Date | null;

  readonly noticeNumber!: string | null;
  readonly caseId!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('CorrectionNotice', {
  description:
    '补齐申请材料通知书：一次性告知全部内容（S4.1b、S4.3c） / Everything to be corrected, told once in writing',
})
export class CorrectionNoticeType {
  @Field(() => String, { description: '通知书号 / Number' })
  number!: string;

  @Field(() => Date, { description: '出具时刻 / When it was issued' })
  issuedAt!: Date;

  @Field(() => LocalDateScalar, {
    description:
      '补正期限：自送达起算，不早于通知书所印日期 / The day by which to answer: counted from the day it was handed over, never before the day on the paper; before that, the day on the paper',
  })
  replyBy!: string;

  @Field(() => SecondNoticeGroundEnum, {
    nullable: true,
    description: '再次告知的理由；首次为 null（A-14） / Why it follows an earlier one; null for the first',
  })
  ground!: SecondNoticeGround | null;

  @Field(() => String, { nullable: true, description: '再次告知的依据 / Basis of a second notice' })
  basis!: string | null;

  @Field(() => NoticeDeliveryModeEnum, {
    nullable: true,
    description: '送达方式；未送达为 null / How it was handed over; null before',
  })
  deliveryMode!: 'PRINTED' | 'ELECTRONIC' | null;

  @Field(() => Date, { nullable: true, description: '送达时刻 / When it was handed over' })
  deliveredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: '签收时刻 / When the applicant acknowledged it' })
  acknowledgedAt!: Date | null;

  readonly caseId!: string;
  readonly deadlineId!: string | null;

  @Link(() => StaffRef, '告知责任人（S4.5a） / Who issued it')
  readonly issuedById!: string;

  @Link(() => StaffRef, '批准再次告知的负责人（A-14） / The head who let an omission be notified', { nullable: true })
  readonly approvedById!: string | null;

  @Field(() => String, {
    description: '通知书 PDF 地址（网关之下），一小时内有效 / Address of the PDF below the gateway, good for an hour',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  pdfUrl!: string;
}

export const RejectionReasonEnum = enumOf(
  'RejectionReason',
  rejectionReasons,
  '报备的理由（S4.4b） / Why a refusal is reported upwards',
  { ...nonAcceptanceMeanings, DECIDED_AGAINST: '决定不予 / Decided against the applicant' },
);

@VisibleTo('SIGNED_IN')
@ObjectType('RejectionReport', {
  description: '不予受理（决定）报备：理由、去向、经办人，上级签收 / A refusal reported upwards, with its reasons',
})
export class RejectionReportType {
  @Field(() => String, { description: '报备号 / Number' })
  number!: string;

  @Field(() => RejectionReasonEnum, { description: '理由 / Reason' })
  reason!: RejectionReason;

  @Field(() => String, { description: '说明 / Explanation' })
  explanation!: string;

  @Field(() => String, { nullable: true, description: '应去的机关（A-16） / Body outside the hall' })
  referToBody!: string | null;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => Date, { nullable: true, description: '上级签收时刻 / When a superior has read it' })
  readAt!: Date | null;

  readonly caseId!: string;

  @Link(() => StaffRef, '经办人 / Who handled it')
  readonly handledById!: string;

  @Link(() => StaffRef, '签收的上级 / The superior who has read it', { nullable: true })
  readonly readById!: string | null;

  @Link(() => ServiceWindowRef, '应去的窗口（S4.4c） / The right window', { nullable: true })
  readonly referToWindowId!: string | null;

  @Field(() => String, {
    description: '报备表 PDF 地址（网关之下），一小时内有效 / Address of the PDF below the gateway, good for an hour',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  pdfUrl!: string;
}
