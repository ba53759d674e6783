import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { hallTimeZone } from '@hall/kernel';
import { AllowedTo, commandOf, globalId, hallAdmins, keyOf } from '@hall/platform/graphql';
import { registerDepartment } from '../../use-cases/structure/register-department';
import { registerHall } from '../../use-cases/structure/register-hall';
import { registerPost } from '../../use-cases/structure/register-post';
import { registerStaff } from '../../use-cases/structure/register-staff';
import { registerWindow } from '../../use-cases/structure/register-window';
import {
  RegisterDepartmentInput,
  RegisterHallInput,
  RegisterPostInput,
  RegisterStaffInput,
  RegisterWindowInput,
} from './registration.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import {
  RegisterDepartmentResult,
  RegisterHallResult,
  RegisterPostResult,
  RegisterStaffResult,
  RegisterWindowResult,
} from './structure.type';
import { toMutationResult } from '../results';

/** Registering the hall's structure: hall, departments, windows, staff, posts. */
@Resolver()
export class RegistrationResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Mutation(() => RegisterHallResult, { description: '登记大厅 / Register a hall' })
  @AllowedTo('ADMIN')
  registerHall(
    @Arg('input', () => RegisterHallInput, { description: '内容 / What it says' }) input: RegisterHallInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, code, name, preparation } = input;
    const sessions = input.sessions.map(({ from, to }) => ({ from, to }));
    const hall = { code, name, timeZone: hallTimeZone, sessions, preparation };
    const outcome = registerHall(this.parts.ports, commandOf(context, hall, idempotencyKey));
    return toMutationResult(outcome, context, (registered) => context.loaders.hall.load(registered.code));
  }

  @Mutation(() => RegisterDepartmentResult, { description: '登记部门 / Register a department' })
  @AllowedTo(...hallAdmins)
  registerDepartment(
    @Arg('input', () => RegisterDepartmentInput, { description: '内容 / What it says' }) input: RegisterDepartmentInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, ...department } = input;
    const outcome = registerDepartment(this.parts.ports, commandOf(context, department, idempotencyKey));
    return toMutationResult(outcome, context, (key) => context.loaders.department.load(globalId(key)));
  }

  @Mutation(() => RegisterWindowResult, { description: '登记窗口 / Register a window' })
  @AllowedTo(...hallAdmins)
  registerWindow(
    @Arg('input', () => RegisterWindowInput, { description: '内容 / What it says' }) input: RegisterWindowInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, departmentId, ...window } = input;
    const command = commandOf(context, { ...window, department: keyOf(departmentId) }, idempotencyKey);
    return toMutationResult(registerWindow(this.parts.ports, command), context, (key) =>
      context.loaders.window.load(globalId(key)),
    );
  }

  @Mutation(() => RegisterStaffResult, { description: '登记工作人员 / Register a member of staff' })
  @AllowedTo(...hallAdmins)
  registerStaff(
    @Arg('input', () => RegisterStaffInput, { description: '内容 / What it says' }) input: RegisterStaffInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, departmentId, ...person } = input;
    const command = commandOf(context, { ...person, department: keyOf(departmentId) }, idempotencyKey);
    return toMutationResult(registerStaff(this.parts.ports, command), context, (key) =>
      context.loaders.staff.load(globalId(key)),
    );
  }

  @Mutation(() => RegisterPostResult, {
    description: '登记岗位，须有A岗与B岗两人（S5.1a、S5.1b） / Register a post with lead and deputy',
  })
  @AllowedTo(...hallAdmins)
  registerPost(
    @Arg('input', () => RegisterPostInput, { description: '内容 / What it says' }) input: RegisterPostInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, windowId, leadId, deputyId, ...post } = input;
    const keys = { window: keyOf(windowId), lead: keyOf(leadId), deputy: keyOf(deputyId) };
    const command = commandOf(context, { ...post, ...keys }, idempotencyKey);
    return toMutationResult(registerPost(this.parts.ports, command), context, (key) =>
      context.loaders.post.load(globalId(key)),
    );
  }
}
