import { ArrayMaxSize, ArrayNotEmpty, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { PlainDate, HallKey } from '@hall/kernel';
import { CreatingInput, LocalDateScalar, KeysField, TextField } from '@hall/platform/graphql';
import type { TrainingKind } from '../../domain/training/training';
import { TrainingKindEnum } from './training.type';

/** A training that was held. */
@InputType({ description: '学习培训（S2.4b） / A training that was held' })
export class RecordTrainingInput extends CreatingInput {
  @Field(() => TrainingKindEnum, { description: '内容 / What it is about' })
  kind!: TrainingKind;

  @TextField('主题，1–200 字 / Topic', 200)
  topic!: string;

  @Field(() => LocalDateScalar, { description: '日期 / Day' })
  heldOn!: PlainDate;

  @Field(() => Int, { description: '时长，1–1440 分钟 / Minutes' })
  @Min(1)
  @Max(1440)
  minutes!: number;

  @TextField('纪要，1–2000 字 / Notes', 2000)
  notes!: string;

  @KeysField('参加人，至多 500 人 / Who was there')
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  attendeeIds!: HallKey[];
}
