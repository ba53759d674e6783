import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  globalId,
  idsOfHall,
  Input,
  KeyArg,
  PageArgs,
  pageSize,
  parseDatedCursor,
  staffRoles,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import { isAssessorOf } from '../../domain/conduct/assessor';
import { approveLeave, refuseLeave } from '../../use-cases/leave/decide-leave';
import { cancelLeave, endLeave } from '../../use-cases/leave/end-leave';
import { acceptHandover, prepareHandover } from '../../use-cases/leave/hand-over';
import { requestLeave } from '../../use-cases/leave/request-leave';
import type { StaffingContext, StaffingParts } from '../loaders';
import { act } from '../results';
import { LeaveFilter, PrepareHandoverInput, RefuseLeaveInput, RequestLeaveInput } from './leave.input';
import {
  AcceptHandoverResult,
  ApproveLeaveResult,
  CancelLeaveResult,
  EndLeaveResult,
  LeaveConnection,
  LeaveType,
  PrepareHandoverResult,
  RefuseLeaveResult,
  RequestLeaveResult,
} from './leave.type';
import { toLeaveType } from './to-leave';

/** Leave: asked for, decided, taken back, ended. */
@Resolver(() => LeaveType)
export class LeaveResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => LeaveConnection, {
    description:
      '请假，开始最晚者在前：本人的与所任B岗的A岗的；部门负责人限本部门，中心看全部 / Leaves, the latest first: own ones and those of leads one deputises; heads see their department, the centre all',
  })
  @AllowedTo(...staffRoles)
  async leaves(
    @Arg('filter', () => LeaveFilter, { nullable: true, description: '条件 / Which' }) filter: LeaveFilter | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor, viewer, loaders }: StaffingContext,
  ) {
    const size = pageSize(first);
    const hallCode = actor.hallCode ?? '';
    const me = await loaders.caller.load('me');
    if (me === null) return toConnection([], size, () => '');
    const { roles } = await viewer();
    const reader = {
      id: me.id,
      isOverAll: roles.includes('CENTRE_OFFICE') || roles.includes('CENTRE_LEADER'),
      headOfDepartmentId: roles.includes('SECTION_HEAD') ? me.departmentId : null,
    };
    const asked = {
      ...idsOfHall(hallCode, { staffId: filter?.staffId ?? null }),
      from: filter?.from ?? null,
      to: filter?.to ?? null,
      onlyUndecided: filter?.onlyUndecided ?? false,
    };
    const rows = await this.parts.reads.leave.leavePage(hallCode, reader, asked, parseDatedCursor(after), size);
    const now = this.parts.ports.clock.now();
    return toConnection(
      rows,
      size,
      ({ beginsAt, id }) => toCursor(beginsAt, id),
      (row) => toLeaveType(row, now),
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '事由；仅本人、部门负责人和中心可见 / Why; for the person and those who decide',
  })
  @AllowedTo(...staffRoles)
  async reason(@Root() leave: LeaveType, @Ctx() { loaders }: StaffingContext) {
    const [me, person] = await Promise.all([loaders.caller.load('me'), loaders.member.load(leave.staffId)]);
    if (!me || !person || me.hallCode !== person.hallCode) return null;
    return globalId(me) === leave.staffId || isAssessorOf(me, person) ? leave.hiddenReason : null;
  }

  @Mutation(() => RequestLeaveResult, { description: '请假（S5.3a） / Asks for leave' })
  @AllowedTo(...staffRoles)
  requestLeave(@Input(() => RequestLeaveInput) input: RequestLeaveInput, @Ctx() context: StaffingContext) {
    const { staffId: staff, ...said } = input;
    return act(this.parts, context, requestLeave, { hallCode: context.actor.hallCode ?? '', staff, ...said }, 'leave');
  }

  @Mutation(() => PrepareHandoverResult, {
    description:
      '填写工作交接；重新填写的须重新接收（S5.3a） / Writes the hand-over; written anew, it is accepted anew',
  })
  @AllowedTo(...staffRoles)
  prepareHandover(@Input(() => PrepareHandoverInput) input: PrepareHandoverInput, @Ctx() context: StaffingContext) {
    const { leaveId: key, ...said } = input;
    return act(this.parts, context, prepareHandover, { key, ...said }, 'leave');
  }

  @Mutation(() => AcceptHandoverResult, {
    description: 'B岗接收工作交接（S5.3a） / The deputy accepts the hand-over',
  })
  @AllowedTo(...staffRoles)
  acceptHandover(@KeyArg('leaveId', '请假 / The leave') key: HallKey, @Ctx() context: StaffingContext) {
    return act(this.parts, context, acceptHandover, { key }, 'leave');
  }

  @Mutation(() => ApproveLeaveResult, {
    description:
      '批准请假：交接后，按时长由部门负责人、中心办公室或中心领导审批；A岗、B岗不得同时离岗（S5.1c、A-19） / Grants leave that is handed over; by its length it is for the head, the office or a leader, and never for both people of a post at once',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  approveLeave(@KeyArg('leaveId', '请假 / The leave') key: HallKey, @Ctx() context: StaffingContext) {
    return act(this.parts, context, approveLeave, { key }, 'leave');
  }

  @Mutation(() => RefuseLeaveResult, { description: '不批准请假 / Does not grant leave' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  refuseLeave(@Input(() => RefuseLeaveInput) input: RefuseLeaveInput, @Ctx() context: StaffingContext) {
    const { leaveId: key, ...why } = input;
    return act(this.parts, context, refuseLeave, { key, ...why }, 'leave');
  }

  @Mutation(() => CancelLeaveResult, {
    description: '撤销尚未开始的请假 / Takes a request, or a leave that has not begun, back',
  })
  @AllowedTo(...staffRoles)
  cancelLeave(@KeyArg('leaveId', '请假 / The leave') key: HallKey, @Ctx() context: StaffingContext) {
    return act(this.parts, context, cancelLeave, { key }, 'leave');
  }

  @Mutation(() => EndLeaveResult, {
    description: '销假，可提前（S5.3a） / Records the return; an early one ends the leave',
  })
  @AllowedTo(...staffRoles)
  endLeave(@KeyArg('leaveId', '请假 / The leave') key: HallKey, @Ctx() context: StaffingContext) {
    return act(this.parts, context, endLeave, { key }, 'leave');
  }
}
