import { ArrayMaxSize, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '@hall/platform/graphql';
import type { HandlingType, LegalRegime } from '../../domain/service-item';
import { HandlingTypeEnum, LegalRegimeEnum, TimeUnitEnum } from '../types/item.type';

/** A limit of time. */
@InputType()
export class TimeLimitInput {
  @Field(() => Int)
  @Min(1)
  @Max(3660)
  amount!: number;

  @Field(() => TimeUnitEnum)
  unit!: keyof typeof TimeUnitEnum;
}

/** A document to be handed in. */
@InputType()
export class MaterialInput {
  @Field(() => ID)
  @Length(1, 64)
  code!: string;

  @Field(() => String)
  @Length(1, 200)
  name!: string;

  @Field(() => Boolean, { defaultValue: true })
  original!: boolean;

  @Field(() => Int, { defaultValue: 0 })
  @Min(0)
  @Max(20)
  copies!: number;

  @Field(() => String, { description: '依据（S4.4e） / Basis on which it is asked for' })
  @Length(1, 500)
  basis!: string;
}

/** What the applicant pays. */
@InputType()
export class FeeInput {
  @Field(() => Int, { description: '分 / fen' })
  @Min(0)
  amountFen!: number;

  @Field(() => String)
  @Length(1, 500)
  basis!: string;
}

@InputType({
  description:
    '事项；来源未载的字段留空，按默认补全并注明（A-07、A-08） / An item; silent fields are filled by defaults and marked',
})
export class ServiceItemInput {
  @Field(() => ID)
  @IsGlobalId()
  departmentId!: string;

  @Field(() => String, { description: '事项编码 / National item code' })
  @Length(1, 100)
  code!: string;

  @Field(() => String)
  @Length(1, 200)
  name!: string;

  @Field(() => HandlingTypeEnum, { nullable: true })
  handlingType?: HandlingType;

  @Field(() => LegalRegimeEnum, { nullable: true })
  regime?: LegalRegime;

  @Field(() => [ID], {
    nullable: true,
    description: '可办窗口；空为本部门全部窗口 / Windows that offer it; empty for all of the department',
  })
  @IsGlobalId({ each: true })
  windowIds?: string[];

  @Field(() => String, { nullable: true })
  @Length(0, 4000)
  content?: string;

  @Field(() => [String], { nullable: true })
  @Length(1, 500, { each: true })
  procedure?: string[];

  @Field(() => [String], { nullable: true })
  @Length(1, 500, { each: true })
  legalBasis?: string[];

  @Field(() => [String], { nullable: true })
  @Length(1, 1000, { each: true })
  conditions?: string[];

  @Field(() => [MaterialInput], { nullable: true })
  @ValidateNested()
  @ArrayMaxSize(100)
  materials?: MaterialInput[];

  @Field(() => TimeLimitInput, { nullable: true })
  @ValidateNested()
  statutoryLimit?: TimeLimitInput;

  @Field(() => TimeLimitInput, { nullable: true })
  @ValidateNested()
  promisedLimit?: TimeLimitInput;

  @Field(() => FeeInput, { nullable: true })
  @ValidateNested()
  fee?: FeeInput;

  @Field(() => String, { nullable: true })
  @Length(0, 500)
  result?: string;
}

/** Which items of the catalogue. */
@InputType()
export class ServiceItemFilter {
  @Field(() => ID, {
    nullable: true,
    description: '大厅编号；缺省为登录者所在大厅 / Hall; the caller’s own when absent',
  })
  @Length(1, 32)
  hallCode?: string;

  @Field(() => String, {
    nullable: true,
    description: '名称中的文字，或完整编码 / Words of the name, or the whole code',
  })
  @Length(1, 100)
  text?: string;
}
