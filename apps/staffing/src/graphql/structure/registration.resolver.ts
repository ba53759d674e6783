import { Ctx, Mutation, Resolver } from 'type-graphql';
import { hallTimeZone } from '@hall/kernel';
import { AllowedTo, hallAdmins, Input } from '@hall/platform/graphql';
import { registerDepartment } from '../../use-cases/structure/register-department';
import { registerHall } from '../../use-cases/structure/register-hall';
import { appointTemporary } from '../../use-cases/structure/appoint-temporary';
import { registerPost } from '../../use-cases/structure/register-post';
import { registerStaff } from '../../use-cases/structure/register-staff';
import { registerWindow } from '../../use-cases/structure/register-window';
import {
  RegisterDepartmentInput,
  RegisterHallInput,
  AppointTemporaryInput,
  RegisterPostInput,
  RegisterStaffInput,
  RegisterWindowInput,
} from './registration.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import {
  RegisterDepartmentResult,
  RegisterHallResult,
  AppointTemporaryResult,
  RegisterPostResult,
  RegisterStaffResult,
  RegisterWindowResult,
} from './structure.type';
import { act } from '../results';

/** Registering the hall's structure: hall, departments, windows, staff, posts. */
@Resolver()
export class RegistrationResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Mutation(() => RegisterHallResult, { description: '登记大厅 / Register a hall' })
  @AllowedTo('ADMIN')
  registerHall(@Input(() => RegisterHallInput) input: RegisterHallInput, @Ctx() context: StaffingContext) {
    const hall = { ...input, timeZone: hallTimeZone, sessions: input.sessions.map(({ from, to }) => ({ from, to })) };
    return act(this.parts, context, registerHall, hall, ({ code }) => context.loaders.hall.load(code));
  }

  @Mutation(() => RegisterDepartmentResult, { description: '登记部门 / Register a department' })
  @AllowedTo(...hallAdmins)
  registerDepartment(
    @Input(() => RegisterDepartmentInput) input: RegisterDepartmentInput,
    @Ctx() context: StaffingContext,
  ) {
    return act(this.parts, context, registerDepartment, input, 'department');
  }

  @Mutation(() => RegisterWindowResult, { description: '登记窗口 / Register a window' })
  @AllowedTo(...hallAdmins)
  registerWindow(@Input(() => RegisterWindowInput) input: RegisterWindowInput, @Ctx() context: StaffingContext) {
    const { departmentId: department, ...window } = input;
    return act(this.parts, context, registerWindow, { department, ...window }, 'window');
  }

  @Mutation(() => RegisterStaffResult, { description: '登记工作人员 / Register a member of staff' })
  @AllowedTo(...hallAdmins)
  registerStaff(@Input(() => RegisterStaffInput) input: RegisterStaffInput, @Ctx() context: StaffingContext) {
    const { departmentId: department, ...person } = input;
    return act(this.parts, context, registerStaff, { department, ...person }, 'staff');
  }

  @Mutation(() => RegisterPostResult, {
    description: '登记岗位，须有A岗与B岗两人（S5.1a、S5.1b） / Register a post with lead and deputy',
  })
  @AllowedTo(...hallAdmins)
  registerPost(@Input(() => RegisterPostInput) input: RegisterPostInput, @Ctx() context: StaffingContext) {
    const { windowId: window, leadId: lead, deputyId: deputy, ...post } = input;
    return act(this.parts, context, registerPost, { window, lead, deputy, ...post }, 'post');
  }

  @Mutation(() => AppointTemporaryResult, {
    description:
      '中心领导指定临时顶岗人，有期限（A-18、A-19） / A leader names somebody who stands in at a post for a while',
  })
  @AllowedTo('CENTRE_LEADER')
  appointTemporary(@Input(() => AppointTemporaryInput) input: AppointTemporaryInput, @Ctx() context: StaffingContext) {
    const { postId: post, staffId: staff, from = null, ...said } = input;
    return act(this.parts, context, appointTemporary, { post, staff, from, ...said }, 'post');
  }
}
