import { InputType, Field } from 'type-graphql';
import type { YearMonth } from '@hall/kernel';
import { CreatingInput, TextField, YearMonthScalar } from '@hall/platform/graphql';

/** A month that is handed in. */
@InputType({ description: '报送月报（S1.2i） / A month that is handed in' })
export class SubmitMonthlyCaseReportInput extends CreatingInput {
  @Field(() => YearMonthScalar, { description: '月份 / Month' })
  month!: YearMonth;

  @TextField('说明，1–2000 字 / What its author says', 2000)
  remark!: string;
}
