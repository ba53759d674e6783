import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** The field that every creating input has. */
@InputType()
export abstract class CreatingInput {
  @Field(() => String, {
    nullable: true,
    description: '幂等键：同一人同一键得到首次结果 / Same key and actor: the first result again',
  })
  @Length(1, 200)
  idempotencyKey?: string;
}
