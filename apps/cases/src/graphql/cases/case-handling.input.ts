import { Field, InputType, Int } from 'type-graphql';
import { Max, Min } from 'class-validator';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { PauseGround, HallKey } from '@hall/kernel';
import type { DeliveryMethod } from '../../domain/cases/case';
import { DeliveryMethodEnum } from './case.enum';
import { PauseGroundEnum, DeferralReasonEnum } from '../deadlines/commitment.type';
import { ActOnCase } from './case.input';
import type { DeferralReason } from '../../domain/cases/change-commitment';

/** A step that is passed on. */
@InputType({ description: '移交（S2.3b） / A step that is passed on' })
export class PassStepInput extends ActOnCase {
  @TextField('移交说明，1–2000 字 / Note', 2000)
  note!: string;
}

/** What a participating department says. */
@InputType({ description: '联办意见（S3.4d） / What a participating department says' })
export class GiveOpinionInput extends CreatingInput {
  @KeyField('联办事项 / The department’s part')
  taskId!: HallKey;

  @Field(() => Boolean, { description: '是否同意 / Whether it agrees' })
  agreed!: boolean;

  @TextField('意见，1–2000 字 / Opinion', 2000)
  opinion!: string;
}

/** More time, given once. */
@InputType({ description: '延长期限（S3.5） / More time, given once' })
export class ExtendCommitmentInput extends ActOnCase {
  @Field(() => Int, { description: '工作日数，1–366 / Working days' })
  @Min(1)
  @Max(366)
  workingDays!: number;

  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** Why the clock stands still. */
@InputType({ description: '中止计时（A-30） / Why the clock stands still' })
export class PauseInput extends ActOnCase {
  @Field(() => PauseGroundEnum, { description: '法定事由 / Legal ground' })
  ground!: PauseGround;

  @TextField('依据文书 / The paper that says so', 500)
  evidence!: string;
}

/** Why an on-the-spot case becomes a promised one. */
@InputType({ description: '即办件转承诺件（A-07） / Why an on-the-spot case becomes a promised one' })
export class DeferInstantCaseInput extends ActOnCase {
  @Field(() => DeferralReasonEnum, { description: '理由代码（A-07） / Which reason' })
  code!: DeferralReason;

  @TextField('理由说明，1–2000 字 / The reason in words', 2000)
  reason!: string;
}

/** Why a slip is issued again. */
@InputType({ description: '重开受理单（S3.4b） / Why a slip is issued again' })
export class ReissueSlipInput extends ActOnCase {
  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** A decision. */
@InputType({ description: '决定 / A decision' })
export class DecideCaseInput extends ActOnCase {
  @Field(() => Boolean, { description: '是否准予 / Whether it is granted' })
  approved!: boolean;

  @TextField('理由与依据，1–2000 字 / Grounds', 2000)
  grounds!: string;
}

/** The window that stands in. */
@InputType({ description: '替代领取窗口（A-11） / The window that stands in' })
export class SubstituteWindowInput extends ActOnCase {
  @KeyField('替代窗口 / The window that stands in')
  windowId!: HallKey;

  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** What a look at personal data is for. */
@InputType({ description: '查看申请人完整信息 / What a look at personal data is for' })
export class RevealApplicantInput extends ActOnCase {
  @TextField('用途，2–500 字 / Purpose', 500, { least: 2 })
  purpose!: string;
}

/** A result handed over. */
@InputType({ description: '送达（S3.4c） / A result handed over' })
export class DeliverResultInput extends ActOnCase {
  @KeyField('送达窗口，应为受理窗口（S3.4c） / Window; must be the accepting one')
  windowId!: HallKey;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  @Field(() => DeliveryMethodEnum, {
    defaultValue: 'WINDOW',
    description:
      '送达方式；邮寄、电子须由申请人选择（A-11） / How; other than at the window only by the applicant’s choice',
  })
  method!: DeliveryMethod;
}
