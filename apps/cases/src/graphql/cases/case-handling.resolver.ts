import { Ctx, Mutation, Resolver } from 'type-graphql';
import { AllowedTo, Input, staffRoles, KeyArg } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import {
  deferInstantCase,
  extendCommitment,
  pauseCommitment,
  reissueSlip,
  resumeCommitment,
} from '../../use-cases/cases/change-commitment';
import { decideCase } from '../../use-cases/cases/decide-case';
import { deliverResult, substituteWindow } from '../../use-cases/cases/deliver-result';
import type { CasePorts } from '../../use-cases/ports';
import { giveOpinion } from '../../use-cases/cases/give-opinion';
import { passStep } from '../../use-cases/cases/pass-step';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { CaseResult } from './case.type';
import {
  DecideCaseInput,
  DeferInstantCaseInput,
  DeliverResultInput,
  ExtendCommitmentInput,
  GiveOpinionInput,
  PassStepInput,
  PauseInput,
  ReissueSlipInput,
  SubstituteWindowInput,
} from './case-handling.input';
import { act } from '../results';

/** How an accepted case goes on: steps, opinions, its clock, decision and delivery. */
@Resolver()
export class CaseHandlingResolver {
  constructor(private readonly parts: CaseParts) {}

  @Mutation(() => CaseResult, { description: '移交下一环节（S2.3b） / Passes the step in hand on to the next' })
  @AllowedTo(...staffRoles)
  passStep(@Input(() => PassStepInput) input: PassStepInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...passed } = input;
    return act(this.parts, context, passStep, { key, ...passed }, 'case');
  }

  @Mutation(() => CaseResult, { description: '联办部门提出意见（S3.4d） / A participating department’s opinion' })
  @AllowedTo(...staffRoles)
  giveOpinion(@Input(() => GiveOpinionInput) input: GiveOpinionInput, @Ctx() context: CaseContext) {
    const { taskId: task, ...given } = input;
    return act(this.parts, context, giveOpinion, { task, ...given }, 'case');
  }

  @Mutation(() => CaseResult, { description: '中止计时，须有法定事由（A-30） / Stops the clock on a legal ground' })
  @AllowedTo(...staffRoles)
  pauseCommitment(@Input(() => PauseInput) input: PauseInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...why } = input;
    return act(this.parts, context, pauseCommitment, { key, ...why }, 'case');
  }

  @Mutation(() => CaseResult, { description: '恢复计时（A-30） / Lets the clock go on' })
  @AllowedTo(...staffRoles)
  resumeCommitment(@KeyArg('caseId', '办件 / Case') key: HallKey, @Ctx() context: CaseContext) {
    return act<CasePorts, { key: HallKey }, HallKey>(this.parts, context, resumeCommitment, { key }, 'case');
  }

  @Mutation(() => CaseResult, {
    description: '延长期限：到期前、一次、由负责人批准（S3.5） / Extends the term: once, before expiry, by a leader',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  extendCommitment(@Input(() => ExtendCommitmentInput) input: ExtendCommitmentInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...extension } = input;
    return act(this.parts, context, extendCommitment, { key, ...extension }, 'case');
  }

  @Mutation(() => CaseResult, {
    description: '即办件转承诺件，须说明理由（S3.4a） / Defers an on-the-spot case, with a reason and a slip',
  })
  @AllowedTo(...staffRoles)
  deferInstantCase(@Input(() => DeferInstantCaseInput) input: DeferInstantCaseInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...why } = input;
    return act(this.parts, context, deferInstantCase, { key, ...why }, 'case');
  }

  @Mutation(() => CaseResult, { description: '作废并重开受理单（S3.4b） / Voids the slip and issues a new one' })
  @AllowedTo(...staffRoles)
  reissueSlip(@Input(() => ReissueSlipInput) input: ReissueSlipInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...why } = input;
    return act(this.parts, context, reissueSlip, { key, ...why }, 'case');
  }

  @Mutation(() => CaseResult, { description: '作出决定；期限到此为止 / Decide a case; that ends its term' })
  @AllowedTo(...staffRoles)
  decideCase(@Input(() => DecideCaseInput) input: DecideCaseInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...decision } = input;
    return act(this.parts, context, decideCase, { key, ...decision }, 'case');
  }

  @Mutation(() => CaseResult, {
    description: '指定一个替代领取窗口（A-11） / Names the one window that stands in while the accepting one is closed',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  substituteWindow(@Input(() => SubstituteWindowInput) input: SubstituteWindowInput, @Ctx() context: CaseContext) {
    const { caseId: key, windowId: window, ...why } = input;
    return act(this.parts, context, substituteWindow, { key, window, ...why }, 'case');
  }

  @Mutation(() => CaseResult, {
    description: '在受理的同一窗口送达结果（S3.4c） / Hand the result over at the same window',
  })
  @AllowedTo(...staffRoles)
  deliverResult(@Input(() => DeliverResultInput) input: DeliverResultInput, @Ctx() context: CaseContext) {
    const { caseId: key, windowId: window, ...delivery } = input;
    return act(this.parts, context, deliverResult, { key, window, ...delivery }, 'case');
  }
}
