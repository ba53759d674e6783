import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isRefused } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  badInput,
  commandOf,
  hallKeepers,
  keyOf,
  pageSize,
  toConnection,
  toRefusal,
  DepartmentRef,
  refTo,
  ServiceWindowRef,
} from '@hall/platform/graphql';
import { caseRefusals, refuse } from '../domain/refusals';
import type { ItemDraft } from '../domain/import-items';
import type { CaseQueries } from '../persistence/case-queries';
import { importItems } from '../use-cases/import-items';
import type { ImportReport } from '../use-cases/import-items';
import type { CasePorts } from '../use-cases/ports';
import { CaseRefusal } from './case-refusal.type';
import { ServiceItemFilter, ServiceItemInput } from './inputs/item.input';
import type { CaseContext } from './loaders';
import { ImportFaultType, ImportRefusal, ImportReportType, ImportResult } from './results';
import { toItemType } from './to-graphql';
import { ServiceItemConnection, ServiceItemType } from './types/item.type';

/** The largest catalogue that is taken over in one piece. */
const maxImportRows = 5000;

/** The catalogue of service items. */
@Resolver(() => ServiceItemType)
export class ItemResolver {
  constructor(
    private readonly ports: CasePorts,
    private readonly queries: CaseQueries,
  ) {}

  @FieldResolver(() => DepartmentRef, { description: '主管部门 / Department in charge' })
  department(@Root() { departmentId }: ServiceItemType): DepartmentRef {
    return refTo(DepartmentRef, departmentId);
  }

  @FieldResolver(() => [ServiceWindowRef], { description: '可办窗口（S4.4c） / Windows that offer it' })
  windows(@Root() { id }: ServiceItemType, @Ctx() { loaders }: CaseContext) {
    return loaders.windowsOfItem.load(id);
  }

  @Query(() => ServiceItemType, { nullable: true, description: '按编码查事项 / An item by its code' })
  @AllowedToAnyone()
  async serviceItem(
    @Arg('code', () => String, { description: '事项编码 / Item code' }) code: string,
    @Arg('hallCode', () => ID, {
      nullable: true,
      description: '缺省为登录者所在大厅 / The caller’s own hall when absent',
    })
    hallCode: string | null,
    @Ctx() { actor }: CaseContext,
  ) {
    const found = await this.queries.itemByCode(hallOf(hallCode, actor.hallCode), code);
    return found ? toItemType(found) : null;
  }

  @Query(() => ServiceItemConnection, { description: '事项目录，按编码排序 / The catalogue in order of code' })
  @AllowedToAnyone()
  async serviceItems(
    @Arg('filter', () => ServiceItemFilter, { nullable: true, description: '筛选 / Which items' })
    filter: ServiceItemFilter | null,
    @Arg('first', () => Int, { nullable: true, description: '每页条数，1–200，缺省 50 / Page size; 50 when absent' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: '上一页末的游标 / Cursor of the last edge before' })
    after: string | null,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const items = await this.queries.itemPage(
      hallOf(filter?.hallCode, actor.hallCode),
      filter?.text ?? null,
      after,
      size,
    );
    return toConnection(items.map(toItemType), size, ({ code }) => code);
  }

  @Mutation(() => ImportResult, {
    description:
      '导入事项目录：全部成功或全部不写，逐行列出错误 / All or nothing; every fault is listed; repeating changes nothing',
  })
  @AllowedTo(...hallKeepers)
  async importServiceItems(
    @Arg('items', () => [ServiceItemInput], { description: '事项，至多 5000 行 / Items, at most 5000 rows' })
    items: ServiceItemInput[],
    @Ctx() context: CaseContext,
  ) {
    if (items.length === 0 || items.length > maxImportRows)
      throw badInput({ field: 'items', reason: `1…${maxImportRows} rows` });
    const hallCode = oneHallOf(items);
    const command = commandOf(context, { hallCode, items: items.map((item) => toDraft(item)) });
    const { actor, locale } = context;
    if (!actor.roles.includes('ADMIN') && actor.hallCode !== hallCode) {
      return toRefusal(CaseRefusal, caseRefusals, refuse('ITEM_NOT_FOUND').refusal, locale);
    }
    const outcome = await importItems(this.ports, command);
    if (isRefused(outcome)) return toRefusal(CaseRefusal, caseRefusals, outcome.refusal, locale);
    return toImportResult(outcome.value, context);
  }
}

function hallOf(given: string | null | undefined, own: string | undefined): string {
  const hallCode = given ?? own;
  if (hallCode === undefined) throw badInput({ field: 'hallCode', reason: 'which hall?' });
  return hallCode;
}

function oneHallOf(items: readonly ServiceItemInput[]): string {
  const halls = new Set(items.map(({ departmentId }) => keyOf(departmentId).hallCode));
  const [hallCode, other] = halls;
  if (hallCode === undefined || other !== undefined)
    throw badInput({ field: 'items', reason: 'departments of more than one hall' });
  return hallCode;
}

function toDraft({
  departmentId,
  windowIds,
  materials,
  statutoryLimit,
  promisedLimit,
  fee,
  ...rest
}: ServiceItemInput): ItemDraft {
  return {
    ...plain(rest),
    departmentId: keyOf(departmentId).id,
    ...(windowIds && { windowIds: windowIds.map((id) => keyOf(id).id) }),
    ...(materials && { materials: materials.map(plain) }),
    ...(statutoryLimit && { statutoryLimit: plain(statutoryLimit) }),
    ...(promisedLimit && { promisedLimit: plain(promisedLimit) }),
    ...(fee && { fee: plain(fee) }),
  };
}

/** An input without its class, and without the fields that were given as null: both mean “the source is silent”. */
function plain<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };
}

function toImportResult(report: ImportReport, { locale }: CaseContext): ImportReportType | ImportRefusal {
  if (report.kind === 'IMPORTED') {
    const { created, revised, unchanged } = report;
    return Object.assign(new ImportReportType(), { created, revised, unchanged });
  }
  const faults = report.faults.map((fault) => Object.assign(new ImportFaultType(), fault));
  const { refusal } = refuse('IMPORT_FAULTY', { count: faults.length });
  return Object.assign(toRefusal(ImportRefusal, caseRefusals, refusal, locale), { faults });
}
