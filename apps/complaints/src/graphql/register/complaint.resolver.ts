import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AllowedTo, globalId, createType, ofAnotherHall, notYourHall, Input, KeyArg } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import { viewerOf } from '../../domain/register/viewer';
import { classifyComplaint } from '../../use-cases/handling/classify-complaint';
import { closeComplaint } from '../../use-cases/handling/close-complaint';
import { decideComplaint } from '../../use-cases/handling/decide-complaint';
import { giveFeedback } from '../../use-cases/handling/give-feedback';
import { registerComplaint } from '../../use-cases/register/register-complaint';
import { ClassifyComplaintInput, DecideComplaintInput, FeedbackInput, RegisterComplaintInput } from './complaint.input';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import { ComplaintResult, RegisterComplaintResult, ComplaintReceiptType, ComplaintType } from './complaint.type';
import { act } from '../results';

/** Those who handle complaints. */
const desk = ['DESK_OFFICER', 'CENTRE_OFFICE', 'CENTRE_LEADER'] as const;

/** Complaints from intake to closing. */
@Resolver()
export class ComplaintResolver {
  constructor(private readonly parts: ComplaintParts) {}

  @Query(() => ComplaintType, {
    nullable: true,
    description:
      '按标识或登记号查投诉件；与己有关者视同不存在（A-26） / By id or number; absent for everybody whom it concerns',
  })
  @AllowedTo('SIGNED_IN')
  async complaint(
    @Arg('id', () => ID, { nullable: true, description: '投诉件标识 / Id' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: '登记号 / Register number' }) number: string | null,
    @Ctx() { loaders, actor }: ComplaintContext,
  ) {
    if (id) return loaders.complaint.load(id);
    const found = number ? await this.parts.queries.complaintByNumber(viewerOf(actor), number) : undefined;
    return found ? loaders.complaint.load(globalId(found)) : null;
  }

  @Mutation(() => RegisterComplaintResult, {
    description:
      '登记投诉；口头投诉一律受理（A-24） / Take a complaint into the register; oral intake is never refused',
  })
  @AllowedTo(...desk, 'SECTION_HEAD', 'OFFICER', 'APPLICANT')
  registerComplaint(
    @Input(() => RegisterComplaintInput) input: RegisterComplaintInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { windowId: window, respondentId: respondent, caseId, complainant = null, ...said } = input;
    const hallCode = input.hallCode ?? context.actor.hallCode;
    if (hallCode === undefined || hallCode !== context.actor.hallCode) throw notYourHall();
    const complaint = { ...said, hallCode, window, respondent, case: caseId, complainant, grounds: said.grounds ?? [] };
    return act(this.parts, context, registerComplaint, complaint, async (registered) => {
      const shown = await context.loaders.complaint.load(globalId(registered));
      return shown ?? createType(ComplaintReceiptType, { number: registered.number });
    });
  }

  @Mutation(() => ComplaintResult, {
    description: '分类：时间、窗口、性质三项必填（S6.5.2） / Classify; all three fields are mandatory',
  })
  @AllowedTo(...desk)
  classifyComplaint(
    @Input(() => ClassifyComplaintInput) input: ClassifyComplaintInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { complaintId: key, windowId: window, ...said } = input;
    if (window && window.hallCode !== key.hallCode) throw ofAnotherHall('windowId');
    return act(this.parts, context, classifyComplaint, { key, windowId: window?.id ?? null, ...said }, 'complaint');
  }

  @Mutation(() => ComplaintResult, { description: '作出处理决定 / Decide a complaint; that ends its term' })
  @AllowedTo(...desk)
  decideComplaint(@Input(() => DecideComplaintInput) input: DecideComplaintInput, @Ctx() context: ComplaintContext) {
    const { complaintId: key, ...decision } = input;
    return act(this.parts, context, decideComplaint, { key, ...decision }, 'complaint');
  }

  @Mutation(() => ComplaintResult, { description: '向投诉人反馈结果（S6.4g） / Tell the complainant the result' })
  @AllowedTo(...desk)
  giveFeedback(@Input(() => FeedbackInput) input: FeedbackInput, @Ctx() context: ComplaintContext) {
    const { complaintId: key, ...feedback } = input;
    return act(this.parts, context, giveFeedback, { key, ...feedback }, 'complaint');
  }

  @Mutation(() => ComplaintResult, {
    description: '办结；未反馈不得办结（S6.4g） / Close; not before the complainant has been told',
  })
  @AllowedTo(...desk)
  closeComplaint(@KeyArg('complaintId', '投诉件 / Complaint') key: HallKey, @Ctx() context: ComplaintContext) {
    return act(this.parts, context, closeComplaint, key, 'complaint');
  }
}
