import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isRefused } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  idsOfHall,
  parsePlace,
  toPlace,
  AllowedToAnyone,
  badInput,
  commandOf,
  globalId,
  hallAdmins,
  isAllowed,
  keyOf,
  createType,
  PageArgs,
  pageSize,
  toConnection,
  toRefusal,
  notYourHall,
  Input,
} from '@hall/platform/graphql';
import { caseRefusals, refuse } from '../../domain/refusals';
import type { ItemDraft } from '../../domain/catalogue/import-items';
import { importItems } from '../../use-cases/catalogue/import-items';
import type { ImportReport } from '../../use-cases/catalogue/import-items';
import { draftItem, publishItem, retireItem, reviseItem } from '../../use-cases/catalogue/publish-item';
import { refused, act } from '../results';
import { ServiceItemFilter, ServiceItemInput } from './item.input';
import { guideText } from '../../documents/guide';
import { guideOf } from '../../http/guide-of';
import type { CaseContext } from '../loaders';
import { ImportFaultType, ImportRefusal, ImportReportType, ImportResult } from './import.type';
import { ServiceItemResult, ServiceGuideType, ServiceItemConnection, ServiceItemType } from './item.type';
import { toDraftType, toItemType } from './to-item';
import type { CaseParts } from '../queries';
import { PublishServiceItemInput, RetireServiceItemInput } from './publication.input';

/** The largest catalogue that is taken over in one piece. */
const maxImportRows = 5000;

/** The catalogue of service items. */
@Resolver(() => ServiceItemType)
export class ItemResolver {
  constructor(private readonly parts: CaseParts) {}

  @FieldResolver(() => ServiceGuideType, {
    nullable: true,
    description: '办事指南；未公布为 null（S3.3b） / The guide; null before the item is published',
  })
  async guide(
    @Root() { id }: ServiceItemType,
    @Arg('locale', () => String, { nullable: true, description: 'zh-CN（缺省）或 en / Language' })
    locale: string | null,
    @Ctx() context: CaseContext,
  ): Promise<ServiceGuideType | null> {
    const guide = await guideOf(this.parts.queries, id);
    if (!guide) return null;
    const language = (locale ?? context.locale).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
    const form = (folder: string, ending: string): string =>
      `/documents/${folder}/${encodeURIComponent(id)}.${ending}?locale=${language}`;
    return createType(ServiceGuideType, {
      locale: language,
      versionNumber: guide.version.number,
      text: guideText(guide, language).body,
      htmlUrl: form('guides', 'html'),
      pdfUrl: form('guides', 'pdf'),
      checklistUrl: form('checklists', 'html'),
    });
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
    const found = await this.parts.queries.items.itemByCode(hallOf(hallCode, actor.hallCode), code);
    return found ? toItemType(found) : null;
  }

  @Query(() => ServiceItemConnection, { description: '事项目录，按编码排序 / The catalogue in order of code' })
  @AllowedToAnyone()
  async serviceItems(
    @Arg('filter', () => ServiceItemFilter, { nullable: true, description: '筛选 / Which items' })
    filter: ServiceItemFilter | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const hallCode = hallOf(filter?.hallCode, actor.hallCode);
    const { departmentId, windowId } = filter ?? {};
    const wanted = { text: filter?.text || null, ...idsOfHall(hallCode, { departmentId, windowId }) };
    const [code = null] = parsePlace(after, 'text') ?? [];
    const items = await this.parts.queries.items.itemPage(hallCode, wanted, code as string | null, size);
    return toConnection(items, size, (item) => toPlace(item.code), toItemType);
  }

  @Mutation(() => ServiceItemResult, {
    description: '起草事项；公布前公众不可见 / Prepares an item; nobody outside sees it before it is published',
  })
  @AllowedTo(...hallAdmins)
  async draftServiceItem(@Input(() => ServiceItemInput) input: ServiceItemInput, @Ctx() context: CaseContext) {
    return act(this.parts, context, draftItem, await toWriting(input, context), (key) => this.#prepared(key, context));
  }

  @Mutation(() => ServiceItemResult, {
    description:
      '公布事项；七项内容、条件、示范文本缺一不可，逐项指明（S3.3a、S4.4d） / Publishes an item; refused while anything that must be disclosed is empty',
  })
  @AllowedTo(...hallAdmins)
  async publishServiceItem(
    @Input(() => PublishServiceItemInput) input: PublishServiceItemInput,
    @Ctx() context: CaseContext,
  ) {
    const { hallCode, validFrom = null, ...said } = input;
    const published = { ...said, hallCode: await ownHall(hallCode, context), validFrom };
    return act(this.parts, context, publishItem, published, (key) => this.#prepared(key, context));
  }

  @Mutation(() => ServiceItemResult, {
    description:
      '修订已公布事项，即成新版本；在办件适用原版本 / Publishes a new version at once; running cases keep theirs',
  })
  @AllowedTo(...hallAdmins)
  async reviseServiceItem(@Input(() => ServiceItemInput) input: ServiceItemInput, @Ctx() context: CaseContext) {
    return act(this.parts, context, reviseItem, await toWriting(input, context), 'item');
  }

  @Mutation(() => ServiceItemResult, { description: '停办事项；在办件照常办理 / Retires an item; running cases go on' })
  @AllowedTo(...hallAdmins)
  async retireServiceItem(
    @Input(() => RetireServiceItemInput) input: RetireServiceItemInput,
    @Ctx() context: CaseContext,
  ) {
    return act(this.parts, context, retireItem, { ...input, hallCode: await ownHall(input.hallCode, context) }, 'item');
  }

  /** A draft, as its author sees it: the version in force when there is one. */
  async #prepared(key: HallKey, { loaders }: CaseContext) {
    return (
      (await loaders.item.load(globalId(key))) ??
      this.parts.queries.items.draft(key).then((item) => item && toDraftType(item))
    );
  }

  @Mutation(() => ImportResult, {
    description:
      '导入事项目录：全部成功或全部不写，逐行列出错误；公开内容不全的存为草稿（S3.3a） / All or nothing; every fault is listed; repeating changes nothing; what lacks a disclosure becomes a draft',
  })
  @AllowedTo(...hallAdmins)
  async importServiceItems(
    @Arg('items', () => [ServiceItemInput], { description: '事项，至多 5000 行 / Items, at most 5000 rows' })
    items: ServiceItemInput[],
    @Arg('openAssumed', () => Boolean, {
      defaultValue: false,
      description:
        '来源未载的字段按默认补全并逐项注明，事项即行开放；否则存为草稿（A-07、A-08） / Opens items with defaults for what the source does not say, each marked as assumed; drafts otherwise',
    })
    opensAssumed: boolean,
    @Ctx() context: CaseContext,
  ) {
    if (items.length === 0 || items.length > maxImportRows)
      throw badInput({ field: 'items', reason: `1–${maxImportRows} 行 / rows` });
    const hallCode = oneHallOf(items);
    const command = commandOf(context, { hallCode, opensAssumed, items: items.map((item) => toDraft(item)) });
    const { actor, viewer } = context;
    const isKeeper = actor.hallCode === hallCode && isAllowed(await viewer(), hallAdmins);
    if (!actor.roles.includes('ADMIN') && !isKeeper) return refused(refuse('ITEM_NOT_FOUND').refusal, context);
    const outcome = await importItems(this.parts.ports, command);
    if (isRefused(outcome)) return refused(outcome.refusal, context);
    return toImportResult(hallCode, outcome.value, context);
  }
}

function hallOf(given: string | null | undefined, own: string | undefined): string {
  const hallCode = given ?? own;
  if (hallCode === undefined) throw badInput({ field: 'hallCode', reason: '请指明大厅 / name the hall' });
  return hallCode;
}

/** Keepers write in their own hall, which knows them; an administrator in any. */
async function ownHall(given: string | null | undefined, { actor, viewer }: CaseContext): Promise<string> {
  const hallCode = hallOf(given, actor.hallCode);
  if (actor.roles.includes('ADMIN')) return hallCode;
  if (hallCode !== actor.hallCode || !isAllowed(await viewer(), hallAdmins)) throw notYourHall();
  return hallCode;
}

async function toWriting(input: ServiceItemInput, context: CaseContext) {
  const { hallCode } = keyOf(input.departmentId);
  const { code, name, departmentId, handlingType, regime, windowIds, resultsPublic, ...body } = toDraft(input);
  return {
    hallCode: await ownHall(hallCode, context),
    idempotencyKey: input.idempotencyKey,
    draft: {
      code,
      name,
      departmentId,
      handlingType: handlingType ?? ('PROMISED' as const),
      regime: regime ?? ('HALL_PROMISE' as const),
      windowIds: windowIds ?? [],
      resultsPublic: resultsPublic ?? false,
      body,
    },
  };
}

function oneHallOf(items: readonly ServiceItemInput[]): string {
  const halls = new Set(items.map(({ departmentId }) => keyOf(departmentId).hallCode));
  const [hallCode, other] = halls;
  if (hallCode === undefined || other !== undefined)
    throw badInput({ field: 'items', reason: '部门分属多个大厅 / departments of more than one hall' });
  return hallCode;
}

function toDraft({
  departmentId,
  windowIds,
  materials,
  statutoryLimit,
  promisedLimit,
  fee,
  procedure,
  participants,
  leadWindowId,
  idempotencyKey: _key,
  ...rest
}: ServiceItemInput): ItemDraft {
  return {
    ...plain(rest),
    departmentId: keyOf(departmentId).id,
    ...(leadWindowId && { leadWindowId: keyOf(leadWindowId).id }),
    ...(windowIds && { windowIds: windowIds.map((id) => keyOf(id).id) }),
    ...(materials && { materials: materials.map(plain) }),
    ...(statutoryLimit && { statutoryLimit: plain(statutoryLimit) }),
    ...(promisedLimit && { promisedLimit: plain(promisedLimit) }),
    ...(fee && { fee: plain(fee) }),
    ...(procedure && {
      procedure: procedure.map(({ name, limit }) => ({ name, ...(limit && { limit: plain(limit) }) })),
    }),
    ...(participants && {
      participants: participants.map(({ departmentId: id, stage, limit }) => ({
        departmentId: keyOf(id).id,
        stage,
        limit: plain(limit),
      })),
    }),
  };
}

/** An input without its class, and without the fields that were given as null: both mean “the source is silent”. */
function plain<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };
}

function toImportResult(
  hallCode: string,
  report: ImportReport,
  { locale }: CaseContext,
): ImportReportType | ImportRefusal {
  if (report.kind === 'IMPORTED') {
    const { kind: _kind, ...counts } = report;
    return createType(ImportReportType, { hallCode, ...counts });
  }
  const faults = report.faults.map((fault) => createType(ImportFaultType, { hallCode, ...fault }));
  const { refusal } = refuse('IMPORT_FAULTY', { count: faults.length });
  return Object.assign(toRefusal(ImportRefusal, caseRefusals, refusal, locale), { faults });
}
