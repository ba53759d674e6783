import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { TimeLimitType } from '@hall/platform/deadline-graph';
import {
  AllowedTo,
  connectionTypes,
  DepartmentRef,
  enumOf,
  Link,
  LocalDateScalar,
  ServiceWindowRef,
  staffRoles,
  VisibleToAnyone,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { handlingTypes, legalRegimes } from '../../domain/catalogue/service-item';
import type { HandlingType, LegalRegime } from '../../domain/catalogue/service-item';
import { Loaded } from '../loaded';
import { resultOf } from '../results';

export const HandlingTypeEnum = enumOf(
  'HandlingType',
  handlingTypes,
  '即办件、承诺件、联办件 / How an item is handled',
  {
    INSTANT: '即办件：当场办结（S3.4a） / Finished on the spot',
    PROMISED: '承诺件：限期办结（S3.4b） / Finished within the promise',
    JOINT: '联办件：主受理窗口牵头（S3.4d） / Several departments, one lead window',
  },
);
export const LegalRegimeEnum = enumOf('LegalRegime', legalRegimes, '适用的法定期限制度 / Which law sets the limits', {
  LICENCE: '行政许可 / Administrative licence',
  SOCIAL_INSURANCE: '社会保险经办 / Social insurance',
  INJURY_DETERMINATION: '工伤认定 / Determination of work injury',
  LABOUR_INSPECTION: '劳动保障监察 / Labour inspection',
  ARBITRATION: '劳动争议仲裁 / Labour arbitration',
  DISCLOSURE: '政府信息公开 / Disclosure of information',
  PETITION: '信访 / Petition',
  HALL_PROMISE: '大厅自行承诺 / The hall’s own promise',
});
@VisibleToAnyone()
@ObjectType('Material', {
  description: '申报材料，注明依据（S4.4e） / A document to hand in, with the basis on which it is asked for',
})
export class MaterialType {
  @Field(() => ID, { description: '材料编码 / Code' })
  code!: string;

  @Field(() => String, { description: '材料名称 / Name' })
  name!: string;

  @Field(() => Boolean, { description: '是否原件 / Must be the original' })
  original!: boolean;

  @Field(() => Int, { description: '份数 / Number of copies' })
  copies!: number;

  @Field(() => String, { description: '依据 / Legal basis' })
  basis!: string;

  @Field(() => String, {
    nullable: true,
    description: '适用情形；缺省为必交 / Circumstances in which it is needed; always when null',
  })
  condition!: string | null;

  @Field(() => String, { nullable: true, description: '示范文本网址（S4.2b） / Where a sample can be seen' })
  sampleUrl!: string | null;
}

@VisibleToAnyone()
@ObjectType('ProcedureStep', { description: '办事程序的一步（S3.3a） / One step of the published procedure' })
export class ProcedureStepType {
  @Field(() => String, { description: '环节名称 / Name' })
  name!: string;

  @Field(() => TimeLimitType, {
    nullable: true,
    description: '环节时限（S2.3b）；无则为 null / Limit of the step; null without one',
  })
  limit!: TimeLimitType | null;
}

@VisibleToAnyone()
@ObjectType('Fee', { description: '收费标准 / What the applicant pays' })
export class FeeType {
  @Field(() => Int, { description: '金额，单位：分 / Amount in fen (0.01 yuan)' })
  amountFen!: number;

  @Field(() => String, { description: '收费依据 / Basis' })
  basis!: string;
}

@VisibleToAnyone()
@ObjectType('ServiceItemVersion', {
  description: '已公布的版本：七项公开内容（S3.3a）与条件（S4.4d） / A published version with the seven disclosures',
})
export class ServiceItemVersionType {
  @Field(() => Int, { description: '版本号，从 1 起 / Number, from 1' })
  number!: number;

  @Field(() => String, { description: '办事内容 / What the item is' })
  content!: string;

  @Field(() => [ProcedureStepType], { description: '办事程序 / Procedure, in order' })
  procedure!: readonly ProcedureStepType[];

  @Field(() => [String], { description: '办理依据 / Legal basis' })
  legalBasis!: readonly string[];

  @Field(() => [String], { description: '办理条件 / Conditions' })
  conditions!: readonly string[];

  @Field(() => [MaterialType], { description: '申报材料 / Materials' })
  materials!: readonly MaterialType[];

  @Field(() => TimeLimitType, { nullable: true, description: '法定时限 / Statutory limit' })
  statutoryLimit!: TimeLimitType | null;

  @Field(() => TimeLimitType, {
    description: '承诺时限，不超过法定时限 / Promised limit, never above the statutory one',
  })
  promisedLimit!: TimeLimitType;

  @Field(() => FeeType, { description: '收费标准 / Fee' })
  fee!: FeeType;

  @Field(() => String, { description: '办理结果 / Result' })
  result!: string;

  @Field(() => [String], { description: '来源未载、按默认补全的字段（A-07、A-08） / Fields that a default has filled' })
  assumed!: readonly string[];

  @Field(() => Date, { nullable: true, description: '公布时刻 / When it was published' })
  publishedAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: '生效日期 / First day in force' })
  validFrom!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: '失效日期；现行为 null / Last day in force; null while it is',
  })
  validTo!: string | null;
}

@Directive('@key(fields: "id")')
@VisibleToAnyone()
@ObjectType('ServiceItem', { description: '政务服务事项 / Something people can apply for' })
export class ServiceItemType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '事项编码 / National item code' })
  code!: string;

  @Field(() => String, { description: '事项名称 / Name' })
  name!: string;

  @Field(() => HandlingTypeEnum, { description: '办理类型 / How it is handled' })
  handlingType!: HandlingType;

  @Field(() => LegalRegimeEnum, { description: '适用制度 / Which law sets the limits' })
  regime!: LegalRegime;

  @Field(() => Boolean, {
    description: '办理结果是否公开；仅公开的列入电子屏等公开名单（A-09） / Whether its cases are on public lists',
  })
  resultsPublic!: boolean;

  @Field(() => ServiceItemVersionType, { nullable: true, description: '现行版本 / The version in force' })
  current!: ServiceItemVersionType | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: '下一版本的生效日期；未排定为 null / Day on which the next version takes effect; null without one',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  plannedFor!: string | null;

  @Link(() => DepartmentRef, '主管部门 / Department in charge')
  readonly departmentId!: string;

  @Loaded('windowsOfItem', () => [ServiceWindowRef], '可办窗口（S4.4c） / Windows that offer it')
  readonly windows: Later;

  @Link(
    () => ServiceWindowRef,
    '联办件的主受理窗口；null 为受理的窗口（A-12） / Window that leads a joint item; null for the accepting one',
    { nullable: true },
  )
  readonly leadWindowId!: string | null;

  @Loaded('versionsOfItem', () => [ServiceItemVersionType], '历次版本，最新在前 / Every version, the newest first')
  readonly versions: Later;
}

/** A page of the catalogue. */
export const { connection: ServiceItemConnection } = connectionTypes('ServiceItem', () => ServiceItemType);

@VisibleToAnyone()
@ObjectType('ServiceGuide', {
  description:
    '办事指南：同一版本的各种形式（S3.3b、S4.3b） / The guide of an item; every form is made of the same version',
})
export class ServiceGuideType {
  @Field(() => String, { description: '语言：zh-CN 或 en / Language' })
  locale!: string;

  @Field(() => Int, { description: '所依据的版本 / The version it is made of' })
  versionNumber!: number;

  @Field(() => String, { description: '纯文本，供电话答复和读屏 / Plain text, for the telephone and screen readers' })
  text!: string;

  @Field(() => String, { description: '屏幕版地址（网关之下） / Address of the page' })
  htmlUrl!: string;

  @Field(() => String, { description: 'PDF 地址（网关之下） / Address of the PDF' })
  pdfUrl!: string;

  @Field(() => String, { description: '窗口材料核对单地址（网关之下） / Address of the counter’s checklist' })
  checklistUrl!: string;
}

/** See {@link resultOf}. */
export const ServiceItemResult = resultOf('ServiceItemResult', ServiceItemType);
