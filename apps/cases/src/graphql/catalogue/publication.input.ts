import { InputType, Field, ID } from 'type-graphql';
import type { PlainDate } from '@hall/kernel';
import { CreatingInput, LocalDateScalar, TextField } from '@hall/platform/graphql';

/** An item, by its code. */
@InputType()
abstract class ItemByCode extends CreatingInput {
  @TextField('事项编码 / Item code', 100)
  code!: string;

  @Field(() => ID, { nullable: true, description: '缺省为登录者所在大厅 / The caller’s own hall when absent' })
  hallCode?: string | null;
}

/** When an item is published. */
@InputType({ description: '公布事项（S3.3a） / When an item is published' })
export class PublishServiceItemInput extends ItemByCode {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: '生效日期；缺省为立即生效 / Day on which it takes effect; at once when absent',
  })
  validFrom?: PlainDate | null;
}

/** Why an item is retired. */
@InputType({ description: '停办事项 / Why an item is retired' })
export class RetireServiceItemInput extends ItemByCode {
  @TextField('理由，1–2000 字 / Reason', 2000)
  reason!: string;
}
