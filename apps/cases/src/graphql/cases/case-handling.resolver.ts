import { Max, Min } from 'class-validator';
import { Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { PauseGroundEnum } from '@hall/platform/deadline-graph';
import {
  AllowedTo,
  CreatingInput,
  Input,
  KeyArg,
  KeyField,
  LocalDateScalar,
  ofAnotherHall,
  staffRoles,
  TextField,
} from '@hall/platform/graphql';
import type { HallKey, PauseGround, PlainDate } from '@hall/kernel';
import type { DeliveryMethod, Recipient } from '../../domain/cases/delivery';
import type { DeferralReason } from '../../domain/cases/change-commitment';
import {
  deferInstantCase,
  extendCommitment,
  pauseCommitment,
  reissueSlip,
  resumeCommitment,
} from '../../use-cases/cases/change-commitment';
import { decideCase } from '../../use-cases/cases/decide-case';
import { chooseDelivery, deliverResult, substituteWindow } from '../../use-cases/cases/deliver-result';
import type { CasePorts } from '../../use-cases/ports';
import { giveOpinion, takeJointTask } from '../../use-cases/cases/give-opinion';
import { passStep } from '../../use-cases/cases/pass-step';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { DeferralReasonEnum } from '../deadlines/deferral-reason.enum';
import { DeliveryMethodEnum, RecipientEnum } from './case.enum';
import { ActOnCase } from './case.input';
import { CaseResult } from './case.type';
import { act } from '../results';

/** A step that is passed on. */
@InputType({ description: '移交（S2.3b） / A step that is passed on' })
class PassStepInput extends ActOnCase {
  @TextField('移交说明，1–2000 字 / Note', 2000)
  note!: string;

  @KeyField('所移交的环节，重复提交不会多移 / The step that is meant: said twice, it passes one', { nullable: true })
  stepId!: HallKey | null;
}

/** What a participating department says. */
@InputType({ description: '联办意见（S3.4d） / What a participating department says' })
class GiveOpinionInput extends CreatingInput {
  @KeyField('联办事项 / The department’s part')
  taskId!: HallKey;

  @Field(() => Boolean, { description: '是否同意 / Whether it agrees' })
  agreed!: boolean;

  @TextField('意见，1–2000 字 / Opinion', 2000)
  opinion!: string;
}

/** More time, given once. */
@InputType({ description: '延长期限（S3.5） / More time, given once' })
class ExtendCommitmentInput extends ActOnCase {
  @Field(() => Int, { description: '工作日数，1–366 / Working days' })
  @Min(1)
  @Max(366)
  workingDays!: number;

  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** Why the clock stands still. */
@InputType({ description: '中止计时（A-30） / Why the clock stands still' })
class PauseInput extends ActOnCase {
  @Field(() => PauseGroundEnum, { description: '法定事由 / Legal ground' })
  ground!: PauseGround;

  @TextField('依据文书及文号 / The paper that says so, with its number', 500)
  evidence!: string;

  @TextField('检验、鉴定、评审或答复的单位；听证不需要 / On whom it depends; not for a hearing', 200, {
    nullable: true,
  })
  body!: string | null;

  @Field(() => LocalDateScalar, { description: '预计恢复日 / Until when, as is expected' })
  expectedEnd!: PlainDate;
}

/** Why an on-the-spot case becomes a promised one. */
@InputType({ description: '即办件转承诺件（A-07） / Why an on-the-spot case becomes a promised one' })
class DeferInstantCaseInput extends ActOnCase {
  @Field(() => DeferralReasonEnum, { description: '理由代码（A-07） / Which reason' })
  code!: DeferralReason;

  @TextField('理由说明，1–2000 字 / The reason in words', 2000)
  reason!: string;
}

/** Why a slip is issued again. */
@InputType({ description: '重开受理单（S3.4b） / Why a slip is issued again' })
class ReissueSlipInput extends ActOnCase {
  @TextField('所重开的受理单号，重复提交不会多开 / The slip that is meant: said twice, it is issued once', 80, {
    nullable: true,
  })
  slipNumber!: string | null;

  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** A decision. */
@InputType({ description: '决定 / A decision' })
class DecideCaseInput extends ActOnCase {
  @Field(() => Boolean, { description: '是否准予 / Whether it is granted' })
  approved!: boolean;

  @TextField('理由与依据，1–2000 字 / Grounds', 2000)
  grounds!: string;
}

/** The window that stands in. */
@InputType({ description: '替代领取窗口（A-11） / The window that stands in' })
class SubstituteWindowInput extends ActOnCase {
  @KeyField('替代窗口 / The window that stands in')
  windowId!: HallKey;

  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** How the applicant wants the result. */
@InputType({ description: '申请人选择的送达方式（A-11） / How the applicant wants the result' })
class ChooseDeliveryInput extends ActOnCase {
  @Field(() => DeliveryMethodEnum, { description: '送达方式 / How' })
  method!: DeliveryMethod;
}

/** A result handed over. */
@InputType({ description: '送达（S3.4c） / A result handed over' })
class DeliverResultInput extends ActOnCase {
  @KeyField('送达窗口，应为受理窗口（S3.4c） / Window; must be the accepting one')
  windowId!: HallKey;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  @Field(() => DeliveryMethodEnum, {
    defaultValue: 'WINDOW',
    description: '送达方式，应为申请人所选（A-11） / How; as the applicant chose',
  })
  method!: DeliveryMethod;

  @Field(() => RecipientEnum, { defaultValue: 'APPLICANT', description: '领取人 / Who receives it' })
  recipient!: Recipient;

  @TextField('代理人姓名；加密存储 / Name of whoever receives it for the applicant; stored encrypted', 100, {
    nullable: true,
  })
  agentName!: string | null;

  @TextField('邮寄单号或电子送达回执号 / Number by which what was sent can be traced', 200, { nullable: true })
  trackingNumber!: string | null;
}

/** How an accepted case goes on: steps, opinions, its clock, decision and delivery. */
@Resolver()
export class CaseHandlingResolver {
  constructor(private readonly parts: CaseParts) {}

  @Mutation(() => CaseResult, { description: '移交下一环节（S2.3b） / Passes the step in hand on to the next' })
  @AllowedTo(...staffRoles)
  passStep(@Input(() => PassStepInput) input: PassStepInput, @Ctx() context: CaseContext) {
    const { caseId: key, stepId: step, ...passed } = input;
    if (step && step.hallCode !== key.hallCode) throw ofAnotherHall('stepId');
    return act(this.parts, context, passStep, { key, ...passed, stepId: step?.id ?? null }, 'case');
  }

  @Mutation(() => CaseResult, {
    description:
      '承接本部门的联办事项，自此由本人负责（S3.4d） / Takes the part of one’s department, and answers for it',
  })
  @AllowedTo(...staffRoles)
  takeJointTask(@KeyArg('taskId', '联办事项 / The department’s part') task: HallKey, @Ctx() context: CaseContext) {
    return act<CasePorts, { task: HallKey }, HallKey>(this.parts, context, takeJointTask, { task }, 'case');
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
    description: '登记申请人选择的送达方式（A-11） / Writes down how the applicant wants the result',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  chooseDelivery(@Input(() => ChooseDeliveryInput) input: ChooseDeliveryInput, @Ctx() context: CaseContext) {
    const { caseId: key, ...chosen } = input;
    return act(this.parts, context, chooseDelivery, { key, ...chosen }, 'case');
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
