import { Field, InputType } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { LeaveKind } from '../../domain/leave/leave';
import { LeaveKindEnum } from './leave.type';

/** A request for leave. */
@InputType({ description: '请假申请（S5.3a） / A request for leave' })
export class RequestLeaveInput extends CreatingInput {
  @KeyField('请假人；缺省为本人，可代电话请假者申请 / For whom; the caller when absent', { nullable: true })
  staffId!: HallKey | null;

  @Field(() => LeaveKindEnum, { description: '类别 / What it is for' })
  kind!: LeaveKind;

  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @TextField('事由，1–500 字 / Why', 500)
  reason!: string;
}

/** A leave that is not granted. */
@InputType({ description: '不批准请假 / A leave that is not granted' })
export class RefuseLeaveInput extends CreatingInput {
  @KeyField('请假 / The leave')
  leaveId!: HallKey;

  @TextField('理由，1–500 字 / Why', 500)
  reason!: string;
}

/** What has to be known while somebody is away. */
@InputType({ description: '工作交接（S5.3a） / What has to be known while somebody is away' })
export class PrepareHandoverInput extends CreatingInput {
  @KeyField('请假 / The leave')
  leaveId!: HallKey;

  @TextField('交接内容，1–4000 字 / What has to be known', 4000)
  notes!: string;
}

/** Which leaves are asked for. */
@InputType({ description: '请假查询条件 / Which leaves' })
export class LeaveFilter {
  @KeyField('请假人 / Whose', { nullable: true })
  staffId?: HallKey | null;

  @Field(() => Date, { nullable: true, description: '在此之后仍未结束 / That have not ended by then' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: '在此之前开始 / That begin before' })
  to?: Date | null;

  @Field(() => Boolean, { nullable: true, description: '仅待审批 / Only those without a decision' })
  onlyUndecided?: boolean | null;
}
