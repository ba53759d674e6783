import { Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput, IsGlobalId } from '@hall/platform/graphql';
import { ConductSourceEnum } from './conduct.type';

/** A breach that somebody saw. */
@InputType({ description: '行为记录（S4.5b） / A breach that somebody saw' })
export class RecordConductInput extends CreatingInput {
  @Field(() => ID, { description: '何人 / Who' })
  @IsGlobalId()
  staffId!: string;

  @Field(() => ID, { description: '所违条款 / Clause' })
  @Length(2, 16)
  clause!: string;

  @Field(() => ConductSourceEnum, { defaultValue: 'INSPECTION', description: '来源 / How it came to light' })
  source!: keyof typeof ConductSourceEnum;

  @Field(() => String, { description: '事实，1–1000 字 / What happened' })
  @Length(1, 1000)
  facts!: string;

  @Field(() => Date, { nullable: true, description: '发生时刻；缺省为现在 / When; now when absent' })
  occurredAt?: Date;
}

/** A hall's own points for a rule. */
@InputType({ description: '考核分值（A-17） / A hall’s own points for a rule of conduct' })
export class ReviseConductRuleInput extends CreatingInput {
  @Field(() => ID, { description: '条款 / Clause' })
  @Length(2, 16)
  clause!: string;

  @Field(() => Int, { description: '一次至多扣分，0–100 / Most points a breach costs' })
  @Min(0)
  @Max(100)
  points!: number;

  @Field(() => Boolean, { defaultValue: true, description: '是否采用 / Whether this hall applies it' })
  active!: boolean;

  @Field(() => String, { description: '理由，1–500 字 / Why' })
  @Length(1, 500)
  reason!: string;
}
