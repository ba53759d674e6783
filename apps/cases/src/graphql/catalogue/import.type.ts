import { Field, Int, ObjectType } from 'type-graphql';
import { enumOfTexts, hallAdmins, OfHall, UserError, VisibleTo, VisibleToAnyone } from '@hall/platform/graphql';
import { importFaultTexts } from '../../domain/catalogue/import-items';
import type { ImportFaultCode } from '../../domain/catalogue/import-items';
import { resultOf } from '../results';

const ImportFaultCodeEnum = enumOfTexts(
  'ImportFaultCode',
  '导入中一行可能的错误 / What can be wrong with a row of an import',
  importFaultTexts,
);

@VisibleTo(...hallAdmins)
@OfHall()
@ObjectType('ImportFault', { description: '导入中一行的错误 / A fault in one row of an import' })
export class ImportFaultType {
  @Field(() => Int, { description: '行号，从 0 起 / Row, counted from 0' })
  row!: number;

  @Field(() => String, { description: '字段 / Field' })
  field!: string;

  @Field(() => ImportFaultCodeEnum, { description: '错误代码 / Code' })
  code!: ImportFaultCode;

  @Field(() => String, { description: '详情 / Detail' })
  detail!: string;

  readonly hallCode!: string;
}

@VisibleTo(...hallAdmins)
@OfHall()
@ObjectType('ImportReport', { description: '导入结果 / What an import did' })
export class ImportReportType {
  @Field(() => Int, { description: '新增事项数 / Items that are new' })
  created!: number;

  @Field(() => Int, { description: '内容有变、产生新版本的事项 / Items that got a new version' })
  revised!: number;

  @Field(() => Int, { description: '无变化事项数 / Items that said the same' })
  unchanged!: number;

  @Field(() => Int, {
    description:
      '公开内容不全、仅存为草稿的事项（S3.3a） / Items that lack a disclosure and are drafts: see itemsToComplete',
  })
  drafts!: number;

  @Field(() => Int, { description: '已停办、未作改动的事项 / Items that have been retired and were left alone' })
  retired!: number;

  readonly hallCode!: string;
}

@VisibleToAnyone()
@ObjectType('ImportRefusal', {
  implements: UserError,
  description: '导入有误，未写入任何事项；逐行列出全部错误 / Nothing was written; every fault is listed',
})
export class ImportRefusal extends UserError {
  @Field(() => [ImportFaultType], { description: '全部错误 / Every fault' })
  faults!: readonly ImportFaultType[];
}

/** See {@link resultOf}. */
export const ImportResult = resultOf('ImportResult', ImportReportType, ImportRefusal);
