import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { AllowedTo, badInput, commandOf, globalId, keyOf, staffRoles, textOf } from '@hall/platform/graphql';
import {
  deferInstantCase,
  extendCommitment,
  pauseCommitment,
  reissueSlip,
  resumeCommitment,
} from '../../use-cases/cases/change-commitment';
import { decideCase } from '../../use-cases/cases/decide-case';
import { deliverResult, substituteWindow } from '../../use-cases/cases/deliver-result';
import { giveOpinion } from '../../use-cases/cases/give-opinion';
import { passStep } from '../../use-cases/cases/pass-step';
import type { DeferralReason } from '../../domain/cases/change-commitment';
import { toMutationResult } from '../results';
import { DeliverResultInput, PauseInput } from './case.input';
import type { CaseContext } from '../loaders';
import { CaseResult } from './case.type';
import { DeferralReasonEnum } from '../deadlines/commitment.type';
import type { CaseParts } from '../queries';

/** How an accepted case goes on: steps, opinions, its clock, decision and delivery. */
@Resolver()
export class CaseHandlingResolver {
  constructor(private readonly parts: CaseParts) {}

  @Mutation(() => CaseResult, { description: '移交下一环节（S2.3b） / Passes the step in hand on to the next' })
  @AllowedTo(...staffRoles)
  passStep(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('note', () => String, { description: '移交说明，1–2000 字 / Note' }) note: string,
    @Ctx() context: CaseContext,
  ) {
    const passed = { key: keyOf(caseId, 'caseId'), note: textOf(note, 'note') };
    return toMutationResult(passStep(this.parts.ports, commandOf(context, passed)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '联办部门提出意见（S3.4d） / A participating department’s opinion' })
  @AllowedTo(...staffRoles)
  giveOpinion(
    @Arg('taskId', () => ID, { description: '联办事项 / The department’s part' }) taskId: string,
    @Arg('agreed', () => Boolean, { description: '是否同意 / Whether it agrees' }) agreed: boolean,
    @Arg('opinion', () => String, { description: '意见，1–2000 字 / Opinion' }) opinion: string,
    @Ctx() context: CaseContext,
  ) {
    const given = { task: keyOf(taskId, 'taskId'), agreed, opinion: textOf(opinion, 'opinion') };
    return toMutationResult(giveOpinion(this.parts.ports, commandOf(context, given)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '中止计时，须有法定事由（A-30） / Stops the clock on a legal ground' })
  @AllowedTo(...staffRoles)
  pauseCommitment(
    @Arg('input', () => PauseInput, { description: '内容 / What it says' }) input: PauseInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, caseId, ground, evidence } = input;
    const command = commandOf(context, { key: keyOf(caseId), ground, evidence }, idempotencyKey);
    return toMutationResult(pauseCommitment(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, { description: '恢复计时（A-30） / Lets the clock go on' })
  @AllowedTo(...staffRoles)
  resumeCommitment(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Ctx() context: CaseContext,
  ) {
    const command = commandOf(context, { key: keyOf(caseId, 'caseId') });
    return toMutationResult(resumeCommitment(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => CaseResult, {
    description: '延长期限：到期前、一次、由负责人批准（S3.5） / Extends the term: once, before expiry, by a leader',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  extendCommitment(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('workingDays', () => Int, { description: '工作日数，1–366 / Working days' }) workingDays: number,
    @Arg('reason', () => String, { description: '理由，1–2000 字 / Reason' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    if (workingDays < 1 || workingDays > 366) throw badInput({ field: 'workingDays', reason: '1–366' });
    const extension = { key: keyOf(caseId, 'caseId'), workingDays, reason: textOf(reason, 'reason') };
    return toMutationResult(extendCommitment(this.parts.ports, commandOf(context, extension)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, {
    description: '即办件转承诺件，须说明理由（S3.4a） / Defers an on-the-spot case, with a reason and a slip',
  })
  @AllowedTo(...staffRoles)
  deferInstantCase(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('code', () => DeferralReasonEnum, { description: '理由代码（A-07） / Which reason' }) code: DeferralReason,
    @Arg('reason', () => String, { description: '理由说明，1–2000 字 / The reason in words' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    const deferred = { key: keyOf(caseId, 'caseId'), code, reason: textOf(reason, 'reason') };
    return toMutationResult(deferInstantCase(this.parts.ports, commandOf(context, deferred)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '作废并重开受理单（S3.4b） / Voids the slip and issues a new one' })
  @AllowedTo(...staffRoles)
  reissueSlip(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('reason', () => String, { description: '理由，1–2000 字 / Reason' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    const reissued = { key: keyOf(caseId, 'caseId'), reason: textOf(reason, 'reason') };
    return toMutationResult(reissueSlip(this.parts.ports, commandOf(context, reissued)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, { description: '作出决定；期限到此为止 / Decide a case; that ends its term' })
  @AllowedTo(...staffRoles)
  decideCase(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('approved', () => Boolean, { description: '是否准予 / Whether it is granted' }) approved: boolean,
    @Arg('grounds', () => String, { description: '理由与依据，1–2000 字 / Grounds' }) grounds: string,
    @Ctx() context: CaseContext,
  ) {
    const decision = { key: keyOf(caseId, 'caseId'), approved, grounds: textOf(grounds, 'grounds') };
    return toMutationResult(decideCase(this.parts.ports, commandOf(context, decision)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, {
    description: '指定一个替代领取窗口（A-11） / Names the one window that stands in while the accepting one is closed',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  substituteWindow(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('windowId', () => ID, { description: '替代窗口 / The window that stands in' }) windowId: string,
    @Arg('reason', () => String, { description: '理由，1–2000 字 / Reason' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    const named = {
      key: keyOf(caseId, 'caseId'),
      window: keyOf(windowId, 'windowId'),
      reason: textOf(reason, 'reason'),
    };
    return toMutationResult(substituteWindow(this.parts.ports, commandOf(context, named)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => CaseResult, {
    description: '在受理的同一窗口送达结果（S3.4c） / Hand the result over at the same window',
  })
  @AllowedTo(...staffRoles)
  deliverResult(
    @Arg('input', () => DeliverResultInput, { description: '内容 / What it says' }) input: DeliverResultInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, caseId, windowId, identityChecked, method } = input;
    const delivery = { key: keyOf(caseId), window: keyOf(windowId), identityChecked, method };
    const command = commandOf(context, delivery, idempotencyKey);
    return toMutationResult(deliverResult(this.parts.ports, command), context, (key) => load(context, key));
  }
}

function load({ loaders }: CaseContext, key: HallKey) {
  return loaders.case.load(globalId(key));
}
