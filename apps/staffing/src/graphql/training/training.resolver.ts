import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root, Args } from 'type-graphql';
import type { PlainDate, HallKey } from '@hall/kernel';
import {
  AllowedTo,
  idsOfHall,
  LocalDateScalar,
  staffRoles,
  Input,
  KeyArg,
  PageArgs,
  pageSize,
  parsePlace,
  toConnection,
  toPlace,
} from '@hall/platform/graphql';
import { readDuties } from '../../use-cases/training/read-duties';
import { recordTraining } from '../../use-cases/training/record-training';
import { RecordTrainingInput } from './training.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import { AcknowledgeDutiesResult, PostType, StaffType } from '../structure/structure.type';
import { RecordTrainingResult, DutyReceiptType, TrainingType, TrainingConnection } from './training.type';
import { toTrainingType } from './to-training';
import { act } from '../results';

/** Duties that are read, trainings that are attended. */
@Resolver(() => TrainingType)
export class TrainingResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => TrainingConnection, {
    description: '本大厅学习培训，最新在前（S2.4b） / Trainings of the hall, the newest first',
  })
  @AllowedTo(...staffRoles)
  async trainings(
    @Arg('from', () => LocalDateScalar, { description: '起 / From' }) from: PlainDate,
    @Arg('to', () => LocalDateScalar, { description: '止 / To, inclusive' }) to: PlainDate,
    @KeyArg('staffId', '仅此人参加的 / Only those that this person attended', { nullable: true })
    attendee: HallKey | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: StaffingContext,
  ) {
    const hallCode = actor.hallCode ?? '';
    const size = pageSize(first);
    const span = { from, to, ...idsOfHall(hallCode, { staffId: attendee }) };
    const place = parsePlace(after, 'day', 'id');
    const rows = await this.parts.reads.training.trainingsBetween(hallCode, span, place, size);
    return toConnection(rows, size, ({ heldOn, id }) => toPlace(heldOn, id), toTrainingType);
  }

  @Mutation(() => RecordTrainingResult, { description: '记录学习培训（S2.4b） / Keeps a training that was held' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  recordTraining(@Input(() => RecordTrainingInput) input: RecordTrainingInput, @Ctx() context: StaffingContext) {
    const { attendeeIds: attendees, ...held } = input;
    const said = { ...held, hallCode: context.actor.hallCode ?? '', attendees };
    return act(this.parts, context, recordTraining, said, async (key) => {
      const [training] = await this.parts.reads.training.trainings([key]);
      return training ? toTrainingType(training) : null;
    });
  }

  @Mutation(() => AcknowledgeDutiesResult, {
    description: '阅知岗位职责（S2.4a） / Confirms to have read the duties of a post',
  })
  @AllowedTo(...staffRoles)
  acknowledgeDuties(@KeyArg('postId', '岗位 / Post') post: HallKey, @Ctx() context: StaffingContext) {
    return act(this.parts, context, readDuties, { post }, 'post');
  }
}

/** Who knows what a post is for. */
@Resolver(() => PostType)
export class PostDutiesResolver {
  @FieldResolver(() => [DutyReceiptType], { description: '职责阅知记录（S2.4a） / Who has read the duties, and when' })
  @AllowedTo(...staffRoles, 'ADMIN')
  dutyReceipts(@Root() { id }: PostType, @Ctx() { loaders }: StaffingContext) {
    return loaders.dutyReceipts.load(id);
  }

  @FieldResolver(() => [StaffType], {
    description: '尚未阅知现行职责的A岗、B岗（S2.4a） / Lead and deputy who have not read the duties as they are now',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  async unreadBy(@Root() post: PostType, @Ctx() { loaders }: StaffingContext) {
    const receipts = (await loaders.dutyReceipts.load(post.id)) ?? [];
    const read = new Set(receipts.filter(({ current }) => current).map(({ staffId }) => staffId));
    return loaders.staff.loadMany([post.leadId, post.deputyId].filter((id) => !read.has(id)));
  }
}
