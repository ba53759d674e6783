import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  CaseRef,
  connectionTypes,
  enumOf,
  enumOfTexts,
  Link,
  OfHall,
  staffRoles,
  VisibleTo,
  VisibleToAnyone,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { assessmentGrades } from '../../domain/conduct/assessment';
import type { AssessmentGrade } from '../../domain/conduct/assessment';
import { conductAreas, detections } from '../../domain/conduct/conduct-rules';
import type { ConductArea, Detection, Polarity } from '../../domain/conduct/conduct-rules';
import { conductStatuses } from '../../domain/conduct/conduct';
import type { ConductStatus } from '../../domain/conduct/conduct';
import { conductActs } from '../../domain/conduct/offered-actions';
import { Loaded } from '../loaded';
import { StaffType } from '../structure/structure.type';
import { resultOf } from '../results';

const ConductStatusEnum = enumOf('ConductStatus', conductStatuses, '行为记录状态 / State of a record of conduct', {
  RECORDED: '已记录，待本人陈述 / Recorded; the person is to be heard',
  STATEMENT_GIVEN: '本人已陈述 / The person was heard',
  DECIDED: '已决定 / Decided',
  APPEALED: '已申诉 / Appealed',
  UPHELD: '申诉后维持 / Upheld on appeal',
  OVERTURNED: '申诉后撤销 / Overturned on appeal',
});
const PolarityEnum = enumOf('ConductPolarity', ['MUST', 'MUST_NOT'], '应当、不得 / What a rule does', {
  MUST: '应当 / Commands',
  MUST_NOT: '不得 / Forbids',
});
const ConductAreaEnum = enumOf('ConductArea', conductAreas, '行为规范的方面 / Part of conduct', {
  POLICY: '政策 / Policy',
  KNOWLEDGE: '业务 / Knowledge of the work',
  STYLE: '作风 / Style of work',
  HANDLING: '办理 / Handling of cases',
  RECEPTION: '接待 / Reception',
  PREPARATION: '岗前 / Preparation',
  APPEARANCE: '仪表 / Appearance',
  DISCIPLINE: '纪律 / Discipline',
});
const detectionMeanings = {
  INSPECTION: '巡查 / Inspection',
  COMPLAINT: '投诉 / Complaint',
  SELF_CHECK: '自查 / Self-check',
};
const DetectionEnum = enumOf('ConductDetection', detections, '发现方式 / How a breach comes to light', {
  SYSTEM: '系统 / By the system',
  ...detectionMeanings,
});
export const ConductSourceEnum = enumOf(
  'ConductSource',
  ['INSPECTION', 'COMPLAINT', 'SELF_CHECK'] as const,
  '人工记录的来源 / How a breach that a person records came to light',
  detectionMeanings,
);
const AssessmentGradeEnum = enumOf('AssessmentGrade', assessmentGrades, '考核等次 / Grade of a month', {
  GOOD: '80 分及以上 / 80 points and more',
  FAIR: '60 至 80 分 / From 60 to 80 points',
  POOR: '60 分以下 / Below 60 points',
});

@VisibleToAnyone()
@ObjectType('ConductRule', {
  description: '行为规范条目与考核分值（S4.5b、A-17） / A rule of conduct and what breaking it costs',
})
export class ConductRuleType {
  @Field(() => ID, { description: '条款 / Clause' })
  clause!: string;

  @Field(() => PolarityEnum, { description: '应当，或不得 / Whether it commands or forbids' })
  polarity!: Polarity;

  @Field(() => ConductAreaEnum, { description: '方面 / Part of conduct' })
  area!: ConductArea;

  @Field(() => String, { description: '条文 / The rule in words' })
  text!: string;

  @Field(() => DetectionEnum, { description: '发现方式 / How a breach comes to light' })
  detection!: Detection;

  @Field(() => Int, { description: '一次至多扣分（A-17） / Most points a breach costs, of those of a month' })
  points!: number;

  @Field(() => Boolean, { description: '本大厅是否采用 / Whether this hall applies it' })
  active!: boolean;
}

@VisibleTo('CENTRE_OFFICE', 'CENTRE_LEADER')
@OfHall()
@ObjectType('ConductRuleRevision', { description: '本大厅对一条规范的设定 / What a hall has set for a rule' })
export class ConductRuleRevisionType {
  @Field(() => ConductRuleType, { description: '现行规范 / The rule as it is now' })
  rule!: ConductRuleType;

  readonly hallCode!: string;
}

@VisibleTo(...staffRoles)
@ObjectType('ConductAction', { description: '行为记录的一笔 / What was said about a record' })
export class ConductActionType {
  @Field(() => ConductStatusEnum, { description: '事由 / What happened' })
  kind!: ConductStatus;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => String, { nullable: true, description: '陈述、理由或申诉 / The words' })
  note!: string | null;

  @Loaded('staff', () => StaffType, '何人；系统为 null / Who; null for the system', { nullable: true })
  readonly byId!: string | null;
}

/** The acts of its table, as the domain lists them. */
export const ConductRecordActionNameEnum = enumOfTexts(
  'ConductRecordActionName',
  '可对行为记录做的操作，与变更同名 / What can be done with a record of conduct; called as the mutations are',
  conductActs,
);

@VisibleTo(...staffRoles)
@ObjectType('ConductRecord', {
  description: '行为记录：先听取陈述，后决定，可申诉（S4.5b） / A breach that somebody is said to have committed',
})
export class ConductRecordType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => ConductRuleType, { description: '所违规范 / The rule that is said to be broken' })
  rule!: ConductRuleType;

  @Field(() => DetectionEnum, { description: '来源 / How it came to light' })
  source!: Detection;

  @Field(() => String, { description: '事实 / What happened' })
  facts!: string;

  @Field(() => Date, { description: '发生时刻 / When' })
  occurredAt!: Date;

  @Field(() => ConductStatusEnum, { description: '状态 / State' })
  status!: ConductStatus;

  @Field(() => Int, { description: '至多扣分 / What it costs at most' })
  mostPoints!: number;

  @Field(() => Boolean, { nullable: true, description: '是否属实；未决定为 null / Whether it was upheld; null before' })
  upheld!: boolean | null;

  @Field(() => Int, { nullable: true, description: '扣分；未决定为 null / What it costs; null before the decision' })
  points!: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      '系统据以认定的事件或签到；人工记录为 null / Event or check-in behind it; null for what a person recorded',
  })
  causeId!: string | null;

  @Loaded('staff', () => StaffType, '何人 / Who')
  readonly staffId!: string;

  @Link(() => CaseRef, '相关办件 / The case it is about', { nullable: true })
  readonly caseId!: string | null;

  @Loaded('conductActions', () => [ConductActionType], '陈述、决定、申诉，按序 / What was said about it, in order')
  readonly actions: Later;
}

/** A page of records of conduct. */
export const { connection: ConductRecordConnection } = connectionTypes('ConductRecord', () => ConductRecordType);

@VisibleTo(...staffRoles)
@ObjectType('Assessment', { description: '月度考核（A-17） / A month in points' })
export class AssessmentType {
  @Field(() => Int, { description: '得分（A-17） / Points, of those of a month' })
  points!: number;

  @Field(() => AssessmentGradeEnum, { description: '等次 / Grade' })
  grade!: AssessmentGrade;

  @Field(() => [ConductRecordType], { description: '扣分记录，各指明条款与事实 / What was deducted, and for what' })
  deductions!: readonly ConductRecordType[];

  @Field(() => Int, { description: '尚未决定的记录，不扣分 / Records without a decision; they cost nothing' })
  undecided!: number;
}

/** See {@link resultOf}. */
export const RecordConductResult = resultOf('RecordConductResult', ConductRecordType);
/** See {@link resultOf}. */
export const RespondToConductResult = resultOf('RespondToConductResult', ConductRecordType);
/** See {@link resultOf}. */
export const DecideConductResult = resultOf('DecideConductResult', ConductRecordType);
/** See {@link resultOf}. */
export const AppealConductResult = resultOf('AppealConductResult', ConductRecordType);
/** See {@link resultOf}. */
export const ReviseConductRuleResult = resultOf('ReviseConductRuleResult', ConductRuleRevisionType);
