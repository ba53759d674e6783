import { Field, InputType } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { KeyField } from '@hall/platform/graphql';
import type { CaseStatus } from '../../domain/cases/case';
import { CaseStatusEnum } from './case.type';

/** Which cases of the hall. */
@InputType('CaseFilter', { description: '办件筛选 / Which cases' })
export class CaseFilterInput {
  @Field(() => CaseStatusEnum, { nullable: true, description: '状态 / State' })
  status?: CaseStatus;

  @KeyField('窗口 / Window', { nullable: true })
  windowId!: HallKey | null;

  @KeyField('事项 / Item', { nullable: true })
  itemId!: HallKey | null;

  @KeyField('责任人，含已结 / Who answers for it, or answered for it at its end', { nullable: true })
  responsibleId!: HallKey | null;

  @Field(() => Boolean, { nullable: true, description: '仅未结且已逾期 / Overdue ones only, which are open' })
  overdue?: boolean;
}
