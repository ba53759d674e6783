import { ArrayMaxSize, ArrayNotEmpty, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import { PreparationEnum, StaffRoleEnum } from './structure.enum';
import type { Preparation } from '../../domain/structure/hall';
import type { StaffRole } from '../../domain/structure/staff';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
const notATime = '须为 HH:MM / a time as HH:MM';

@InputType({ description: '服务时段 / Opening session, local time' })
export class OpeningSessionInput {
  @Field(() => String, { description: 'HH:MM' })
  @Matches(timeOfDay, { message: notATime })
  from!: string;

  @Field(() => String, { description: 'HH:MM' })
  @Matches(timeOfDay, { message: notATime })
  to!: string;
}

/** A hall. */
@InputType({ description: '大厅 / A hall' })
export class RegisterHallInput extends CreatingInput {
  @Field(() => ID, { description: '大厅编号：字母、数字、_、-，至多 32 位 / Letters, digits, _ and -, at most 32' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, {
    message: '字母、数字、-、_，最多 32 位 / letters, digits, - and _, at most 32',
  })
  code!: string;

  @TextField('大厅名称，1–100 字 / Name', 100)
  name!: string;

  @Field(() => [OpeningSessionInput], {
    defaultValue: [
      { from: '08:30', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ],
    description: '服务时段 / Opening sessions of a working day, in order',
  })
  @ValidateNested()
  @ArrayMaxSize(8)
  sessions!: OpeningSessionInput[];

  @Field(() => PreparationEnum, {
    defaultValue: 'FIRST_SESSION',
    description:
      '哪些时段须提前到岗准备；缺省为当日首个时段（A-04） / Which sessions staff prepare for; the first of a day when absent',
  })
  preparation!: Preparation;
}

/** A department. */
@InputType({ description: '部门 / A department' })
export class RegisterDepartmentInput extends CreatingInput {
  @Field(() => ID, { description: '大厅编号 / Hall' })
  @Length(1, 32)
  hallCode!: string;

  @TextField('部门编号，厅内唯一 / Code, unique in the hall', 32)
  code!: string;

  @TextField('部门名称 / Name', 100)
  name!: string;
}

/** A window. */
@InputType({ description: '窗口 / A window' })
export class RegisterWindowInput extends CreatingInput {
  @KeyField('所属部门 / Department')
  departmentId!: HallKey;

  @TextField('窗口号 / Window number', 16)
  number!: string;

  @TextField('窗口名称 / Name', 100)
  name!: string;
}

/** A member of staff. */
@InputType({ description: '工作人员 / A member of staff' })
export class RegisterStaffInput extends CreatingInput {
  @KeyField('所属部门 / Department')
  departmentId!: HallKey;

  @TextField('登录账号（令牌的 sub） / Sign-in account, the token’s subject', 200)
  account!: string;

  @TextField('工号 / Badge number', 32)
  badgeNumber!: string;

  @TextField('姓名，公示于窗口（S1.4a） / Name, shown at the window', 100)
  name!: string;

  @Field(() => [StaffRoleEnum], { description: '角色 / Roles' })
  @ArrayNotEmpty()
  roles!: StaffRole[];
}

/** A post with its two people. */
@InputType({ description: '岗位，须有A岗与B岗（S5.1a） / A post with its two people' })
export class RegisterPostInput extends CreatingInput {
  @KeyField('所在窗口 / Window')
  windowId!: HallKey;

  @TextField('岗位编号，厅内唯一 / Code, unique in the hall', 32)
  code!: string;

  @TextField('岗位名称 / Name', 100)
  name!: string;

  @Field(() => [String], { description: '岗位职责 / Duties' })
  @ArrayNotEmpty()
  @Length(1, 200, { each: true })
  duties!: string[];

  @KeyField('A岗（主办） / Lead')
  leadId!: HallKey;

  @KeyField('B岗（协办） / Deputy')
  deputyId!: HallKey;
}

/** Who is to stand in at a post for a while. */
@InputType({ description: '临时顶岗（A-18） / Who stands in at a post for a while' })
export class AppointTemporaryInput extends CreatingInput {
  @KeyField('岗位 / Post')
  postId!: HallKey;

  @KeyField('临时顶岗人 / Who stands in')
  staffId!: HallKey;

  @Field(() => Date, { nullable: true, description: '起；缺省为现在 / From; now when absent' })
  from?: Date | null;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @TextField('理由，1–500 字 / Why', 500)
  reason!: string;
}
