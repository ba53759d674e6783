import { Field, ObjectType } from 'type-graphql';
import type { PauseGround, PlainDate } from '@hall/kernel';
import { PauseGroundEnum } from '@hall/platform/deadline-graph';
import {
  connectionTypes,
  Link,
  LocalDateScalar,
  OfHall,
  StaffRef,
  staffRoles,
  VisibleTo,
} from '@hall/platform/graphql';

@OfHall()
@VisibleTo(...staffRoles)
@ObjectType('Standstill', { description: '正在中止的计时（A-30） / A clock that stands still now' })
export class StandstillType {
  @Field(() => PauseGroundEnum, { description: '事由 / Ground' })
  ground!: PauseGround;

  @Field(() => Date, { nullable: true, description: '起 / Since when' })
  since!: Date | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      '预计恢复日；到期仍未恢复即提醒 / Until when, as was expected; who lets it stand still longer is reminded',
  })
  expectedEnd!: PlainDate | null;

  @Field(() => String, { nullable: true, description: '依据文书及文号 / The paper that says so, with its number' })
  evidence!: string | null;

  @Field(() => String, { nullable: true, description: '检验、鉴定、评审或答复的单位 / On whom it depends' })
  body!: string | null;

  @Link(() => StaffRef, '中止人 / Who stopped it', { nullable: true })
  readonly stoppedById!: string | null;

  readonly hallCode!: string;

  readonly caseId!: string;
}

/** A page of clocks that stand still. */
export const { connection: StandstillConnection } = connectionTypes('Standstill', () => StandstillType);
