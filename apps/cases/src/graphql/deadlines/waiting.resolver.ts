import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { toWaiting } from '@hall/platform/deadline-graph';
import type { WaitingReader } from '@hall/platform/deadlines';
import {
  AllowedTo,
  createType,
  PageArgs,
  pageSize,
  parseCursor,
  staffRoles,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import { waitingKinds } from '../../domain/deadlines/waiting';
import type { WaitingKind } from '../../domain/deadlines/waiting';
import { waitingFor } from '../../persistence/deadlines/waiting-queries';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { WaitingConnection, WaitingCountType, WaitingKindEnum, WaitingSubjectUnion, WaitingType } from './waiting.type';

const readerOf = ({ actor }: CaseContext, kinds: readonly WaitingKind[] | null): WaitingReader<WaitingKind> => {
  const { hallCode = '', account = '', roles } = actor;
  return { hallCode, account, roles, kinds };
};

/** What waits for whoever asks. */
@Resolver(() => WaitingType)
export class WaitingResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => WaitingConnection, {
    description:
      '等待本人办理的全部事项及其期限，最先到期者在前（S2.2c、S3.4d） / Everything that waits for the caller to act, with its clock; what is due first comes first, what has no day last',
  })
  @AllowedTo(...staffRoles)
  async waitingForMe(
    @Arg('kinds', () => [WaitingKindEnum], { nullable: true, description: '种类；缺省为全部 / Kinds; all when absent' })
    kinds: readonly WaitingKind[] | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: CaseContext,
  ) {
    const size = pageSize(first);
    const reader = readerOf(context, kinds);
    const rows = await waitingFor.page(this.parts.queries.database, reader, parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ place, id }) => toCursor(place, id),
      ({ subject: about, ...row }) =>
        Object.assign(toWaiting(WaitingType, reader.hallCode, row, waitingKinds), { about }),
    );
  }

  @Query(() => [WaitingCountType], {
    description:
      '等待本人办理的件数，按种类；没有的种类不列 / How much waits for the caller, by kind; kinds of which nothing does are not listed',
  })
  @AllowedTo(...staffRoles)
  async waitingCounts(@Ctx() context: CaseContext) {
    const reader = readerOf(context, null);
    const counts = await waitingFor.counts(this.parts.queries.database, reader);
    return counts.map((count) => createType(WaitingCountType, { hallCode: reader.hallCode, ...count }));
  }

  @FieldResolver(() => WaitingSubjectUnion, {
    nullable: true,
    description: '所涉；月报为 null，`key` 即月份 / What it is about; null for a report, whose `key` is its month',
  })
  async subject(@Root() { about, subjectId, key }: WaitingType, @Ctx() { loaders }: CaseContext) {
    if (about === 'month') return null;
    if (about !== 'task') return loaders[about].load(subjectId);
    return (await loaders.participants.load(subjectId)).find(({ id }) => id === key) ?? null;
  }
}
