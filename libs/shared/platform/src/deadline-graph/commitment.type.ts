import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { pauseGrounds } from '@hall/kernel';
import type { CommitmentState, PauseGround, TimeLimit, DeadlineEvent, ExplanationStep } from '@hall/kernel';
import { enumOf, enumOfTexts, loadedBy, LocalDateScalar, VisibleToAnyone } from '../graphql';
import type { DeadlineLoaders } from './loaders';

const Loaded = loadedBy<DeadlineLoaders>();

/** In what a limit is counted. */
export const TimeUnitEnum = enumOf(
  'TimeUnit',
  ['WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR'] as const,
  '工作日、自然日、工作小时 / Unit of a limit',
  {
    WORKING_DAY: '工作日 / Working days',
    CALENDAR_DAY: '自然日 / Calendar days',
    WORKING_HOUR: '工作小时 / Hours of opening time',
  },
);

/** A limit of time. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('TimeLimit', { description: '期限 / A limit of time' })
export class TimeLimitType {
  @Field(() => Int, { description: '数量 / Amount' })
  amount!: number;

  @Field(() => TimeUnitEnum, { description: '单位 / Unit' })
  unit!: keyof typeof TimeUnitEnum;
}

const commitmentStates = [
  'RUNNING',
  'PAUSED',
  'MET',
  'BREACHED',
  'CANCELLED',
] as const satisfies readonly CommitmentState[];

/** Where a term stands. */
export const CommitmentStateEnum = enumOf('CommitmentState', commitmentStates, '承诺状态 / Where a term stands', {
  RUNNING: '计时中 / Running',
  PAUSED: '中止 / Paused on a legal ground',
  MET: '按时履行 / Kept',
  BREACHED: '逾期，不可逆 / Broken, for good',
  CANCELLED: '取消 / Cancelled',
});
const pauseGroundMeanings = {
  AWAITING_CORRECTION: '等待补正 / Waits for materials',
  HEARING: '听证 / Hearing',
  INSPECTION: '检验检测 / Inspection or test',
  APPRAISAL: '鉴定 / Appraisal',
  EXPERT_REVIEW: '专家评审 / Expert review',
  HIGHER_LEVEL_REPLY: '请示上级 / Reply of a higher level',
} satisfies Record<PauseGround, string>;
/** Why a clock stands still. */
export const PauseGroundEnum = enumOf(
  'PauseGround',
  pauseGrounds,
  '法定中止事由 / The only reasons for which a clock may stand still',
  pauseGroundMeanings,
);

/** A time in which the clock stood still. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('Pause', { description: '中止区间 / A time in which the clock stood still' })
export class PauseType {
  @Field(() => PauseGroundEnum, { description: '事由 / Ground' })
  ground!: PauseGround;

  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: '止；进行中为 null / To; null while it lasts' })
  to!: Date | null;
}

/** The one extension. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('Extension', { description: '延期：一次，到期前，由负责人批准 / The one extension a leader may give' })
export class ExtensionType {
  @Field(() => Int, { description: '延长数量，单位同期限 / By how much, in the unit of the limit' })
  amount!: number;

  @Field(() => Date, { description: '批准时刻 / When' })
  at!: Date;
}

/** A date that a calendar change has moved. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('DateMove', { description: '日历变更引起的改期（A-30） / A date that a calendar change has moved' })
export class DateMoveType {
  @Field(() => Date, { nullable: true, description: '原到期时刻 / Due before' })
  dueBefore!: Date | null;

  @Field(() => Date, { nullable: true, description: '现到期时刻 / Due after' })
  dueAfter!: Date | null;

  @Field(() => String, { description: '原因：日历版本变化 / Which calendar took the place of which' })
  reason!: string;

  @Field(() => Date, { description: '改期时刻 / When it was worked out' })
  at!: Date;
}

/** In what the rest of a limit is counted. */
export const RemainingUnitEnum = enumOf(
  'RemainingUnit',
  ['WORKING_DAY', 'CALENDAR_DAY', 'WORKING_MINUTE'] as const,
  '剩余的单位 / Unit of what is left',
  {
    WORKING_DAY: '工作日 / Working days',
    CALENDAR_DAY: '自然日 / Calendar days',
    WORKING_MINUTE: '工作分钟 / Minutes of opening time',
  },
);

/** What is left of a limit. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('RemainingTime', { description: '剩余时间 / What is left of a limit' })
export class RemainingTimeType {
  @Field(() => Int, { description: '数量 / Amount' })
  amount!: number;

  @Field(() => RemainingUnitEnum, { description: '单位 / Unit' })
  unit!: keyof typeof RemainingUnitEnum;
}

/** The promise and where it stands. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('Commitment', {
  description: '服务承诺：期限及其现状（S3.5） / The promise: its limit and where it stands',
})
export class CommitmentType {
  @Field(() => TimeLimitType, { description: '期限 / The limit' })
  limit!: TimeLimit;

  @Field(() => Date, { description: '起算时刻 / When it started' })
  startedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: '到期时刻；中止期间为 null / When it must be done; null while paused',
  })
  dueAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: '到期日期 / Due date' })
  dueOn!: string | null;

  @Field(() => CommitmentStateEnum, { description: '现状 / Where it stands' })
  state!: CommitmentState;

  @Field(() => String, { description: '剩余：工作日数或工作分钟数 / What is left, in words' })
  remaining!: string;

  @Field(() => RemainingTimeType, { description: '剩余，供计算 / What is left, as data' })
  remainingTime!: RemainingTimeType;

  @Field(() => Boolean, {
    description: '涉及尚未公布的年份，日期为暂定 / Touches a year whose calendar is not official yet',
  })
  provisional!: boolean;

  @Field(() => Date, { nullable: true, description: '逾期时刻 / When the promise was broken' })
  breachedAt!: Date | null;

  @Field(() => [PauseType], { description: '中止记录 / Pauses, in order' })
  pauses!: readonly PauseType[];

  @Field(() => ExtensionType, { nullable: true, description: '延期；无则为 null / The extension; null without one' })
  extension!: ExtensionType | null;

  readonly ledger!: readonly DeadlineEvent[];

  @Loaded('moves', () => [DateMoveType], '日历变更引起的改期 / What calendar changes have moved', { name: 'moves' })
  /** Global id of the term. */
  readonly termId!: string;
}

const explanationStepKinds = [
  'COUNTED',
  'SKIPPED',
  'PASSED_PAUSED',
  'EVENT',
  'PROJECTED',
  'DUE',
] as const satisfies readonly ExplanationStep['kind'][];
/** What a step of a derivation is. */
export const ExplanationStepKindEnum = enumOf(
  'ExplanationStepKind',
  explanationStepKinds,
  '推算步骤的种类 / What a step of a derivation is',
  {
    COUNTED: '计入 / Days that count',
    SKIPPED: '不计 / Days that do not count',
    PASSED_PAUSED: '中止 / Days while the clock stood still',
    EVENT: '事件 / Something that happened to the clock',
    PROJECTED: '推定 / From here on it is assumed to run',
    DUE: '到期 / Due',
  },
);

type ExplanationReason =
  | Extract<ExplanationStep, { readonly reason: unknown }>['reason']
  | Extract<ExplanationStep, { readonly kind: 'EVENT' }>['event'];
const explanationReasons = {
  WORKDAY: '工作日 / A working day',
  MAKE_UP_WORKDAY: '调休上班日 / A weekend day that is worked for a holiday',
  CALENDAR_DAY: '自然日 / A calendar day',
  START_DAY: '起算日不计 / The day on which it begins does not count',
  WEEKEND: '周末 / A weekend',
  HOLIDAY: '节假日 / A holiday',
  OUTSIDE_SESSIONS: '当日服务时段已过 / No opening time was left that day',
  NOTHING_LEFT: '时限已用完 / Nothing was left of the time',
  PAUSE: '中止 / The clock stops',
  RESUME: '恢复 / The clock goes on',
  EXTEND: '延期 / More time is given',
  FINISH: '完成 / Done',
  CANCEL: '取消 / Cancelled',
  ...pauseGroundMeanings,
} satisfies Record<ExplanationReason, string>;
const ExplanationReasonEnum = enumOfTexts(
  'ExplanationReason',
  '推算步骤的理由 / Why days counted or not, or what happened to the clock',
  explanationReasons,
);

/** One step of a derivation. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('ExplanationStep', { description: '推算的一步 / One step of the derivation' })
export class ExplanationStepType {
  @Field(() => ExplanationStepKindEnum, { description: '种类 / Kind' })
  kind!: ExplanationStep['kind'];

  @Field(() => ExplanationReasonEnum, { nullable: true, description: '为何计入或不计 / Why the days counted or not' })
  reason?: keyof typeof ExplanationReasonEnum;

  @Field(() => String, { nullable: true, description: '起（日期或时刻） / From, a date or an instant' })
  from?: string;

  @Field(() => String, { nullable: true, description: '止（含） / To, inclusive' })
  to?: string;

  @Field(() => String, { nullable: true, description: '所属节假日 / The holiday behind it' })
  holiday?: string;

  @Field(() => String, { nullable: true, description: '此后剩余 / What was left afterwards' })
  remaining?: string;
}

/** How a date is worked out. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType('DeadlineExplanation', {
  description: '期限推算：据此可独立复核 / Enough to recompute the date from it alone',
})
export class DeadlineExplanationType {
  @Field(() => [ID], { description: '所用条款 / Clauses used' })
  clauses!: readonly string[];

  @Field(() => String, { description: '工作日历版本 / Version of the working-day calendar' })
  calendarVersion!: string;

  @Field(() => [ExplanationStepType], { description: '逐步推算 / The steps, in order' })
  steps!: readonly ExplanationStepType[];

  @Field(() => Date, { nullable: true, description: '得出的到期时刻 / The instant that comes of it' })
  dueAt!: Date | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: '暂定日期最早可能 / Earliest date a provisional one can become',
  })
  earliest?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: '暂定日期最晚可能 / Latest date a provisional one can become',
  })
  latest?: string | null;
}
