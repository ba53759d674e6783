import { ArrayMaxSize, ArrayNotEmpty, Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { PlainDate } from '@hall/kernel';
import { CreatingInput, IsGlobalId, LocalDateScalar } from '@hall/platform/graphql';
import type { TrainingKind } from '../../domain/training/training';
import { TrainingKindEnum } from './training.type';

/** A training that was held. */
@InputType({ description: '学习培训（S2.4b） / A training that was held' })
export class RecordTrainingInput extends CreatingInput {
  @Field(() => TrainingKindEnum, { description: '内容 / What it is about' })
  kind!: TrainingKind;

  @Field(() => String, { description: '主题，1–200 字 / Topic' })
  @Length(1, 200)
  topic!: string;

  @Field(() => LocalDateScalar, { description: '日期 / Day' })
  heldOn!: PlainDate;

  @Field(() => Int, { description: '时长，1–1440 分钟 / Minutes' })
  @Min(1)
  @Max(1440)
  minutes!: number;

  @Field(() => String, { description: '纪要，1–2000 字 / Notes' })
  @Length(1, 2000)
  notes!: string;

  @Field(() => [ID], { description: '参加人，至多 500 人 / Who was there' })
  @IsGlobalId({ each: true })
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  attendeeIds!: string[];
}
