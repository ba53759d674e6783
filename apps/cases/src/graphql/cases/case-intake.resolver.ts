import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AllowedTo, Input, ofAnotherHall, staffRoles } from '@hall/platform/graphql';
import { checkMaterials } from '../../use-cases/cases/check-materials';
import { acknowledgeNotice, deliverNotice } from '../../use-cases/cases/deliver-notice';
import { hallOfNumber } from '../../domain/cases/case-number';
import { acknowledgeRejection, declineCase, withdrawCase } from '../../use-cases/cases/end-case';
import { issueSecondNotice } from '../../use-cases/cases/issue-second-notice';
import { submitCase } from '../../use-cases/cases/submit-case';
import { correctOnSpot, supplyCorrection } from '../../use-cases/cases/supply-correction';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { CaseResult, SubmitCaseResult } from './case.type';
import {
  CheckMaterialsInput,
  CorrectOnSpotInput,
  DeclineCaseInput,
  DeliverNoticeInput,
  SecondNoticeInput,
  SubmitCaseInput,
  SupplyCorrectionInput,
  WithdrawCaseInput,
} from './case.input';
import { act } from '../results';

/** How an application comes in: checked, accepted, notified once, declined, withdrawn. */
@Resolver()
export class CaseIntakeResolver {
  constructor(private readonly parts: CaseParts) {}

  @Mutation(() => SubmitCaseResult, {
    description:
      '提交申请：齐全即受理并出具受理单（S3.4b），不齐则一次性告知（S4.1b） / Complete: accepted with a slip; incomplete: one notice that says everything',
  })
  @AllowedTo(...staffRoles)
  submitCase(@Input(() => SubmitCaseInput) input: SubmitCaseInput, @Ctx() context: CaseContext) {
    const { itemId: item, windowId: window, contactId: contact, applicant, checked: isChecked, ...said } = input;
    const { phone = null, idNumber, ...person } = applicant;
    const normalised = { ...person, phone, idNumber: idNumber.toUpperCase() };
    const submission = { ...said, item, window, contact, isChecked, applicant: normalised };
    return act(this.parts, context, submitCase, submission, 'case');
  }

  @Mutation(() => CaseResult, {
    description:
      '审查信函、网上收件：受理或一次性告知（A-13） / Checks what was received unseen: accepted, or told once',
  })
  @AllowedTo(...staffRoles)
  checkMaterials(@Input(() => CheckMaterialsInput) input: CheckMaterialsInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...found } = input;
    return act(this.parts, context, checkMaterials, { key, ...found }, 'case');
  }

  @Mutation(() => CaseResult, { description: '当场更正（S4.2c） / Helps to correct an error on the spot' })
  @AllowedTo(...staffRoles)
  correctOnSpot(@Input(() => CorrectOnSpotInput) input: CorrectOnSpotInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...corrected } = input;
    return act(this.parts, context, correctOnSpot, { key, ...corrected }, 'case');
  }

  @Mutation(() => CaseResult, { description: '补交材料（S4.3c） / The applicant brings what a notice asked for' })
  @AllowedTo(...staffRoles)
  supplyCorrection(@Input(() => SupplyCorrectionInput) input: SupplyCorrectionInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...supplied } = input;
    return act(this.parts, context, supplyCorrection, { key, ...supplied }, 'case');
  }

  @Mutation(() => CaseResult, {
    description:
      '再次告知；除 A-14 外不可能，受理后须由负责人出具（S4.1b） / Another notice; impossible save for A-14, and after acceptance a head’s',
  })
  @AllowedTo(...staffRoles)
  issueSecondNotice(@Input(() => SecondNoticeInput) input: SecondNoticeInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...notice } = input;
    return act(this.parts, context, issueSecondNotice, { key, ...notice }, 'case');
  }

  @Mutation(() => CaseResult, {
    description: '不予受理：说明理由并指明去处（S4.4c） / Declines for a closed reason and directs the applicant',
  })
  @AllowedTo(...staffRoles)
  declineCase(@Input(() => DeclineCaseInput) input: DeclineCaseInput, @Ctx() context: CaseContext) {
    const { caseId: key, referToWindowId: window, referToItemId: item, ...said } = input;
    if (window && window.hallCode !== key.hallCode) throw ofAnotherHall('referToWindowId');
    if (item && item.hallCode !== key.hallCode) throw ofAnotherHall('referToItemId');
    const referral = { referToWindowId: window?.id ?? null, referToItemId: item?.id ?? null };
    return act(this.parts, context, declineCase, { key, ...said, ...referral }, 'case');
  }

  @Mutation(() => CaseResult, {
    description:
      '书面送达补齐通知书（S4.3a、A-15） / Hands a notice over in writing: on paper, or by the channel the applicant chose',
  })
  @AllowedTo(...staffRoles)
  deliverNotice(@Input(() => DeliverNoticeInput) input: DeliverNoticeInput, @Ctx() context: CaseContext) {
    const hallCode = context.actor.hallCode ?? '';
    return act(this.parts, context, deliverNotice, { hallCode, ...input }, 'case');
  }

  @Mutation(() => CaseResult, {
    description: '申请人确认收到电子通知书（A-15） / The applicant confirms having received a notice electronically',
  })
  @AllowedTo('APPLICANT')
  acknowledgeNotice(
    @Arg('number', () => String, { description: '通知书号 / Number of the notice' }) number: string,
    @Ctx() context: CaseContext,
  ) {
    // An applicant has no hall of their own; the number says which it is.
    const hallCode = hallOfNumber(number) ?? '';
    return act(this.parts, context, acknowledgeNotice, { hallCode, number }, 'case');
  }

  @Mutation(() => CaseResult, { description: '撤回申请 / The applicant takes the application back' })
  @AllowedTo(...staffRoles, 'APPLICANT')
  withdrawCase(@Input(() => WithdrawCaseInput) input: WithdrawCaseInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...said } = input;
    return act(this.parts, context, withdrawCase, { key, ...said }, 'case');
  }

  @Mutation(() => CaseResult, { description: '上级签收不予报备 / A superior confirms having read a reported refusal' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  acknowledgeRejection(
    @Arg('number', () => String, { description: '报备号 / Number of the report' }) number: string,
    @Ctx() context: CaseContext,
  ) {
    const hallCode = context.actor.hallCode ?? '';
    return act(this.parts, context, acknowledgeRejection, { hallCode, number }, 'case');
  }
}
