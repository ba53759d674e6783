import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AllowedTo, commandOf, globalId, keyOf, createType, ofAnotherHall, notYourHall } from '@hall/platform/graphql';
import { viewerOf } from '../../domain/register/viewer';
import { classifyComplaint } from '../../use-cases/handling/classify-complaint';
import { closeComplaint } from '../../use-cases/handling/close-complaint';
import { decideComplaint } from '../../use-cases/handling/decide-complaint';
import { giveFeedback } from '../../use-cases/handling/give-feedback';
import { registerComplaint } from '../../use-cases/register/register-complaint';
import { toMutationResult } from '../results';
import { ClassifyComplaintInput, DecideComplaintInput, FeedbackInput, RegisterComplaintInput } from './complaint.input';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import { ComplaintResult, RegisterComplaintResult, ComplaintReceiptType, ComplaintType } from './complaint.type';

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
    @Arg('input', () => RegisterComplaintInput, { description: '内容 / What it says' }) input: RegisterComplaintInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { idempotencyKey, channel, summary, windowId, respondentId, caseId, grounds, complainant } = input;
    const hallCode = input.hallCode ?? context.actor.hallCode;
    if (hallCode === undefined || hallCode !== context.actor.hallCode) throw notYourHall();
    const key = (id: string | undefined) => (id == null ? null : keyOf(id));
    const complaint = {
      hallCode,
      channel,
      summary,
      window: key(windowId),
      respondent: key(respondentId),
      case: key(caseId),
      grounds: grounds ?? [],
      complainant: complainant ? { name: complainant.name, phone: complainant.phone ?? null } : null,
    };
    const command = commandOf(context, complaint, idempotencyKey);
    return toMutationResult(registerComplaint(this.parts.ports, command), context, async (registered) => {
      const shown = await context.loaders.complaint.load(globalId(registered));
      return shown ?? createType(ComplaintReceiptType, { number: registered.number });
    });
  }

  @Mutation(() => ComplaintResult, {
    description: '分类：时间、窗口、性质三项必填（S6.5.2） / Classify; all three fields are mandatory',
  })
  @AllowedTo(...desk)
  classifyComplaint(
    @Arg('input', () => ClassifyComplaintInput, { description: '内容 / What it says' }) input: ClassifyComplaintInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { complaintId, timeClass, windowId, windowUnclear, grounds } = input;
    const key = keyOf(complaintId);
    const window = windowId == null ? null : keyOf(windowId);
    if (window && window.hallCode !== key.hallCode) throw ofAnotherHall('windowId');
    const command = commandOf(context, { key, timeClass, windowId: window?.id ?? null, windowUnclear, grounds });
    return toMutationResult(classifyComplaint(this.parts.ports, command), context, (changed) =>
      context.loaders.complaint.load(globalId(changed)),
    );
  }

  @Mutation(() => ComplaintResult, { description: '作出处理决定 / Decide a complaint; that ends its term' })
  @AllowedTo(...desk)
  decideComplaint(
    @Arg('input', () => DecideComplaintInput, { description: '内容 / What it says' }) input: DecideComplaintInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { complaintId, finding, opinion } = input;
    const command = commandOf(context, { key: keyOf(complaintId), finding, opinion });
    return toMutationResult(decideComplaint(this.parts.ports, command), context, (changed) =>
      context.loaders.complaint.load(globalId(changed)),
    );
  }

  @Mutation(() => ComplaintResult, { description: '向投诉人反馈结果（S6.4g） / Tell the complainant the result' })
  @AllowedTo(...desk)
  giveFeedback(
    @Arg('input', () => FeedbackInput, { description: '内容 / What it says' }) input: FeedbackInput,
    @Ctx() context: ComplaintContext,
  ) {
    const { complaintId, mode, content, complainantView } = input;
    const command = commandOf(context, {
      key: keyOf(complaintId),
      mode,
      content,
      complainantView: complainantView ?? null,
    });
    return toMutationResult(giveFeedback(this.parts.ports, command), context, (changed) =>
      context.loaders.complaint.load(globalId(changed)),
    );
  }

  @Mutation(() => ComplaintResult, {
    description: '办结；未反馈不得办结（S6.4g） / Close; not before the complainant has been told',
  })
  @AllowedTo(...desk)
  closeComplaint(
    @Arg('id', () => ID, { description: '投诉件 / Complaint' }) id: string,
    @Ctx() context: ComplaintContext,
  ) {
    const command = commandOf(context, keyOf(id));
    return toMutationResult(closeComplaint(this.parts.ports, command), context, (changed) =>
      context.loaders.complaint.load(globalId(changed)),
    );
  }
}
