import { InputType, Field, Int } from 'type-graphql';
import { Max, Min } from 'class-validator';
import type { HallKey } from '@hall/kernel';
import { CreatingInput, KeyField } from '@hall/platform/graphql';

/** Copies that were counted. */
@InputType({ description: '清点纸质指南（A-10） / Printed guides that were counted' })
export class CountGuidesInput extends CreatingInput {
  @KeyField('窗口 / Window')
  windowId!: HallKey;

  @KeyField('事项 / Item')
  itemId!: HallKey;

  @Field(() => Int, { description: '份数，0–100000 / Copies' })
  @Min(0)
  @Max(100_000)
  copies!: number;
}
