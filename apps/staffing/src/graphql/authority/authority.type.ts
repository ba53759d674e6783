import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, staffRoles, VisibleTo } from '@hall/platform/graphql';
import { authorityRules, authorityStates } from '../../domain/authority/authority';
import type { AuthorityRule, AuthorityState, PostRole } from '../../domain/authority/authority';
import { authorityStepKinds } from '../../domain/authority/explain-authority';
import type { AuthorityStepKind } from '../../domain/authority/explain-authority';
import { presenceActs, presences, whereaboutsKinds } from '../../domain/authority/whereabouts';
import type { CoverCause, Presence, PresenceAct, Whereabouts } from '../../domain/authority/whereabouts';
import { Loaded } from '../loaded';
import { CoverCauseEnum, PostRoleEnum } from '../structure/structure.enum';
import { OpeningSessionType, PostType, StaffType } from '../structure/structure.type';

const AuthorityStateEnum = enumOf('AuthorityState', authorityStates, '岗位状态 / What a post’s authority is in', {
  HELD: '有人行使 / Somebody holds it',
  VACANT: '空缺，须有人负责（S5.1c） / Nobody, in service: a vacancy that somebody answers for',
  AWAITED: '开门等候A岗（A-20） / The lead is expected any minute',
  UNSTAFFED: '服务时间外无人 / Nobody, outside service',
});
const AuthorityRuleEnum = enumOf('AuthorityRule', authorityRules, '判定所依规则 / By which rule it is so', {
  LEAD_PRESENT: 'A岗在岗（S5.1b） / The lead is there',
  COVER: 'A岗缺岗，B岗或临时人员顶岗（S5.2a） / The lead is away: a deputy or temporary acts',
  COVER_GOES_ON: '顶岗延续至A岗到岗（S5.2a） / A cover goes on until the lead is there',
  NOBODY_TO_ACT: 'A岗缺岗而无人可顶（S5.1c） / The lead is away and nobody can act',
  LEAD_AWAITED: '等候A岗（A-20） / The lead is awaited',
  NOBODY: '非服务时间 / Outside service',
});
const AuthorityStepKindEnum = enumOf('AuthorityStepKind', authorityStepKinds, '判定步骤 / What a step is about', {
  ASSIGNMENT: '任岗（S5.1a） / Who is appointed',
  LEAVE: '请假（S5.3a） / Leave',
  COVER: '此前的顶岗（S5.2a） / The cover under way until then',
  PRESENCE: '到岗情况（S1.5a、A-20） / What somebody did, and what follows for being there',
  HOLDER: '结论 / The conclusion',
});
/** See {@link presenceActs}. */
export const PresenceActEnum = enumOf('PresenceAct', presenceActs, '到离岗行为 / What people do about being there', {
  CHECK_IN: '签到 / Came',
  CHECK_OUT: '签退 / Went home',
  LEAVE_POST: '临时离岗 / Left the post for a while',
  RETURN: '返岗 / Came back',
  REPORT_ABSENCE: '被报告缺岗 / Reported absent',
});
const PresenceEnum = enumOf('Presence', presences, '是否在岗 / Whether somebody is there', {
  PRESENT: '在岗 / There',
  AWAY: '缺岗 / Away',
  AWAITED: '开门等候 / Expected any minute',
  OFF: '非服务时间 / Off',
});
const WhereaboutsEnum = enumOf('Whereabouts', whereaboutsKinds, '当日去向 / What is known of somebody that day', {
  NONE: '尚无记录 / Nothing yet',
  IN: '已到岗 / Came',
  OUT: '已签退 / Went home',
  LEFT: '临时离岗 / Left for a while',
  REPORTED: '被报告缺岗 / Reported absent',
});

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('AuthorityStep', {
  description: '判定的一步，未起作用的也列出 / One step to the answer; also those that did not count',
})
export class AuthorityStepType {
  @Field(() => AuthorityStepKindEnum, { description: '关于什么 / What it is about' })
  kind!: AuthorityStepKind;

  @Field(() => ID, { description: '依据条款 / Clause' })
  clause!: string;

  @Field(() => Boolean, { description: '在该时刻是否起作用 / Whether it counts at that instant' })
  applies!: boolean;

  @Field(() => PostRoleEnum, { nullable: true, description: '岗位角色 / In which role' })
  role!: PostRole | null;

  @Field(() => Date, { nullable: true, description: '记录起始或发生时刻 / Since when, or when' })
  from!: Date | null;

  @Field(() => Date, { nullable: true, description: '记录结束时刻 / Until when' })
  to!: Date | null;

  @Field(() => ID, { nullable: true, description: '所依记录 / The record it rests on' })
  recordId!: string | null;

  @Field(() => PresenceActEnum, { nullable: true, description: '所做之事 / What was done' })
  act!: PresenceAct | null;

  @Field(() => WhereaboutsEnum, { nullable: true, description: '当日去向 / What is known of the person then' })
  whereabouts!: Whereabouts | null;

  @Field(() => PresenceEnum, { nullable: true, description: '是否在岗 / Whether the person is there' })
  presence!: Presence | null;

  @Loaded('staff', () => StaffType, '关于谁 / About whom', { nullable: true })
  readonly staffId!: string | null;
}

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('AuthorityReading', { description: '一种解读：谁行使岗位职责，为什么 / Who holds a post, and why' })
export class AuthorityReadingType {
  @Field(() => AuthorityStateEnum, { description: '岗位状态 / State' })
  state!: AuthorityState;

  @Field(() => AuthorityRuleEnum, { description: '判定所依规则 / By which rule' })
  rule!: AuthorityRule;

  @Field(() => PostRoleEnum, { nullable: true, description: '以何身份 / In which role it is held' })
  role!: PostRole | null;

  @Field(() => CoverCauseEnum, { nullable: true, description: '顶岗或空缺原因 / Why a deputy acts, or nobody does' })
  cause!: CoverCause | null;

  @Field(() => Boolean, { description: '是否服务时间 / Whether it was in service' })
  isInService!: boolean;

  @Field(() => Date, { description: '自何时起情况如此 / Since when nothing that matters has changed' })
  from!: Date;

  @Field(() => Date, { description: '至何时止 / Until when' })
  to!: Date;

  @Field(() => [AuthorityStepType], { description: '判定步骤，按先后 / The steps, in order' })
  steps!: readonly AuthorityStepType[];

  @Loaded('staff', () => StaffType, '由谁行使 / Who holds it', { nullable: true })
  readonly staffId!: string | null;

  @Loaded('staff', () => StaffType, '代谁行使 / On whose behalf', { nullable: true })
  readonly actingForId!: string | null;
}

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('AuthorityExplanation', {
  description:
    '某一时刻谁行使岗位职责及理由：系统当时所知，与现在所知 / Who held a post at an instant and why: by what the system knew then, and by all it knows now',
})
export class AuthorityExplanationType {
  @Field(() => Date, { description: '时刻 / Instant' })
  at!: Date;

  @Field(() => [OpeningSessionType], {
    description: '当日服务时段；休息日为空 / Sessions of that day; none on a day off',
  })
  sessions!: readonly OpeningSessionType[];

  @Field(() => Date, { description: '当日在岗认定截止 / From then on nobody is taken to be at work' })
  dayEnd!: Date;

  @Field(() => Number, { description: '开门等候分钟数（A-20） / Minutes of grace at a session’s beginning' })
  graceMinutes!: number;

  @Field(() => Boolean, { description: '系统记录与当时判定一致 / Whether what is on record is what was known then' })
  isOnRecord!: boolean;

  @Field(() => AuthorityReadingType, { description: '按系统当时所知 / By what the system knew then' })
  asKnownThen!: AuthorityReadingType;

  @Field(() => AuthorityReadingType, { description: '按现在所知 / By all that is known now' })
  asKnownNow!: AuthorityReadingType;

  @Loaded('post', () => PostType, '岗位 / The post')
  readonly postId!: string;
}

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('CoverageGap', {
  description: '岗位空档：服务时间内无人行使（S5.1c） / Nobody holds a post’s authority in opening hours',
})
export class CoverageGapType {
  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: '止；尚在空缺为 null / To; null while it lasts' })
  to!: Date | null;

  @Field(() => CoverCauseEnum, { description: '原因 / Why' })
  reason!: CoverCause;

  @Field(() => Boolean, { description: '按请假与排班预计，尚未发生 / Foreseen from leave, not yet happened' })
  isForecast!: boolean;

  @Loaded('post', () => PostType, '岗位 / The post')
  readonly postId!: string;
}
