import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { AllowedTo, badInput, globalId, KeyArg, keyOf, notYourHall, staffRoles } from '@hall/platform/graphql';
import type { StaffingContext, StaffingParts } from '../loaders';
import { explainPost, gapsOf } from './explain-post';
import { CoverType, OfficerOnDutyType, PostType } from '../structure/structure.type';
import { AuthorityExplanationType, CoverageGapType } from './authority.type';
import { toCoverType, toOfficerOnDutyType } from './to-authority';
import { toCoverageGapType, toExplanationType } from './to-explanation';

/** A span that is asked for may be so long. */
const mostDays = 92;

function requireSpan(from: Date, to: Date): void {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  if (!(days > 0 && days <= mostDays)) throw badInput({ field: 'to', reason: `0 < to − from ≤ ${mostDays} d` });
}

/** Who holds which post, and why. */
@Resolver()
export class AuthorityResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => OfficerOnDutyType, {
    nullable: true,
    description:
      '某一时刻谁行使岗位职责，依记录；不问将来 / Who held a post’s authority, now or at any past instant, from the record',
  })
  @AllowedTo('SIGNED_IN')
  async officerOnDuty(
    @KeyArg('postId', '岗位标识 / Post') post: HallKey,
    @Arg('at', () => Date, { nullable: true, description: '时刻；缺省为现在 / Instant; now when absent' })
    at: Date | null,
    @Ctx() { loaders }: StaffingContext,
  ) {
    if (!at) return loaders.officerOnDuty.load(globalId(post));
    this.#requirePast(at);
    const [duty] = await this.parts.reads.authority.dutiesAt([post], at);
    return duty ? toOfficerOnDutyType(duty) : null;
  }

  @Query(() => AuthorityExplanationType, {
    nullable: true,
    description:
      '某一时刻为什么由此人（或无人）行使岗位职责，逐步说明（S5.1c、S5.2a） / Why this person, or nobody, held a post at an instant, step by step',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  async explainAuthority(
    @KeyArg('postId', '岗位标识 / Post') post: HallKey,
    @Arg('at', () => Date, { nullable: true, description: '时刻；缺省为现在 / Instant; now when absent' })
    at: Date | null,
  ) {
    if (at) this.#requirePast(at);
    const found = await explainPost(this.parts, post, at ?? this.parts.ports.clock.now());
    return found ? toExplanationType(found) : null;
  }

  @Query(() => [CoverageGapType], {
    description:
      '岗位空档，最多92天：已发生的依记录，将来的按请假与任岗预计（S5.1c） / Gaps in coverage, past from the record, future foreseen',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  async coverageGaps(
    @Arg('hallCode', () => ID, { description: '大厅编号 / Hall' }) hallCode: string,
    @Arg('from', () => Date, { description: '起 / From' }) from: Date,
    @Arg('to', () => Date, { description: '止 / To, exclusive' }) to: Date,
    @Ctx() { actor }: StaffingContext,
  ) {
    if (!actor.roles.includes('ADMIN') && actor.hallCode !== hallCode) throw notYourHall();
    requireSpan(from, to);
    return (await gapsOf(this.parts, hallCode, from, to)).map(toCoverageGapType);
  }

  #requirePast(at: Date): void {
    if (at > this.parts.ports.clock.now()) throw badInput({ field: 'at', reason: '尚未到来 / still to come' });
  }
}

/** The covers of a post. */
@Resolver(() => PostType)
export class PostCoversResolver {
  constructor(private readonly parts: StaffingParts) {}

  @FieldResolver(() => [CoverType], {
    description: '一段时间内的顶岗，最多92天（S5.2a） / Covers of the post that touch a span of at most 92 days',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  async covers(
    @Root() { id }: PostType,
    @Arg('from', () => Date, { description: '起 / From' }) from: Date,
    @Arg('to', () => Date, { description: '止 / To, exclusive' }) to: Date,
  ) {
    requireSpan(from, to);
    return (await this.parts.reads.authority.coversBetween([keyOf(id)], from, to)).map(toCoverType);
  }
}
