import { Field, InputType } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import type { MajorMatterKind } from '../../domain/major-matters/major-matter';
import { MajorMatterKindEnum } from '../major-matters/major-matter.type';

/** A major matter. */
@InputType({ description: '请示汇报（S1.2h、A-02） / A major matter to be reported' })
export class MajorMatterInput extends CreatingInput {
  @Field(() => MajorMatterKindEnum, { description: '种类 / Kind' })
  kind!: MajorMatterKind;

  @TextField('情况 / What has happened', 4000)
  facts!: string;

  @KeyField('相关办件 / Case', { nullable: true })
  caseId!: HallKey | null;

  @KeyField('相关接待 / Contact', { nullable: true })
  contactId!: HallKey | null;

  @Field(() => Date, { nullable: true, description: '发生时刻；缺省为现在 / When it happened; now when absent' })
  occurredAt?: Date;
}

/** The answer of a superior. */
@InputType({ description: '上级答复（S1.2h） / The answer of a superior' })
export class AnswerMajorMatterInput extends CreatingInput {
  @KeyField('请示 / Matter')
  majorMatterId!: HallKey;

  @TextField('答复，1–2000 字 / Answer', 2000)
  answer!: string;
}
