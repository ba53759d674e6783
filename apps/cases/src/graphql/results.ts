import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserError } from '@hall/platform/graphql';
import { CaseRefusal } from './case-refusal.type';
import { CaseType, RevealedApplicantType } from './cases/case.type';
import { ContactType, MessageType, QueueTicketType } from './contacts/contact.type';
import { ServiceItemType } from './catalogue/item.type';
import { MajorMatterType } from './major-matters/major-matter.type';
import { GuideStockType } from './catalogue/guide-stock.type';
import { MonthlyCaseReportType } from './reports/report.type';
import { ServiceRatingType } from './ratings/rating.type';

@ObjectType('ImportFault', { description: '导入中一行的错误 / A fault in one row of an import' })
export class ImportFaultType {
  @Field(() => Int, { description: '行号，从 0 起 / Row, counted from 0' })
  row!: number;

  @Field(() => String, { description: '字段 / Field' })
  field!: string;

  @Field(() => ID, { description: '错误代码 / Code' })
  code!: string;

  @Field(() => String, { description: '详情 / Detail' })
  detail!: string;
}

@ObjectType('ImportReport', { description: '导入结果 / What an import did' })
export class ImportReportType {
  @Field(() => Int, { description: '新增事项数 / Items that are new' })
  created!: number;

  @Field(() => Int, { description: '内容有变、产生新版本的事项 / Items that got a new version' })
  revised!: number;

  @Field(() => Int, { description: '无变化事项数 / Items that said the same' })
  unchanged!: number;
}

@ObjectType('ImportRefusal', {
  implements: UserError,
  description: '导入有误，未写入任何事项；逐行列出全部错误 / Nothing was written; every fault is listed',
})
export class ImportRefusal extends UserError {
  @Field(() => [ImportFaultType], { description: '全部错误 / Every fault' })
  faults!: readonly ImportFaultType[];
}

/** What an import answers. */
export const ImportResult = createUnionType({
  name: 'ImportResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ImportReportType, ImportRefusal, CaseRefusal] as const,
});
/** What `recordContact` answers. */
export const RecordContactResult = createUnionType({
  name: 'RecordContactResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ContactType, CaseRefusal] as const,
});
/** What `submitCase` answers. */
export const SubmitCaseResult = createUnionType({
  name: 'SubmitCaseResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [CaseType, CaseRefusal] as const,
});
/** What a mutation of a case answers. */
export const CaseResult = createUnionType({
  name: 'CaseResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [CaseType, CaseRefusal] as const,
});
/** What a mutation of a contact answers. */
export const ContactResult = createUnionType({
  name: 'ContactResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ContactType, CaseRefusal] as const,
});
/** What a mutation of the catalogue answers. */
export const ServiceItemResult = createUnionType({
  name: 'ServiceItemResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ServiceItemType, CaseRefusal] as const,
});
/** What `revealApplicant` answers. */
export const RevealResult = createUnionType({
  name: 'RevealResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [RevealedApplicantType, CaseRefusal] as const,
});
/** What a mutation of a major matter answers. */
export const MajorMatterResult = createUnionType({
  name: 'MajorMatterResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [MajorMatterType, CaseRefusal] as const,
});
/** What a mutation of a message answers. */
export const MessageResult = createUnionType({
  name: 'MessageResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [MessageType, CaseRefusal] as const,
});
/** What a mutation of the queue answers. */
export const QueueTicketResult = createUnionType({
  name: 'QueueTicketResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [QueueTicketType, CaseRefusal] as const,
});
/** What ratings answer. */
export const ServiceRatingResult = createUnionType({
  name: 'ServiceRatingResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ServiceRatingType, CaseRefusal] as const,
});
/** What `submitMonthlyCaseReport` answers. */
export const MonthlyCaseReportResult = createUnionType({
  name: 'MonthlyCaseReportResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [MonthlyCaseReportType, CaseRefusal] as const,
});
/** What `countGuides` answers. */
export const GuideStockResult = createUnionType({
  name: 'GuideStockResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [GuideStockType, CaseRefusal] as const,
});
