import { ArrayMaxSize, IsUrl, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TimeUnitEnum } from '@hall/platform/deadline-graph';
import type { HallKey } from '@hall/kernel';
import { CreatingInput, IsGlobalId, KeyField } from '@hall/platform/graphql';
import type { HandlingType, LegalRegime } from '../../domain/catalogue/service-item';
import { HandlingTypeEnum, LegalRegimeEnum } from './item.type';

/** A limit of time. */
@InputType({ description: '期限 / A limit of time' })
export class TimeLimitInput {
  @Field(() => Int, { description: '数量，1–3660 / Amount' })
  @Min(1)
  @Max(3660)
  amount!: number;

  @Field(() => TimeUnitEnum, { description: '单位 / Unit' })
  unit!: keyof typeof TimeUnitEnum;
}

/** A document to be handed in. */
@InputType({ description: '申报材料 / A document to be handed in' })
export class MaterialInput {
  @Field(() => ID, { description: '材料编码 / Code' })
  @Length(1, 64)
  code!: string;

  @Field(() => String, { description: '材料名称 / Name' })
  @Length(1, 200)
  name!: string;

  @Field(() => Boolean, { defaultValue: true, description: '是否原件 / Must be the original' })
  original!: boolean;

  @Field(() => Int, { defaultValue: 0, description: '份数 / Number of copies' })
  @Min(0)
  @Max(20)
  copies!: number;

  @Field(() => String, { description: '依据（S4.4e） / Basis on which it is asked for' })
  @Length(1, 500)
  basis!: string;

  @Field(() => String, {
    nullable: true,
    description: '适用情形，如“委托他人代办的”；缺省为必交 / Circumstances in which it is needed; always when absent',
  })
  @Length(1, 100)
  condition?: string;

  @Field(() => String, { nullable: true, description: '示范文本网址（S4.4d） / Where a sample can be seen' })
  @IsUrl({ require_tld: false, protocols: ['https', 'http'], require_protocol: true })
  sampleUrl?: string;
}

/** One step of the procedure. */
@InputType({ description: '办事程序的一步 / One step of the procedure' })
export class ProcedureStepInput {
  @Field(() => String, { description: '环节名称 / Name' })
  @Length(1, 200)
  name!: string;

  @Field(() => TimeLimitInput, {
    nullable: true,
    description: '环节时限；全部缺省时按承诺均分（A-08） / Limit of the step; equal shares when no step has one',
  })
  @ValidateNested()
  limit?: TimeLimitInput;
}

/** A department that takes part in a joint item. */
@InputType({ description: '联办部门（S3.4d） / A department that takes part in a joint item' })
export class ParticipantInput {
  @Field(() => ID, { description: '部门 / Department' })
  @IsGlobalId()
  departmentId!: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: '阶段：同阶段并行，阶段之间串行 / Stage; one stage works side by side, stages one after the other',
  })
  @Min(1)
  @Max(20)
  stage!: number;

  @Field(() => TimeLimitInput, { description: '时限 / Limit' })
  @ValidateNested()
  limit!: TimeLimitInput;
}

/** What the applicant pays. */
@InputType({ description: '收费 / What the applicant pays' })
export class FeeInput {
  @Field(() => Int, { description: '分 / fen' })
  @Min(0)
  amountFen!: number;

  @Field(() => String, { description: '收费依据 / Basis' })
  @Length(1, 500)
  basis!: string;
}

@InputType({
  description:
    '事项；来源未载的字段留空，不作为大厅的承诺（A-07、A-08） / An item; what the source does not say is left out',
})
export class ServiceItemInput extends CreatingInput {
  @Field(() => ID, { description: '主管部门 / Department in charge' })
  @IsGlobalId()
  departmentId!: string;

  @Field(() => String, { description: '事项编码 / National item code' })
  @Length(1, 100)
  code!: string;

  @Field(() => String, { description: '事项名称 / Name' })
  @Length(1, 200)
  name!: string;

  @Field(() => HandlingTypeEnum, {
    nullable: true,
    description: '办理类型；缺省承诺件 / How it is handled; promised when absent',
  })
  handlingType?: HandlingType;

  @Field(() => LegalRegimeEnum, {
    nullable: true,
    description: '适用制度；缺省为大厅承诺 / Which law sets the limits; the hall’s promise when absent',
  })
  regime?: LegalRegime;

  @Field(() => [ID], {
    nullable: true,
    description: '可办窗口；空为本部门全部窗口 / Windows that offer it; empty for all of the department',
  })
  @IsGlobalId({ each: true })
  windowIds?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      '办理结果是否公开；缺省为否，涉及个人待遇的不得公开（A-09） / Whether its cases are on public lists; no when absent',
  })
  resultsPublic?: boolean;

  @Field(() => String, { nullable: true, description: '办事内容（S3.3a） / What the item is' })
  @Length(0, 4000)
  content?: string;

  @Field(() => [ProcedureStepInput], { nullable: true, description: '办事程序（S3.3a） / Procedure, in order' })
  @ValidateNested()
  @ArrayMaxSize(50)
  procedure?: ProcedureStepInput[];

  @Field(() => [String], { nullable: true, description: '办理依据（S3.3a） / Legal basis' })
  @Length(1, 500, { each: true })
  legalBasis?: string[];

  @Field(() => [String], { nullable: true, description: '办理条件（S4.4d） / Conditions' })
  @Length(1, 1000, { each: true })
  conditions?: string[];

  @Field(() => [MaterialInput], { nullable: true, description: '申报材料（S3.3a） / Materials' })
  @ValidateNested()
  @ArrayMaxSize(100)
  materials?: MaterialInput[];

  @Field(() => TimeLimitInput, { nullable: true, description: '法定时限 / Statutory limit' })
  @ValidateNested()
  statutoryLimit?: TimeLimitInput;

  @Field(() => TimeLimitInput, {
    nullable: true,
    description: '承诺时限；缺省为大厅所定（A-08） / Promised limit; the hall’s own when absent',
  })
  @ValidateNested()
  promisedLimit?: TimeLimitInput;

  @Field(() => FeeInput, { nullable: true, description: '收费标准（S3.3a） / Fee' })
  @ValidateNested()
  fee?: FeeInput;

  @Field(() => String, { nullable: true, description: '办理结果（S3.3a） / Result' })
  @Length(0, 500)
  result?: string;

  @Field(() => [ParticipantInput], {
    nullable: true,
    description: '联办部门；仅联办件（S3.4d） / Departments that take part; joint items only',
  })
  @ValidateNested()
  @ArrayMaxSize(20)
  participants?: ParticipantInput[];

  @Field(() => ID, {
    nullable: true,
    description:
      '主受理窗口；仅联办件，缺省为受理的窗口（A-12） / Window that leads a joint item; the accepting one when absent',
  })
  @IsGlobalId()
  leadWindowId?: string;
}

/** Which items of the catalogue. */
@InputType({ description: '事项筛选 / Which items' })
export class ServiceItemFilter {
  @Field(() => ID, {
    nullable: true,
    description: '大厅编号；缺省为登录者所在大厅 / Hall; the caller’s own when absent',
  })
  @Length(1, 32)
  hallCode?: string;

  @Field(() => String, {
    nullable: true,
    description:
      '名称中的词（两字起）、拼音首字母或编码；空格分隔的各词都须符合；空即不限 / Words from two characters, first letters of pinyin, or code; all must match; an empty text narrows nothing',
  })
  @Length(0, 100)
  text?: string;

  @KeyField('主管部门 / Department in charge', { nullable: true })
  departmentId!: HallKey | null;

  @KeyField('可办窗口（S4.4c） / Window that offers it', { nullable: true })
  windowId!: HallKey | null;
}
