import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDateScalar } from '@hall/platform/graphql';
import { caseStatuses } from '../../domain/case';
import type { CaseStatus } from '../../domain/case';
import { contactChannels, contactOutcomes } from '../../domain/contact';
import type { ContactChannel, ContactOutcome } from '../../domain/contact';
import type { HandlingType } from '../../domain/service-item';
import { HandlingTypeEnum } from './item.type';

export const CaseStatusEnum = enumOf('CaseStatus', caseStatuses, '办件状态 / State of a case', {
  AWAITING_CORRECTION: '待补正 / Waits for corrected materials',
  ACCEPTED: '已受理 / Accepted',
  IN_PROGRESS: '办理中 / In progress',
  DECIDED: '已决定，待领取 / Decided, waits to be collected',
  COMPLETED: '已办结 / Completed',
  NOT_ACCEPTED: '不予受理 / Not accepted',
  WITHDRAWN: '已撤回 / Withdrawn',
  RETURNED: '退件 / Returned',
});
export const ContactChannelEnum = enumOf(
  'ContactChannel',
  contactChannels,
  '窗口、电话、信函、网上 / How a visitor reached the hall',
  { WINDOW: '窗口 / At a window', PHONE: '电话 / By telephone', LETTER: '信函 / By letter', ONLINE: '网上 / Online' },
);
export const ContactOutcomeEnum = enumOf(
  'ContactOutcome',
  contactOutcomes,
  '解答、服务、受理、导办（S2.1b） / How a contact ended',
  {
    ANSWERED: '解答 / Answered',
    SERVED: '服务 / Served',
    ACCEPTED: '受理 / An application was accepted',
    REFERRED: '导办 / Guided to another window',
  },
);

@ObjectType('Contact', { description: '首次接待记录（S2.1a） / A visitor’s first contact' })
export class ContactType {
  @Field(() => ID)
  id!: string;

  @Field(() => ContactChannelEnum)
  channel!: ContactChannel;

  @Field(() => String, { description: '来意 / What it was about' })
  subject!: string;

  @Field(() => Date)
  receivedAt!: Date;

  @Field(() => ContactOutcomeEnum, { nullable: true })
  outcome!: ContactOutcome | null;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  readonly firstOfficerId!: string;
  readonly ownerId!: string;
  readonly windowId!: string | null;
  readonly caseId!: string | null;
}

@ObjectType('Applicant', { description: '申请人；个人信息默认脱敏 / Applicant; personal data is masked' })
export class ApplicantType {
  @Field(() => String, { description: '姓名（脱敏） / Name, masked' })
  name!: string;

  @Field(() => String, { description: '身份证号（脱敏） / Identity number, masked' })
  idNumber!: string;

  @Field(() => String, { nullable: true, description: '电话（脱敏） / Phone, masked' })
  phone!: string | null;
}

@ObjectType('SubmittedMaterial', { description: '已收材料 / A material that was handed in' })
export class SubmittedMaterialType {
  @Field(() => ID)
  code!: string;

  @Field(() => Date)
  receivedAt!: Date;
}

@ObjectType('AcceptanceSlip', { description: '受理单：写明办结日期（S3.4b） / The slip that says when it is done' })
export class AcceptanceSlipType {
  @Field(() => String)
  number!: string;

  @Field(() => Date)
  issuedAt!: Date;

  @Field(() => LocalDateScalar, { description: '办结日期 / Due date' })
  dueOn!: string;

  @Field(() => Boolean, {
    description: '次年日历未公布，日期为暂定 / Touches a year whose calendar is not official yet',
  })
  provisional!: boolean;

  readonly pickupWindowId!: string;
}

@ObjectType('Decision', { description: '决定 / Decision' })
export class DecisionType {
  @Field(() => Boolean)
  approved!: boolean;

  @Field(() => String, { description: '理由与依据 / Grounds' })
  grounds!: string;

  @Field(() => Date)
  decidedAt!: Date;

  readonly decidedById!: string;
}

@ObjectType('Delivery', { description: '送达（S3.4c） / How the result was handed over' })
export class DeliveryType {
  @Field(() => Date)
  deliveredAt!: Date;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  readonly windowId!: string;
  readonly deliveredById!: string;
}

@ObjectType('CaseAction', {
  description: '办件记录：谁、代谁、依据（S5.4c） / Who did what, for whom, on which clause',
})
export class CaseActionType {
  @Field(() => Int)
  sequence!: number;

  @Field(() => String)
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => ID, { nullable: true })
  clause!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  readonly officerId!: string | null;
  readonly actingForId!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Case', { description: '办件 / One application in process' })
export class CaseType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '办件编号 / Case number' })
  number!: string;

  @Field(() => HandlingTypeEnum)
  handlingType!: HandlingType;

  @Field(() => CaseStatusEnum)
  status!: CaseStatus;

  @Field(() => Date)
  acceptedAt!: Date;

  @Field(() => DecisionType, { nullable: true })
  decision!: DecisionType | null;

  @Field(() => DeliveryType, { nullable: true })
  delivery!: DeliveryType | null;

  @Field(() => [String], { description: '当前可办的操作 / Mutations that are possible now' })
  allowedActions!: readonly string[];

  readonly itemId!: string;
  readonly itemVersion!: number;
  readonly contactId!: string | null;
  readonly windowId!: string;
  readonly postId!: string;
  readonly acceptedById!: string;
  readonly responsibleId!: string;
}
