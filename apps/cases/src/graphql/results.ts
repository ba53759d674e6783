import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserError } from '@hall/platform/graphql';
import { CaseRefusal } from './case-refusal.type';
import { CaseType, ContactType } from './types/case.type';

@ObjectType('ImportFault', { description: '导入中一行的错误 / A fault in one row of an import' })
export class ImportFaultType {
  @Field(() => Int, { description: '行号，从 0 起 / Row, counted from 0' })
  row!: number;

  @Field(() => String)
  field!: string;

  @Field(() => ID)
  code!: string;

  @Field(() => String)
  detail!: string;
}

@ObjectType('ImportReport', { description: '导入结果 / What an import did' })
export class ImportReportType {
  @Field(() => Int)
  created!: number;

  @Field(() => Int, { description: '内容有变、产生新版本的事项 / Items that got a new version' })
  revised!: number;

  @Field(() => Int)
  unchanged!: number;
}

@ObjectType('ImportRefusal', {
  implements: UserError,
  description: '导入有误，未写入任何事项；逐行列出全部错误 / Nothing was written; every fault is listed',
})
export class ImportRefusal extends UserError {
  @Field(() => [ImportFaultType])
  faults!: readonly ImportFaultType[];
}

/** What an import answers. */
export const ImportResult = createUnionType({
  name: 'ImportResult',
  types: () => [ImportReportType, ImportRefusal, CaseRefusal] as const,
});
/** What `recordContact` answers. */
export const RecordContactResult = createUnionType({
  name: 'RecordContactResult',
  types: () => [ContactType, CaseRefusal] as const,
});
/** What `submitCase` answers. */
export const SubmitCaseResult = createUnionType({
  name: 'SubmitCaseResult',
  types: () => [CaseType, CaseRefusal] as const,
});
/** What a mutation of a case answers. */
export const CaseResult = createUnionType({ name: 'CaseResult', types: () => [CaseType, CaseRefusal] as const });
