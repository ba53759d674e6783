import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, IsGlobalId } from '@hall/platform/graphql';
import type { PauseGround } from '@hall/kernel';
import type { ApplicantKind, CaseStatus, DeliveryMethod } from '../../domain/cases/case';
import type { DefectKind } from '../../domain/cases/check-materials';
import type { SecondNoticeGround } from '../../domain/cases/notices';
import type { MajorMatterKind } from '../../domain/major-matters/major-matter';
import { ApplicantKindEnum, CaseStatusEnum, DeliveryMethodEnum } from './case.type';
import { PauseGroundEnum } from '../deadlines/commitment.type';
import { MajorMatterKindEnum } from '../major-matters/major-matter.type';
import { DefectKindEnum, SecondNoticeGroundEnum } from './paper.type';

@InputType({ description: '申请人；加密存储 / Applicant; stored encrypted' })
export class ApplicantInput {
  @Field(() => ApplicantKindEnum, { defaultValue: 'PERSON', description: '个人或单位 / A person or an organisation' })
  kind!: ApplicantKind;

  @Field(() => String, { description: '姓名或单位名称 / Name of the person or organisation' })
  @Length(1, 100)
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

  @Field(() => String, { nullable: true, description: '申请人本人的登录账号 / The applicant’s own sign-in account' })
  @Length(1, 200)
  account?: string;
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

  @Field(() => String, { description: '应如何补正 / What is to be corrected' })
  @Length(1, 500)
  explanation!: string;
}

/** An application handed in at a window. */
@InputType({ description: '申请 / An application' })
export class SubmitCaseInput extends CreatingInput {
  @Field(() => ID, { description: '事项 / Item' })
  @IsGlobalId()
  itemId!: string;

  @Field(() => ID, { description: '受理窗口 / Window' })
  @IsGlobalId()
  windowId!: string;

  @Field(() => ID, { nullable: true, description: '由此接待而来（S2.2b） / The contact it came from' })
  @IsGlobalId()
  contactId?: string;

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
}

/** What an officer found in an application that had been received unseen. */
@InputType({ description: '审查收件（A-13） / What was found in an application received unseen' })
export class CheckMaterialsInput {
  @Field(() => ID, { description: '办件 / Case' })
  @IsGlobalId()
  caseId!: string;

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
export class SupplyCorrectionInput extends CreatingInput {
  @Field(() => ID, { description: '办件 / Case' })
  @IsGlobalId()
  caseId!: string;

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
export class SecondNoticeInput extends CreatingInput {
  @Field(() => ID, { description: '办件 / Case' })
  @IsGlobalId()
  caseId!: string;

  @Field(() => SecondNoticeGroundEnum, { description: '理由 / Ground' })
  ground!: SecondNoticeGround;

  @Field(() => String, { description: '依据或说明 / Basis' })
  @Length(1, 1000)
  basis!: string;

  @Field(() => [FindingInput], { description: '须补正的内容 / What is to be corrected' })
  @ValidateNested()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  defects!: FindingInput[];
}

/** Why the clock stands still. */
@InputType({ description: '中止计时（A-30） / Why the clock stands still' })
export class PauseInput extends CreatingInput {
  @Field(() => ID, { description: '办件 / Case' })
  @IsGlobalId()
  caseId!: string;

  @Field(() => PauseGroundEnum, { description: '法定事由 / Legal ground' })
  ground!: PauseGround;

  @Field(() => String, { description: '依据文书 / The paper that says so' })
  @Length(1, 500)
  evidence!: string;
}

/** A result handed over. */
@InputType({ description: '送达（S3.4c） / A result handed over' })
export class DeliverResultInput extends CreatingInput {
  @Field(() => ID, { description: '办件 / Case' })
  @IsGlobalId()
  caseId!: string;

  @Field(() => ID, { description: '送达窗口，应为受理窗口（S3.4c） / Window; must be the accepting one' })
  @IsGlobalId()
  windowId!: string;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  @Field(() => DeliveryMethodEnum, {
    defaultValue: 'WINDOW',
    description:
      '送达方式；邮寄、电子须由申请人选择（A-11） / How; other than at the window only by the applicant’s choice',
  })
  method!: DeliveryMethod;
}

/** A major matter. */
@InputType({ description: '请示汇报（S1.2h、A-02） / A major matter to be reported' })
export class MajorMatterInput extends CreatingInput {
  @Field(() => MajorMatterKindEnum, { description: '种类 / Kind' })
  kind!: MajorMatterKind;

  @Field(() => String, { description: '情况 / What has happened' })
  @Length(1, 4000)
  facts!: string;

  @Field(() => ID, { nullable: true, description: '相关办件 / Case' })
  @IsGlobalId()
  caseId?: string;

  @Field(() => ID, { nullable: true, description: '相关接待 / Contact' })
  @IsGlobalId()
  contactId?: string;

  @Field(() => Date, { nullable: true, description: '发生时刻；缺省为现在 / When it happened; now when absent' })
  occurredAt?: Date;
}

/** Which cases of the hall. */
@InputType('CaseFilter', { description: '办件筛选 / Which cases' })
export class CaseFilterInput {
  @Field(() => CaseStatusEnum, { nullable: true, description: '状态 / State' })
  status?: CaseStatus;

  @Field(() => ID, { nullable: true, description: '窗口 / Window' })
  @IsGlobalId()
  windowId?: string;

  @Field(() => ID, { nullable: true, description: '事项 / Item' })
  @IsGlobalId()
  itemId?: string;

  @Field(() => ID, {
    nullable: true,
    description: '责任人，含已结 / Who answers for it, or answered for it at its end',
  })
  @IsGlobalId()
  responsibleId?: string;

  @Field(() => Boolean, { nullable: true, description: '仅未结且已逾期 / Overdue ones only, which are open' })
  overdue?: boolean;
}
