import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AllowedTo, globalId, createType, exactlyOne, notYourHall, Input } from '@hall/platform/graphql';
import { complaintDesk, viewerOf } from '../../domain/register/viewer';
import { registerComplaint } from '../../use-cases/register/register-complaint';
import { RegisterComplaintInput } from './complaint.input';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import { RegisterComplaintResult, ComplaintReceiptType, ComplaintType } from './complaint.type';
import { act } from '../results';

/** The register: intake, and looking up. */
@Resolver()
export class ComplaintResolver {
  constructor(private readonly parts: ComplaintParts) {}

  @Query(() => ComplaintType, {
    nullable: true,
    description:
      '按标识或登记号（二者居一）查投诉件；与己有关者视同不存在（A-26） / By id or by number, one of them; absent for everybody whom it concerns',
  })
  @AllowedTo('SIGNED_IN')
  async complaint(
    @Arg('id', () => ID, { nullable: true, description: '投诉件标识 / Id' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: '登记号 / Register number' }) number: string | null,
    @Ctx() { loaders, viewer }: ComplaintContext,
  ) {
    exactlyOne({ id, number });
    if (id != null) return loaders.complaint.load(id);
    const found = number
      ? await this.parts.reads.register.complaintByNumber(viewerOf(await viewer()), number)
      : undefined;
    return found ? loaders.complaint.load(globalId(found)) : null;
  }

  @Mutation(() => RegisterComplaintResult, {
    description:
      '登记投诉；口头投诉一律受理（A-24） / Take a complaint into the register; oral intake is never refused',
  })
  @AllowedTo(...complaintDesk, 'SECTION_HEAD', 'OFFICER', 'APPLICANT')
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
}
