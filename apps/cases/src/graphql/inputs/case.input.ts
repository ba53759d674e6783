import { ArrayMaxSize, ArrayUnique, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, IsGlobalId } from '@hall/platform/graphql';
import type { ContactChannel } from '../../domain/contact';
import { ContactChannelEnum } from '../types/case.type';

/** A first contact. */
@InputType({ description: '首次接待（S2.1a） / A first contact' })
export class RecordContactInput extends CreatingInput {
  @Field(() => ContactChannelEnum, { description: '渠道 / Channel' })
  channel!: ContactChannel;

  @Field(() => ID, { nullable: true, description: '接待窗口；电话等可为空 / Window; absent for a call' })
  @IsGlobalId()
  windowId?: string;

  @Field(() => String, { description: '来意，勿写个人信息 / What it is about; no personal data' })
  @Length(1, 500)
  subject!: string;
}

@InputType({ description: '申请人；加密存储 / Applicant; stored encrypted' })
export class ApplicantInput {
  @Field(() => String, { description: '姓名 / Name' })
  @Length(1, 100)
  name!: string;

  @Field(() => String, { description: '公民身份号码，18 位 / Identity number, 18 characters' })
  @Matches(/^\d{17}[\dXx]$/, { message: 'idNumber must have 17 digits and a check character' })
  idNumber!: string;

  @Field(() => String, { nullable: true, description: '电话 / Phone' })
  @Matches(/^\+?[\d -]{5,20}$/)
  phone?: string;

  @Field(() => String, { nullable: true, description: '申请人本人的登录账号 / The applicant’s own sign-in account' })
  @Length(1, 200)
  account?: string;
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

  @Field(() => [ID], { description: '已交材料的编码 / Codes of the materials handed in' })
  @ArrayUnique()
  @ArrayMaxSize(100)
  materials!: string[];
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
}
