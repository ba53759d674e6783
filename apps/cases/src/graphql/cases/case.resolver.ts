import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { addDays, instantAt } from '@hall/kernel';
import {
  AllowedTo,
  idsOfHall,
  AllowedToAnyone,
  badInput,
  globalId,
  createType,
  exactlyOne,
  PageArgs,
  pageSize,
  staffRoles,
  toConnection,
  parseCursor,
  toCursor,
  Input,
} from '@hall/platform/graphql';
import { hallOfNumber } from '../../domain/cases/case-number';
import { openStatuses } from '../../domain/cases/case';
import { revealApplicant } from '../../use-cases/cases/reveal-applicant';
import { progressOf } from '../../http/progress-of';
import { CaseFilterInput } from './case-filter.input';
import type { CaseContext } from '../loaders';
import type { Queries, CaseParts } from '../queries';
import { RevealResult, CaseConnection, CaseType, RevealedApplicantType } from './case.type';
import { toCaseType } from './to-case';
import { CaseOrderEnum, CaseProgressType } from './overview.type';
import { listsOpenOnly } from '../../persistence/cases/list-queries';
import type { CaseFilter, CaseOrder } from '../../persistence/cases/list-queries';
import { RevealApplicantInput } from './case.input';
import { act } from '../results';

/** Reading cases. */
@Resolver()
export class CaseResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => CaseType, {
    nullable: true,
    description:
      '按标识或编号（二者居一）查办件；无权知悉者视同不存在 / A case by id or by number, one of them; null when it is not yours to see',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  async case(
    @Arg('id', () => ID, { nullable: true, description: '办件标识 / Id' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: '办件编号 / Number' }) number: string | null,
    @Ctx() { loaders, actor }: CaseContext,
  ) {
    exactlyOne({ id, number });
    if (id != null) return loaders.case.load(id);
    // Applicants have no hall of their own; the number says which it is.
    const hallCode = number == null ? undefined : (hallOfNumber(number) ?? actor.hallCode);
    const found = number && hallCode ? await this.parts.queries.cases.caseByNumber(hallCode, number) : undefined;
    return found ? loaders.case.load(globalId(found)) : null;
  }

  @Query(() => CaseConnection, { description: '本大厅的办件 / Cases of the caller’s own hall' })
  @AllowedTo(...staffRoles)
  async cases(
    @Arg('filter', () => CaseFilterInput, { nullable: true, description: '筛选 / Which cases' })
    filter: CaseFilterInput | null,
    @Arg('orderBy', () => CaseOrderEnum, { nullable: true, description: '排序；缺省最新在前 / Order; newest first' })
    orderBy: CaseOrder | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const order = orderBy ?? 'NEWEST';
    const hallCode = actor.hallCode ?? '';
    const wanted = filterOf(filter, hallCode, this.parts.clock.now());
    if (listsOpenOnly(order, wanted) && wanted.statuses?.some((status) => !openStatuses.includes(status))) {
      throw badInput({
        field: 'filter.status',
        reason: 'MOST_URGENT 与 overdue 只列未结办件 / these list open cases only',
      });
    }
    const rows = await this.parts.queries.lists.casePage(hallCode, wanted, {
      order,
      size,
      after: parseCursor(after),
    });
    return toCaseConnection(rows, size, ({ receivedAt, dueAt }) => (order === 'NEWEST' ? receivedAt : dueAt));
  }

  @Query(() => CaseConnection, {
    description: '申请人本人在各大厅的办件，最新在前 / The signed-in applicant’s own cases, in every hall',
  })
  @AllowedTo('SIGNED_IN')
  async myCases(
    @Arg('hallCode', () => ID, { nullable: true, description: '仅此大厅 / Of this hall only' }) hallCode: string | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const rows = await this.parts.queries.lists.ownCases(actor.account ?? '', hallCode, parseCursor(after), size);
    return toCaseConnection(rows, size, ({ receivedAt }) => receivedAt);
  }

  @Query(() => CaseProgressType, {
    nullable: true,
    description:
      '凭受理单查进度，尚无受理单的凭通知书或收件查询码；不符则为 null / Progress by number and secret of the slip, before it of the notice or receipt; null when they do not match',
  })
  @AllowedToAnyone()
  async caseProgress(
    @Arg('number', () => String, { description: '办件、受理单或通知书编号 / Number of the case, slip or notice' })
    number: string,
    @Arg('secret', () => String, { description: '查询码 / Secret on the paper' }) secret: string,
  ) {
    const progress = await progressOf(this.parts.queries.lists, number, secret);
    return progress ? createType(CaseProgressType, progress) : null;
  }

  @Mutation(() => RevealResult, {
    description: '查看申请人完整信息；记录查看人与用途 / The applicant in full; who looked and why is recorded first',
  })
  @AllowedTo(...staffRoles)
  revealApplicant(@Input(() => RevealApplicantInput) input: RevealApplicantInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...said } = input;
    return act(this.parts, context, revealApplicant, { key, ...said }, async () => {
      const id = globalId(key);
      const { openApplicant, rawCase } = context.loaders;
      const [applicant, current] = await Promise.all([openApplicant.load(id), rawCase.load(id)]);
      if (!applicant || !current) throw badInput({ field: 'caseId', reason: '没有申请人 / there is no applicant' });
      const { name, idNumber, phone } = applicant;
      return createType(RevealedApplicantType, {
        hallCode: key.hallCode,
        name,
        idNumber,
        phone,
        agentName: this.parts.queries.cases.agentName(current),
      });
    });
  }
}

function toCaseConnection(
  rows: Awaited<ReturnType<Queries['lists']['casePage']>>,
  size: number,
  sortedBy: (row: (typeof rows)[number]) => Date | null,
) {
  return toConnection(rows, size, (row) => toCursor(sortedBy(row), row.id), toCaseType);
}

function filterOf(filter: CaseFilterInput | null, hallCode: string, now: Date): CaseFilter {
  const { status, applicantIdNumber, receivedFrom, receivedTo, overdue } = filter ?? {};
  const { windowId, itemId, responsibleId, departmentId, participantId } = filter ?? {};
  return {
    statuses: status?.length ? status : null,
    ...idsOfHall(hallCode, { windowId, itemId, responsibleId, departmentId, participantId }),
    idNumber: applicantIdNumber?.toUpperCase() ?? null,
    receivedFrom: receivedFrom ? instantAt(receivedFrom, '00:00') : null,
    receivedBefore: receivedTo ? instantAt(addDays(receivedTo, 1), '00:00') : null,
    overdueAt: overdue ? now : null,
  };
}
