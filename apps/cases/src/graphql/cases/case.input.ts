import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import type { ApplicantKind } from '../../domain/cases/case';
import type { DeliveryMethod } from '../../domain/cases/delivery';
import type { DefectKind } from '../../domain/cases/check-materials';
import type { SecondNoticeGround } from '../../domain/cases/notices';
import { ApplicantKindEnum, DeliveryMethodEnum } from './case.enum';
import { DefectKindEnum, SecondNoticeGroundEnum, NonAcceptanceReasonEnum, NoticeDeliveryModeEnum } from './paper.type';
import type { NonAcceptanceReason } from '../../domain/cases/end-case';

@InputType({ description: '申请人；加密存储 / Applicant; stored encrypted' })
export class ApplicantInput {
  @Field(() => ApplicantKindEnum, { defaultValue: 'PERSON', description: '个人或单位 / A person or an organisation' })
  kind!: ApplicantKind;

  @TextField('姓名或单位名称 / Name of the person or organisation', 100)
  name!: string;

  @Field(() => String, {
    description:
      '公民身份号码（GB 11643，18 位或旧 15 位）；单位为统一社会信用代码（GB 32100） / Identity number; for an organisation its unified social credit code',
  })
  @Matches(/^\s*[0-9A-Za-z]{15,18}\s*$/, { message: '15–18 位数字或字母 / 15 to 18 digits or letters' })
  idNumber!: string;

  @Field(() => String, { nullable: true, description: '电话 / Phone' })
  @Matches(/^\+?[\d -]{5,20}$/, { message: '5–20 位电话号码 / a phone number of 5 to 20 digits' })
  phone?: string;

  @TextField('申请人本人的登录账号 / The applicant’s own sign-in account', 200, { nullable: true })
  account!: string | null;
}

/** Something that is wrong with a material. */
@InputType({
  description: '材料问题；缺少的由系统列出 / Something wrong with a material; what is missing the system finds',
})
export class FindingInput {
  @Field(() => ID, { description: '材料编码 / Code of the material' })
  @Length(1, 64)
  materialCode!: string;

  @Field(() => DefectKindEnum, { description: '种类 / Kind' })
  kind!: DefectKind;

  @TextField('应如何补正 / What is to be corrected', 500)
  explanation!: string;
}

/** An application handed in at a window. */
@InputType({ description: '申请 / An application' })
export class SubmitCaseInput extends CreatingInput {
  @KeyField('事项 / Item')
  itemId!: HallKey;

  @KeyField('受理窗口 / Window')
  windowId!: HallKey;

  @KeyField('由此接待而来（S2.2b） / The contact it came from', { nullable: true })
  contactId!: HallKey | null;

  @Field(() => ApplicantInput, { description: '申请人 / Applicant' })
  @ValidateNested()
  applicant!: ApplicantInput;

  @Field(() => [String], {
    defaultValue: [],
    description: '适用的情形，如“委托他人代办的” / Circumstances of the item that apply',
  })
  @ArrayUnique()
  @ArrayMaxSize(50)
  situations!: string[];

  @Field(() => [ID], { description: '已交材料的编码 / Codes of the materials handed in' })
  @ArrayUnique()
  @ArrayMaxSize(100)
  materials!: string[];

  @Field(() => [FindingInput], {
    defaultValue: [],
    description: '审查发现的问题（S4.1b） / What the officer found wrong, part by part',
  })
  @ValidateNested()
  @ArrayMaxSize(100)
  findings!: FindingInput[];

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      '已当场审查；信函、网上收件未审查时为 false（A-13） / False for what came by letter or online and is not looked through yet',
  })
  checked!: boolean;

  @Field(() => DeliveryMethodEnum, {
    defaultValue: 'WINDOW',
    description: '申请人选择的送达方式（A-11） / How the applicant wants the result',
  })
  deliveryMethod!: DeliveryMethod;
}

/** An act on a case. */
@InputType()
export abstract class ActOnCase extends CreatingInput {
  @KeyField('办件 / Case')
  caseId!: HallKey;
}

/** What an officer found in an application that had been received unseen. */
@InputType({ description: '审查收件（A-13） / What was found in an application received unseen' })
export class CheckMaterialsInput extends ActOnCase {
  @Field(() => [String], { defaultValue: [], description: '适用的情形 / Circumstances that apply' })
  @ArrayUnique()
  @ArrayMaxSize(50)
  situations!: string[];

  @Field(() => [ID], { description: '已交材料的编码 / Codes of the materials handed in' })
  @ArrayUnique()
  @ArrayMaxSize(100)
  materials!: string[];

  @Field(() => [FindingInput], { defaultValue: [], description: '审查发现的问题 / What the officer found wrong' })
  @ValidateNested()
  @ArrayMaxSize(100)
  findings!: FindingInput[];
}

/** What the applicant brings after a notice. */
@InputType({ description: '补正材料（S4.3c） / What the applicant brings after a notice' })
export class SupplyCorrectionInput extends ActOnCase {
  @Field(() => [ID], { description: '补交材料的编码 / Codes of the materials' })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  materials!: string[];

  @Field(() => [FindingInput], { defaultValue: [], description: '补交材料的问题 / What is wrong with them' })
  @ValidateNested()
  @ArrayMaxSize(100)
  findings!: FindingInput[];
}

/** Another notice after the first. */
@InputType({ description: '再次告知；原则上不可（A-14） / Another notice; as a rule impossible' })
export class SecondNoticeInput extends ActOnCase {
  @Field(() => SecondNoticeGroundEnum, { description: '理由 / Ground' })
  ground!: SecondNoticeGround;

  @TextField('依据或说明 / Basis', 1000)
  basis!: string;

  @Field(() => [FindingInput], { description: '须补正的内容 / What is to be corrected' })
  @ValidateNested()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  defects!: FindingInput[];
}

/** An error that the officer helps to correct. */
@InputType({ description: '当场更正（S4.2c） / An error corrected on the spot' })
export class CorrectOnSpotInput extends ActOnCase {
  @Field(() => ID, { description: '材料编码 / Code of the material' })
  @Length(1, 64)
  materialCode!: string;

  @TextField('如何更正，1–500 字 / What was corrected', 500)
  note!: string;
}

/** Why an application is not accepted, and where the applicant should go. */
@InputType({ description: '不予受理（S4.4c） / Why an application is not accepted, and where to go instead' })
export class DeclineCaseInput extends ActOnCase {
  @Field(() => NonAcceptanceReasonEnum, { description: '理由 / Reason' })
  reason!: NonAcceptanceReason;

  @KeyField('应去的窗口，须办理该事项 / The right window, which offers the item', { nullable: true })
  referToWindowId!: HallKey | null;

  @KeyField('实际应办的事项；缺省为本件事项 / What the matter really is; the item of the case where none is named', {
    nullable: true,
  })
  referToItemId!: HallKey | null;

  @TextField('应去的机关及联系方式（A-16） / Body outside the hall and how to reach it', 500, {
    nullable: true,
    least: 0,
  })
  referToBody!: string | null;

  @TextField('说明，1–2000 字 / Explanation', 2000)
  explanation!: string;
}

/** How a notice is handed over. */
@InputType({ description: '送达补齐通知书（A-15） / How a notice is handed over' })
export class DeliverNoticeInput extends CreatingInput {
  @TextField('通知书号 / Number of the notice', 80)
  number!: string;

  @Field(() => NoticeDeliveryModeEnum, { description: '方式 / How' })
  mode!: 'PRINTED' | 'ELECTRONIC';
}

/** Why the applicant takes an application back. */
@InputType({ description: '撤回申请 / Why an application is taken back' })
export class WithdrawCaseInput extends ActOnCase {
  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** What a look at personal data is for. */
@InputType({ description: '查看申请人完整信息 / What a look at personal data is for' })
export class RevealApplicantInput extends ActOnCase {
  @TextField('用途，2–500 字 / Purpose', 500, { least: 2 })
  purpose!: string;
}
