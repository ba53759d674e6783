import { ArrayMaxSize, Length } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput, LocalDateScalar, TextField } from '@hall/platform/graphql';
import type { PlainDate } from '@hall/kernel';

/** A notice on the holidays of one year. */
@InputType({ description: '某年放假安排的通知（A-30） / A notice on the holidays of one year' })
export class PublishCalendarYearInput extends CreatingInput {
  @Field(() => ID, { description: '大厅编号 / Hall' })
  @Length(1, 32)
  hallCode!: string;

  @Field(() => Int, { description: '年份 / Year' })
  year!: number;

  @TextField('通知文号，如 国办发明电〔2025〕7号 / Number of the notice', 200, { least: 0 })
  noticeReference!: string;

  @Field(() => [LocalDateScalar], {
    description: '放假日，均在该年内；可含周末 / Days off, all in the year; weekend days may be among them',
  })
  @ArrayMaxSize(366)
  offDays!: PlainDate[];

  @Field(() => [LocalDateScalar], {
    description: '调休上班的周末，均在该年内 / Weekend days that are worked, all in the year',
  })
  @ArrayMaxSize(366)
  makeUpDays!: PlainDate[];
}
