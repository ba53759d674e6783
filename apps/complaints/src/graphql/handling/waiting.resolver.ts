import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { toWaiting } from '@hall/platform/deadline-graph';
import type { WaitingReader } from '@hall/platform/deadlines';
import { AllowedTo, createType, PageArgs, pageSize, parseCursor, toConnection, toCursor } from '@hall/platform/graphql';
import { complaintWaitingKinds } from '../../domain/handling/waiting';
import type { ComplaintWaitingKind } from '../../domain/handling/waiting';
import { complaintDesk } from '../../domain/register/viewer';
import { complaintsWaiting } from '../../persistence/handling/waiting-queries';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import {
  ComplaintWaitingConnection,
  ComplaintWaitingCountType,
  ComplaintWaitingKindEnum,
  ComplaintWaitingType,
} from './waiting.type';

const readerOf = ({ actor }: ComplaintContext, kinds: readonly ComplaintWaitingKind[] | null) => {
  const { hallCode = '', account = '', roles } = actor;
  return { hallCode, account, roles, kinds } satisfies WaitingReader<ComplaintWaitingKind>;
};

/** What of complaints waits for whoever asks. */
@Resolver(() => ComplaintWaitingType)
export class ComplaintWaitingResolver {
  constructor(private readonly parts: ComplaintParts) {}

  @Query(() => ComplaintWaitingConnection, {
    description:
      '等待本人办理的投诉件及其期限，最先到期者在前；与己有关者不列（S6.5.0、A-26） / Complaints of which the next step is the caller’s, with their clocks; what is due first comes first; none that concerns the caller',
  })
  @AllowedTo(...complaintDesk)
  async complaintsWaitingForMe(
    @Arg('kinds', () => [ComplaintWaitingKindEnum], {
      nullable: true,
      description: '种类；缺省为全部 / Kinds; all when absent',
    })
    kinds: readonly ComplaintWaitingKind[] | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: ComplaintContext,
  ) {
    const size = pageSize(first);
    const reader = readerOf(context, kinds);
    const rows = await complaintsWaiting.page(this.parts.reads.database, reader, parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ place, id }) => toCursor(place, id),
      ({ subjectId: complaintId, ...row }) =>
        toWaiting(ComplaintWaitingType, reader.hallCode, { ...row, complaintId }, complaintWaitingKinds),
    );
  }

  @Query(() => [ComplaintWaitingCountType], {
    description: '等待本人办理的投诉件数，按种类 / How many complaints wait for the caller, by kind',
  })
  @AllowedTo(...complaintDesk)
  async complaintsWaitingCounts(@Ctx() context: ComplaintContext) {
    const reader = readerOf(context, null);
    const counts = await complaintsWaiting.counts(this.parts.reads.database, reader);
    return counts.map((count) => createType(ComplaintWaitingCountType, { hallCode: reader.hallCode, ...count }));
  }
}
