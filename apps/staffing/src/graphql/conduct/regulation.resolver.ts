import { Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { clauses, regulationDefaults } from '@hall/contracts';
import type { Clause, EnforcementClass, RegulationDefault } from '@hall/contracts';
import { AllowedToAnyone, enumOf, VisibleToAnyone } from '@hall/platform/graphql';

const EnforcementClassEnum = enumOf(
  'EnforcementClass',
  ['E', 'R', 'C'] as const satisfies readonly EnforcementClass[],
  'E 系统强制、R 记录与核查、C 仅存内容 / Enforced, recorded and checked, or kept as content',
  { E: '系统强制 / Enforced', R: '记录并核查 / Recorded and checked', C: '仅存内容 / Kept as content' },
);

@VisibleToAnyone()
@ObjectType('Clause', {
  description: '制度条款，或填补其空白的默认 / A clause of the regulation, or a default that fills a gap in it',
})
export class ClauseType {
  @Field(() => ID, { description: '编号，如 S4.1b 或 A-06 / Id' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: '所属制度（1–6）；默认为 null / System of rules; null for a default',
  })
  system!: number | null;

  @Field(() => String, { description: '条款要旨，或待补的问题 / Term, or the question that is left open' })
  term!: string;

  @Field(() => String, { description: '中文条文 / The rule in Chinese' })
  zh!: string;

  @Field(() => String, { description: '英文释义 / The rule in English' })
  en!: string;

  @Field(() => String, { nullable: true, description: '时限 / By when' })
  deadline!: string | null;

  @Field(() => String, { nullable: true, description: '留痕 / What is kept as proof' })
  record!: string | null;

  @Field(() => String, { nullable: true, description: '责任人 / Who answers for it' })
  accountable!: string | null;

  @Field(() => [EnforcementClassEnum], { description: '强制程度 / How far software can hold people to it' })
  classes!: readonly EnforcementClass[];

  @Field(() => [ID], { description: '默认所填补的条款 / The clauses that a default completes' })
  fills!: readonly string[];
}

function fromClause(clause: Clause): ClauseType {
  return Object.assign(new ClauseType(), { ...clause, fills: [] });
}

function fromDefault({ question: term, ...rest }: RegulationDefault): ClauseType {
  return Object.assign(new ClauseType(), {
    ...rest,
    term,
    system: null,
    deadline: null,
    record: null,
    accountable: null,
    classes: [],
  });
}

const catalogue = [...clauses.map(fromClause), ...regulationDefaults.map(fromDefault)];

/** The clause catalogue as data. */
@Resolver()
export class RegulationResolver {
  @Query(() => [ClauseType], { description: '全部条款与默认 / Every clause and default' })
  @AllowedToAnyone()
  regulation(): readonly ClauseType[] {
    return catalogue;
  }
}
