import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitmentType } from '@hall/platform/deadline-graph';
import {
  connectionTypes,
  enumOf,
  enumOfTexts,
  Link,
  OfHall,
  ServiceWindowRef,
  StaffRef,
  staffRoles,
  VisibleTo,
  VisibleToAnyone,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { ratedSubjects, ratingActs, ratingFindings } from '../../domain/ratings/rating';
import type { RatedSubject, RatingFinding } from '../../domain/ratings/rating';
import { resultOf } from '../results';
import { Loaded } from '../loaded';

export const RatedSubjectEnum = enumOf('RatedSubject', ratedSubjects, '评价对象 / What is rated', {
  CONTACT: '接待（S2.2a） / How a visitor was received',
  CASE: '办件（S3.1a） / How a matter was handled',
});
export const RatingFindingEnum = enumOf('RatingFinding', ratingFindings, '核查结论 / What the look into it has shown', {
  CONFIRMED: '属实 / It was as the visitor says',
  NOT_CONFIRMED: '不属实 / It was not',
});

/** The acts of its table, as the domain lists them. */
export const ServiceRatingActionNameEnum = enumOfTexts(
  'ServiceRatingActionName',
  '可对评价做的操作，与变更同名 / What can be done with a rating; called as the mutations are',
  ratingActs,
);

@VisibleToAnyone()
@ObjectType('ServiceRating', { description: '评价：一次服务一次评价，自愿 / A rating: one a service, of free will' })
export class ServiceRatingType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => RatedSubjectEnum, { description: '评价对象 / What is rated' })
  subject!: RatedSubject;

  @Field(() => Int, { description: '等级：5 非常满意 … 1 非常不满意 / From 5 very satisfied to 1 very dissatisfied' })
  level!: number;

  @Field(() => String, { nullable: true, description: '留言 / What the visitor says' })
  remark!: string | null;

  @Field(() => Date, { description: '评价时刻 / When' })
  ratedAt!: Date;

  @Field(() => RatingFindingEnum, { nullable: true, description: '核查结论；差评未核查前为 null / What was found' })
  finding!: RatingFinding | null;

  @Field(() => String, { nullable: true, description: '整改措施 / What is done about it' })
  measures!: string | null;

  @Field(() => Date, { nullable: true, description: '核查反馈时刻 / When it was answered' })
  answeredAt!: Date | null;

  @Link(() => ServiceWindowRef, '窗口 / Window', { nullable: true })
  readonly windowId!: string | null;

  @Link(() => StaffRef, '被评价人 / Whose service it was')
  readonly staffId!: string;

  @Link(() => StaffRef, '核查人 / Who answered', { nullable: true })
  readonly answeredById!: string | null;

  @Loaded(
    'commitment',
    () => CommitmentType,
    '差评核查时限；非差评为 null / Time to answer a bad rating; null for any other',
    { nullable: true },
  )
  readonly commitment: Later;
}

/** A page of ratings. */
export const { connection: ServiceRatingConnection } = connectionTypes('ServiceRating', () => ServiceRatingType);

@VisibleTo(...staffRoles, 'ANALYST')
@OfHall()
@ObjectType('RatingFigures', { description: '窗口当月评价 / Ratings of a window in a month' })
export class RatingFiguresType {
  @Field(() => [Int], { description: '各等级次数，自 1 至 5 / How often each level was given, from 1 to 5' })
  levels!: readonly number[];

  @Field(() => Int, { description: '评价次数；未评价的不计 / Ratings given; silence is none' })
  rated!: number;

  readonly hallCode!: string;

  @Link(() => ServiceWindowRef, '窗口；电话接待为 null / Window; null for calls', { nullable: true })
  readonly windowId!: string | null;
}

/** See {@link resultOf}. */
export const ServiceRatingResult = resultOf('ServiceRatingResult', ServiceRatingType);
