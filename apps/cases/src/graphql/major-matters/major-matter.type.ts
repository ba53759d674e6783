import { Field, ID, ObjectType } from 'type-graphql';
import { CommitmentType } from '@hall/platform/deadline-graph';
import { connectionTypes, enumOf, enumOfTexts, Link, StaffRef, staffRoles, VisibleTo } from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { majorMatterKinds, matterActs } from '../../domain/major-matters/major-matter';
import type { MajorMatterKind } from '../../domain/major-matters/major-matter';
import { CaseType } from '../cases/case.type';
import { Loaded } from '../loaded';
import { resultOf } from '../results';
import { ContactType } from '../contacts/contact.type';

export const MajorMatterKindEnum = enumOf(
  'MajorMatterKind',
  majorMatterKinds,
  '重大问题（A-02） / What counts as major',
  {
    GROUP_DEMAND: '五人以上同一诉求 / Five or more people with one demand',
    INJURY_OR_THREAT: '伤害、威胁或紧急情况 / Injury, threat or emergency',
    MONEY: '涉及金额 1 万元以上 / Money effect of 10,000 yuan or more',
    POLICY_CONFLICT: '发现政策冲突 / Policies contradict each other',
    SYSTEM_OUTAGE: '系统中断超过 30 分钟 / System down for more than 30 minutes',
    MEDIA_PRESENT: '媒体到场 / Media are present',
    SUSPECTED_FRAUD: '疑似欺诈 / Suspected fraud',
  },
);

/** The acts of its table, as the domain lists them. */
export const MajorMatterActionNameEnum = enumOfTexts(
  'MajorMatterActionName',
  '可对请示做的操作，与变更同名 / What can be done with a major matter; called as the mutations are',
  matterActs,
);

@VisibleTo(...staffRoles)
@ObjectType('MajorMatter', { description: '请示汇报（S1.2h、A-02） / A major matter reported upwards' })
export class MajorMatterType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => MajorMatterKindEnum, { description: '种类 / Kind' })
  kind!: MajorMatterKind;

  @Field(() => String, { description: '情况 / What has happened' })
  facts!: string;

  @Field(() => Date, { description: '发生时刻 / When it happened' })
  occurredAt!: Date;

  @Field(() => Date, { description: '报告时刻 / When it was reported' })
  reportedAt!: Date;

  @Field(() => Boolean, { description: '是否当日报告 / Whether it was reported the same day' })
  reportedInTime!: boolean;

  @Field(() => String, { nullable: true, description: '答复 / Answer' })
  answer!: string | null;

  @Field(() => Date, { nullable: true, description: '答复时刻 / When it was answered' })
  answeredAt!: Date | null;

  @Link(() => StaffRef, '报告人 / Who reported it')
  readonly reportedById!: string;

  @Link(() => StaffRef, '答复人 / Who answered', { nullable: true })
  readonly answeredById!: string | null;

  @Loaded('case', () => CaseType, '相关办件 / The case it is about', { nullable: true })
  readonly caseId!: string | null;

  @Loaded('contact', () => ContactType, '相关接待 / The contact it is about', { nullable: true })
  readonly contactId!: string | null;

  @Loaded('commitment', () => CommitmentType, '答复时限（A-02） / By when it is answered', {
    nullable: true,
  })
  readonly commitment: Later;
}

/** A page of major matters. */
export const { connection: MajorMatterConnection } = connectionTypes('MajorMatter', () => MajorMatterType);

/** See {@link resultOf}. */
export const MajorMatterResult = resultOf('MajorMatterResult', MajorMatterType);
