import { ArrayUnique } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CreatingInput, enumOf, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import { readinessItems } from '../../domain/attendance/attendance';
import type { ReadinessItem } from '../../domain/attendance/attendance';

const ReadinessItemEnum = enumOf(
  'ReadinessItem',
  readinessItems,
  '岗前准备：清洁、印鉴、表格、资料、开机上网、亮证（S1.3b–d、S1.4a） / What must be ready before a window opens',
  {
    CLEAN: '窗口清洁（S1.3b） / Desk and window are clean',
    SEALS: '印鉴（S1.3c） / Seals',
    FORMS: '表格（S1.3c） / Forms',
    MATERIALS: '资料与须知（S1.3c、S3.3d） / Papers and note cards',
    ONLINE: '开机上网（S1.3d） / System is online',
    BADGE: '亮证（S1.4a） / Badge is shown',
  },
);

/** An arrival at a window. */
@InputType({ description: '签到 / An arrival at a window' })
export class CheckInInput extends CreatingInput {
  @KeyField('窗口 / Window')
  windowId!: HallKey;

  @Field(() => [ReadinessItemEnum], { description: '已完成的岗前准备 / What is ready' })
  @ArrayUnique()
  checklist!: ReadinessItem[];
}

/** An unplanned absence. */
@InputType({ description: '缺岗报告 / An unplanned absence' })
export class ReportAbsenceInput extends CreatingInput {
  @KeyField('缺岗人 / Who is absent')
  staffId!: HallKey;

  @TextField('情况说明 / What happened', 500)
  reason!: string;
}

/** A short absence. */
@InputType({ description: '临时离岗 / A short absence from the post' })
export class LeavePostInput extends CreatingInput {
  @TextField('离岗原因 / Why', 500)
  reason!: string;
}

/** A word against the report of an absence. */
@InputType({ description: '撤销缺岗报告 / The report of an absence was wrong' })
export class DisputeAbsenceInput extends CreatingInput {
  @KeyField('被报告缺岗的人 / Who was reported absent')
  staffId!: HallKey;

  @TextField('情况说明 / What is true', 500)
  reason!: string;
}
