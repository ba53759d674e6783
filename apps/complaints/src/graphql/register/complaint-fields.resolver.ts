import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CaseRef, AllowedTo, refTo, ServiceWindowRef, StaffRef } from '@hall/platform/graphql';
import type { ComplaintContext } from '../loaders';
import { ComplainantType, ComplaintActionType, ComplaintType, FeedbackType } from './complaint.type';

/** Fields of a complaint that lead elsewhere or need a loader. */
@Resolver(() => ComplaintType)
export class ComplaintFieldsResolver {
  @FieldResolver(() => ComplainantType, {
    nullable: true,
    description: '投诉人（脱敏）；匿名为 null / Complainant, masked; null when anonymous',
  })
  @AllowedTo('DESK_OFFICER', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'APPLICANT')
  complainant(@Root() { id }: ComplaintType, @Ctx() { loaders }: ComplaintContext) {
    return loaders.complainant.load(id);
  }

  @FieldResolver(() => ServiceWindowRef, {
    nullable: true,
    description: '所涉窗口；不明为 null / Window; null when unclear',
  })
  window(@Root() { windowId }: ComplaintType) {
    return refTo(ServiceWindowRef, windowId);
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: '被投诉人 / Whom it is about' })
  respondent(@Root() { respondentId }: ComplaintType) {
    return refTo(StaffRef, respondentId);
  }

  @FieldResolver(() => CaseRef, { nullable: true, description: '所涉办件 / Case it is about' })
  case(@Root() { caseId }: ComplaintType) {
    return refTo(CaseRef, caseId);
  }

  @FieldResolver(() => StaffRef, { description: '承办人 / Who answers for it' })
  owner(@Root() { ownerId }: ComplaintType) {
    return refTo(StaffRef, ownerId);
  }

  @FieldResolver(() => [ComplaintActionType], { description: '办理记录 / Who did what' })
  actions(@Root() { id }: ComplaintType, @Ctx() { loaders }: ComplaintContext) {
    return loaders.actions.load(id);
  }
}

/** Fields of feedback that lead elsewhere. */
@Resolver(() => FeedbackType)
export class FeedbackFieldsResolver {
  @FieldResolver(() => StaffRef, { description: '反馈人 / By whom' })
  givenBy(@Root() { givenById }: FeedbackType) {
    return refTo(StaffRef, givenById);
  }
}

/** Fields of a line of the record that lead elsewhere. */
@Resolver(() => ComplaintActionType)
export class ComplaintActionFieldsResolver {
  @FieldResolver(() => StaffRef, {
    nullable: true,
    description: '经办人；投诉人自行登记时为 null / Who did it; null when the complainant did',
  })
  officer(@Root() { officerId }: ComplaintActionType) {
    return refTo(StaffRef, officerId);
  }
}
