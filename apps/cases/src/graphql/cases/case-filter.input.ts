import { Field, InputType } from 'type-graphql';
import { ArrayUnique } from 'class-validator';
import type { HallKey, PlainDate } from '@hall/kernel';
import { KeyField, LocalDateScalar, TextField } from '@hall/platform/graphql';
import type { CaseStatus } from '../../domain/cases/case';
import { CaseStatusEnum } from './case.enum';

/** Which cases of the hall. */
@InputType('CaseFilter', { description: '办件筛选 / Which cases' })
export class CaseFilterInput {
  @Field(() => [CaseStatusEnum], {
    nullable: true,
    description: '状态，其中之一；空列表即不限 / State, one of these; an empty list narrows nothing',
  })
  @ArrayUnique()
  status?: CaseStatus[] | null;

  @KeyField('主办部门 / Department in charge', { nullable: true })
  departmentId!: HallKey | null;

  @KeyField('联办部门（S3.4d） / Department that takes part', { nullable: true })
  participantId!: HallKey | null;

  @TextField('申请人证件号，只按散列查找 / Identity number of the applicant; looked up by its hash', 20, {
    nullable: true,
  })
  applicantIdNumber!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: '收件起（含） / Received from, inclusive' })
  receivedFrom?: PlainDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: '收件止（含） / Received to, inclusive' })
  receivedTo?: PlainDate | null;

  @KeyField('窗口 / Window', { nullable: true })
  windowId!: HallKey | null;

  @KeyField('事项 / Item', { nullable: true })
  itemId!: HallKey | null;

  @KeyField('责任人，含已结 / Who answers for it, or answered for it at its end', { nullable: true })
  responsibleId!: HallKey | null;

  @Field(() => Boolean, { nullable: true, description: '仅未结且已逾期 / Overdue ones only, which are open' })
  overdue?: boolean;
}
