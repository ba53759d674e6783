import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { PlainDate } from '@hall/kernel';
import { AllowedTo, commandOf, globalId, keyOf, LocalDateScalar, staffRoles } from '@hall/platform/graphql';
import { readDuties } from '../../use-cases/training/read-duties';
import { recordTraining } from '../../use-cases/training/record-training';
import { RecordTrainingInput } from './training.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import { AcknowledgeDutiesResult, PostType, StaffType } from '../structure/structure.type';
import { RecordTrainingResult, DutyReceiptType, TrainingType } from './training.type';
import { toMutationResult } from '../results';
import { toTrainingType } from './to-training';

/** Duties that are read, trainings that are attended. */
@Resolver(() => TrainingType)
export class TrainingResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => [TrainingType], {
    description:
      '本大厅学习培训，最新在前，至多 500 次（S2.4b） / Trainings of the hall, the newest first, at most 500',
  })
  @AllowedTo(...staffRoles)
  async trainings(
    @Arg('from', () => LocalDateScalar, { description: '起 / From' }) from: PlainDate,
    @Arg('to', () => LocalDateScalar, { description: '止 / To, inclusive' }) to: PlainDate,
    @Arg('staffId', () => ID, { nullable: true, description: '仅此人参加的 / Only those that this person attended' })
    staffId: string | null,
    @Ctx() { actor }: StaffingContext,
  ) {
    const hallCode = actor.hallCode ?? '';
    const attendee = staffId == null ? null : keyOf(staffId, 'staffId');
    if (attendee && attendee.hallCode !== hallCode) return [];
    const span = { from, to, staffId: attendee?.id ?? null };
    return (await this.parts.reads.training.trainingsBetween(hallCode, span)).map(toTrainingType);
  }

  @Mutation(() => RecordTrainingResult, { description: '记录学习培训（S2.4b） / Keeps a training that was held' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  recordTraining(
    @Arg('input', () => RecordTrainingInput, { description: '内容 / What it says' }) input: RecordTrainingInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, attendeeIds, ...said } = input;
    const attendees = attendeeIds.map((id) => keyOf(id, 'attendeeIds'));
    const command = commandOf(context, { ...said, hallCode: context.actor.hallCode ?? '', attendees }, idempotencyKey);
    return toMutationResult(recordTraining(this.parts.ports, command), context, async (key) => {
      const [training] = await this.parts.reads.training.trainings([key]);
      return training ? toTrainingType(training) : null;
    });
  }

  @Mutation(() => AcknowledgeDutiesResult, {
    description: '阅知岗位职责（S2.4a） / Confirms to have read the duties of a post',
  })
  @AllowedTo(...staffRoles)
  acknowledgeDuties(
    @Arg('postId', () => ID, { description: '岗位 / Post' }) postId: string,
    @Ctx() context: StaffingContext,
  ) {
    const command = commandOf(context, { post: keyOf(postId, 'postId') });
    return toMutationResult(readDuties(this.parts.ports, command), context, (key) =>
      context.loaders.post.load(globalId(key)),
    );
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
