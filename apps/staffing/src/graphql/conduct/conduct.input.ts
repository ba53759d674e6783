import { Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import { ConductSourceEnum } from './conduct.type';

/** A breach that somebody saw. */
@InputType({ description: '行为记录（S4.5b） / A breach that somebody saw' })
export class RecordConductInput extends CreatingInput {
  @KeyField('何人 / Who')
  staffId!: HallKey;

  @Field(() => ID, { description: '所违条款 / Clause' })
  @Length(2, 16)
  clause!: string;

  @Field(() => ConductSourceEnum, { defaultValue: 'INSPECTION', description: '来源 / How it came to light' })
  source!: keyof typeof ConductSourceEnum;

  @TextField('事实，1–1000 字 / What happened', 1000)
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

  @TextField('理由，1–500 字 / Why', 500)
  reason!: string;
}

/** What the person says. */
@InputType({ description: '本人陈述（S4.5b） / What the person says' })
export class RespondToConductInput extends CreatingInput {
  @KeyField('行为记录 / Record')
  conductRecordId!: HallKey;

  @TextField('陈述，1–2000 字 / Statement', 2000)
  statement!: string;
}

/** A decision about a breach. */
@InputType({ description: '决定（S4.5b） / A decision about a breach' })
export class DecideConductInput extends CreatingInput {
  @KeyField('行为记录 / Record')
  conductRecordId!: HallKey;

  @Field(() => Boolean, { description: '是否属实 / Whether it is upheld' })
  upheld!: boolean;

  @Field(() => Int, { nullable: true, description: '扣分；缺省为至多扣分 / Points; the most when absent' })
  points?: number | null;

  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}

/** Why the person does not agree. */
@InputType({ description: '申诉（S4.5b） / Why the person does not agree' })
export class AppealConductInput extends CreatingInput {
  @KeyField('行为记录 / Record')
  conductRecordId!: HallKey;

  @TextField('理由，1–2000 字 / Grounds', 2000)
  grounds!: string;
}
