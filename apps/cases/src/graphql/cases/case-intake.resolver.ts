import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { AllowedTo, commandOf, globalId, keyOf, staffRoles, textOf, ofAnotherHall } from '@hall/platform/graphql';
import type { NonAcceptanceReason } from '../../domain/cases/end-case';
import { checkMaterials } from '../../use-cases/cases/check-materials';
import { acknowledgeNotice, deliverNotice } from '../../use-cases/cases/deliver-notice';
import { acknowledgeRefusal, declineCase, withdrawCase } from '../../use-cases/cases/end-case';
import { issueSecondNotice } from '../../use-cases/cases/issue-second-notice';
import { submitCase } from '../../use-cases/cases/submit-case';
import { correctOnSpot, supplyCorrection } from '../../use-cases/cases/supply-correction';
import { toMutationResult } from '../results';
import { CheckMaterialsInput, SecondNoticeInput, SubmitCaseInput, SupplyCorrectionInput } from './case.input';
import type { FindingInput } from './case.input';
import type { CaseContext } from '../loaders';
import { CaseResult, SubmitCaseResult } from './case.type';
import { NonAcceptanceReasonEnum, NoticeDeliveryModeEnum } from './paper.type';
import type { CaseParts } from '../queries';

/** How an application comes in: checked, accepted, notified once, declined, withdrawn. */
@Resolver()
export class CaseIntakeResolver {
  constructor(private readonly parts: CaseParts) {}

  @Mutation(() => SubmitCaseResult, {
    description:
      '提交申请：齐全即受理并出具受理单（S3.4b），不齐则一次性告知（S4.1b） / Complete: accepted with a slip; incomplete: one notice that says everything',
  })
  @AllowedTo(...staffRoles)
  submitCase(
    @Arg('input', () => SubmitCaseInput, { description: '内容 / What it says' }) input: SubmitCaseInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, itemId, windowId, contactId, applicant, materials, situations, findings, checked } = input;
    const { kind, name, idNumber, phone, account } = applicant;
    const submission = {
      item: keyOf(itemId),
      window: keyOf(windowId),
      contact: contactId == null ? null : keyOf(contactId),
      applicant: {
        kind,
        name,
        idNumber: idNumber.toUpperCase(),
        phone: phone ?? null,
        account: account ?? null,
      },
      materials,
      situations,
      findings: findings.map(toDefect),
      isChecked: checked,
    };
    const command = commandOf(context, submission, idempotencyKey);
    return toMutationResult(submitCase(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, {
    description:
      '审查信函、网上收件：受理或一次性告知（A-13） / Checks what was received unseen: accepted, or told once',
  })
  @AllowedTo(...staffRoles)
  checkMaterials(
    @Arg('input', () => CheckMaterialsInput, { description: '内容 / What it says' }) input: CheckMaterialsInput,
    @Ctx() context: CaseContext,
  ) {
    const { caseId, situations, materials, findings } = input;
    const checked = { key: keyOf(caseId), situations, materials, findings: findings.map(toDefect) };
    return toMutationResult(checkMaterials(this.parts.ports, commandOf(context, checked)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '当场更正（S4.2c） / Helps to correct an error on the spot' })
  @AllowedTo(...staffRoles)
  correctOnSpot(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('materialCode', () => ID, { description: '材料编码 / Code of the material' }) materialCode: string,
    @Arg('note', () => String, { description: '如何更正，1–500 字 / What was corrected' }) note: string,
    @Ctx() context: CaseContext,
  ) {
    const corrected = { key: keyOf(caseId, 'caseId'), materialCode, note: textOf(note, 'note', 1, 500) };
    return toMutationResult(correctOnSpot(this.parts.ports, commandOf(context, corrected)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '补交材料（S4.3c） / The applicant brings what a notice asked for' })
  @AllowedTo(...staffRoles)
  supplyCorrection(
    @Arg('input', () => SupplyCorrectionInput, { description: '内容 / What it says' }) input: SupplyCorrectionInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, caseId, materials, findings } = input;
    const supplied = { key: keyOf(caseId), materials, findings: findings.map(toDefect) };
    const command = commandOf(context, supplied, idempotencyKey);
    return toMutationResult(supplyCorrection(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, {
    description: '再次告知；除 A-14 外不可能（S4.1b） / Another notice; impossible save for A-14',
  })
  @AllowedTo(...staffRoles)
  issueSecondNotice(
    @Arg('input', () => SecondNoticeInput, { description: '内容 / What it says' }) input: SecondNoticeInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, caseId, ground, basis, defects } = input;
    const notice = { key: keyOf(caseId), ground, basis, defects: defects.map(toDefect) };
    const command = commandOf(context, notice, idempotencyKey);
    return toMutationResult(issueSecondNotice(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, {
    description: '不予受理：说明理由并指明去处（S4.4c） / Declines for a closed reason and directs the applicant',
  })
  @AllowedTo(...staffRoles)
  declineCase(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('reason', () => NonAcceptanceReasonEnum, { description: '理由 / Reason' }) reason: NonAcceptanceReason,
    @Arg('referTo', () => ID, { nullable: true, description: '应去的窗口 / The right window' }) referTo: string | null,
    @Arg('referToBody', () => String, {
      nullable: true,
      description: '应去的机关及联系方式（A-16） / Body outside the hall and how to reach it',
    })
    referToBody: string | null,
    @Arg('explanation', () => String, { description: '说明，1–2000 字 / Explanation' }) explanation: string,
    @Ctx() context: CaseContext,
  ) {
    const key = keyOf(caseId, 'caseId');
    const target = referTo === null || referTo === undefined ? null : keyOf(referTo, 'referTo');
    if (target && target.hallCode !== key.hallCode) throw ofAnotherHall('referTo');
    const refusal = {
      key,
      reason,
      explanation: textOf(explanation, 'explanation'),
      referToWindowId: target?.id ?? null,
      referToBody: referToBody == null ? null : textOf(referToBody, 'referToBody', 0, 500),
    };
    return toMutationResult(declineCase(this.parts.ports, commandOf(context, refusal)), context, (done) =>
      load(context, done),
    );
  }

  @Mutation(() => CaseResult, {
    description:
      '书面送达补齐通知书（S4.3a、A-15） / Hands a notice over in writing: on paper, or by the channel the applicant chose',
  })
  @AllowedTo(...staffRoles)
  deliverNotice(
    @Arg('number', () => String, { description: '通知书号 / Number of the notice' }) number: string,
    @Arg('mode', () => NoticeDeliveryModeEnum, { description: '方式 / How' }) mode: 'PRINTED' | 'ELECTRONIC',
    @Ctx() context: CaseContext,
  ) {
    const command = commandOf(context, { hallCode: context.actor.hallCode ?? '', number, mode });
    return toMutationResult(deliverNotice(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, {
    description: '申请人确认收到电子通知书（A-15） / The applicant confirms having received a notice electronically',
  })
  @AllowedTo('APPLICANT')
  acknowledgeNotice(
    @Arg('number', () => String, { description: '通知书号 / Number of the notice' }) number: string,
    @Ctx() context: CaseContext,
  ) {
    // The number of a paper begins with the code of its hall; an applicant has none of their own.
    const hallCode = /^(.+)-\d{8}-\d{6,}-/.exec(number)?.[1] ?? '';
    const command = commandOf(context, { hallCode, number });
    return toMutationResult(acknowledgeNotice(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, { description: '撤回申请 / The applicant takes the application back' })
  @AllowedTo(...staffRoles, 'APPLICANT')
  withdrawCase(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('reason', () => String, { description: '理由，1–2000 字 / Reason' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    const withdrawal = { key: keyOf(caseId, 'caseId'), reason: textOf(reason, 'reason') };
    return toMutationResult(withdrawCase(this.parts.ports, commandOf(context, withdrawal)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '上级签收不予报备 / A superior confirms having read a reported refusal' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  acknowledgeRefusal(
    @Arg('number', () => String, { description: '报备号 / Number of the report' }) number: string,
    @Ctx() context: CaseContext,
  ) {
    const command = commandOf(context, { hallCode: context.actor.hallCode ?? '', number });
    return toMutationResult(acknowledgeRefusal(this.parts.ports, command), context, (key) => load(context, key));
  }
}

function toDefect({ materialCode, kind, explanation }: FindingInput) {
  return { materialCode, kind, explanation };
}

function load({ loaders }: CaseContext, key: HallKey) {
  return loaders.case.load(globalId(key));
}
