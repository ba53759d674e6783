import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AllowedTo, PageArgs, pageSize, parseCursor, staffRoles, toConnection, toCursor } from '@hall/platform/graphql';
import type { CaseContext } from '../loaders';
import { CorrectionNoticeType } from '../cases/paper.type';
import { CaseStepType, JointTaskType } from '../cases/part.type';
import { ReferralType } from '../contacts/contact.type';
import { MajorMatterType } from '../major-matters/major-matter.type';
import { ServiceRatingType } from '../ratings/rating.type';
import { AlertConnection, AlertType, toAlertType } from './alert.type';
import type { CaseParts } from '../queries';

/** What somebody has to look at. */
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => AlertConnection, {
    description:
      '未了结的提醒，最急在前：中心看全部，部门负责人看本部门，其他人看本人负责的（S3.5、A-06） / What has to be looked at, the most urgent first: all of the hall for leaders and the office, a head’s own department, else one’s own',
  })
  @AllowedTo(...staffRoles)
  async alerts(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { actor }: CaseContext) {
    const hallCode = actor.hallCode ?? '';
    const size = pageSize(first);
    const rows = await this.parts.queries.alerts.alertPage(hallCode, actor.account ?? '', parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ urgency, id }) => toCursor(urgency, id),
      (row) => toAlertType(hallCode, row),
    );
  }

  @FieldResolver(() => MajorMatterType, { nullable: true, description: '请示汇报 / The major matter, of one' })
  majorMatter(@Root() { subject, id }: AlertType, @Ctx() { loaders }: CaseContext) {
    return subject === 'MAJOR_MATTER' ? loaders.matter.load(id) : null;
  }

  @FieldResolver(() => ServiceRatingType, {
    nullable: true,
    description: '差评；对本人的评价为 null / The bad rating, of one; null for whom it is about',
  })
  rating(@Root() { subject, id }: AlertType, @Ctx() { loaders }: CaseContext) {
    return subject === 'RATING' ? loaders.ratingOfSomebodyElse.load(id) : null;
  }

  @FieldResolver(() => ReferralType, { nullable: true, description: '退回的导办 / The referral that came back' })
  referral(@Root() { contactId, id }: AlertType, @Ctx() { loaders }: CaseContext) {
    return contactId && partWith(loaders.referrals.load(contactId), (part) => part.id === id);
  }

  @FieldResolver(() => CaseStepType, { nullable: true, description: '环节 / The step, of one' })
  step(@Root() { subject, caseId, id }: AlertType, @Ctx() { loaders }: CaseContext) {
    return subject === 'STEP' && caseId ? partWith(loaders.steps.load(caseId), (part) => part.id === id) : null;
  }

  @FieldResolver(() => JointTaskType, { nullable: true, description: '联办事项 / The part of a department, of one' })
  jointTask(@Root() { subject, caseId, id }: AlertType, @Ctx() { loaders }: CaseContext) {
    const isPart = subject === 'JOINT_TASK' && caseId;
    return isPart ? partWith(loaders.participants.load(caseId), (part) => part.id === id) : null;
  }

  @FieldResolver(() => CorrectionNoticeType, {
    nullable: true,
    description: '未送达的通知书 / The notice that was not handed over, of one',
  })
  notice(@Root() { subject, caseId, id }: AlertType, @Ctx() { loaders }: CaseContext) {
    const isNotice = subject === 'NOTICE' && caseId;
    return isNotice ? partWith(loaders.notices.load(caseId), (part) => part.deadlineId === id) : null;
  }
}

async function partWith<T>(parts: Promise<readonly T[]>, is: (part: T) => boolean): Promise<T | null> {
  return (await parts).find(is) ?? null;
}
