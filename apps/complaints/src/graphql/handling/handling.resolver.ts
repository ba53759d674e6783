import { Ctx, Mutation, Resolver } from 'type-graphql';
import { AllowedTo, Input, KeyArg, ofAnotherHall } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import { complaintDesk } from '../../domain/register/viewer';
import { classifyComplaint } from '../../use-cases/handling/classify-complaint';
import { closeComplaint } from '../../use-cases/handling/close-complaint';
import { decideComplaint } from '../../use-cases/handling/decide-complaint';
import { giveFeedback } from '../../use-cases/handling/give-feedback';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import { ComplaintResult } from '../register/complaint.type';
import { act } from '../results';
import { ClassifyComplaintInput, DecideComplaintInput, FeedbackInput } from './handling.input';

/** A complaint from classification to closing. */
@Resolver()
export class HandlingResolver {
  constructor(private readonly parts: ComplaintParts) {}

  @Mutation(() => ComplaintResult, {
    description: '分类：时间、窗口、性质三项必填（S6.5.2） / Classify; all three fields are mandatory',
  })
  @AllowedTo(...complaintDesk)
  classifyComplaint(
    @Input(() => ClassifyComplaintInput) input: ClassifyComplaintInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { complaintId: key, windowId: window, ...said } = input;
    if (window && window.hallCode !== key.hallCode) throw ofAnotherHall('windowId');
    return act(this.parts, context, classifyComplaint, { key, windowId: window?.id ?? null, ...said }, 'complaint');
  }

  @Mutation(() => ComplaintResult, { description: '作出处理决定 / Decide a complaint; that ends its term' })
  @AllowedTo(...complaintDesk)
  decideComplaint(@Input(() => DecideComplaintInput) input: DecideComplaintInput, @Ctx() context: ComplaintContext) {
    const { complaintId: key, ...decision } = input;
    return act(this.parts, context, decideComplaint, { key, ...decision }, 'complaint');
  }

  @Mutation(() => ComplaintResult, { description: '向投诉人反馈结果（S6.4g） / Tell the complainant the result' })
  @AllowedTo(...complaintDesk)
  giveFeedback(@Input(() => FeedbackInput) input: FeedbackInput, @Ctx() context: ComplaintContext) {
    const { complaintId: key, ...feedback } = input;
    return act(this.parts, context, giveFeedback, { key, ...feedback }, 'complaint');
  }

  @Mutation(() => ComplaintResult, {
    description: '办结；未反馈不得办结（S6.4g） / Close; not before the complainant has been told',
  })
  @AllowedTo(...complaintDesk)
  closeComplaint(@KeyArg('complaintId', '投诉件 / Complaint') key: HallKey, @Ctx() context: ComplaintContext) {
    return act(this.parts, context, closeComplaint, key, 'complaint');
  }
}
