import { Ctx, Mutation, Resolver } from 'type-graphql';
import { AllowedTo, staffRoles, Input } from '@hall/platform/graphql';
import { checkIn } from '../../use-cases/attendance/check-in';
import { checkOut, leavePost, returnToPost } from '../../use-cases/attendance/come-and-go';
import { disputeAbsence, reportAbsence } from '../../use-cases/attendance/report-absence';
import { CheckInInput, DisputeAbsenceInput, LeavePostInput, ReportAbsenceInput } from './attendance.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import { CheckInResult } from './check-in.type';
import {
  CheckOutResult,
  DisputeAbsenceResult,
  LeavePostResult,
  ReportAbsenceResult,
  ReturnToPostResult,
} from '../structure/structure.type';
import { act } from '../results';

/** Coming, going, and not being there. */
@Resolver()
export class AttendanceResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Mutation(() => CheckInResult, {
    description: '签到：岗前准备完成后开放窗口（S1.3a–d） / Arrive; opens the window once everything is ready',
  })
  @AllowedTo(...staffRoles)
  checkIn(@Input(() => CheckInInput) input: CheckInInput, @Ctx() context: StaffingContext) {
    const { windowId: window, ...ready } = input;
    return act(this.parts, context, checkIn, { window, ...ready }, 'checkIn');
  }

  @Mutation(() => CheckOutResult, { description: '签退 / Go home' })
  @AllowedTo(...staffRoles)
  checkOut(@Ctx() context: StaffingContext) {
    return act(this.parts, context, checkOut, { hallCode: context.actor.hallCode ?? '' }, 'staff');
  }

  @Mutation(() => LeavePostResult, {
    description: '临时离岗：说明原因，B岗立即顶岗（S1.5b、S5.2a） / A short absence; the deputy takes over at once',
  })
  @AllowedTo(...staffRoles)
  leavePost(@Input(() => LeavePostInput) { reason }: LeavePostInput, @Ctx() context: StaffingContext) {
    return act(this.parts, context, leavePost, { hallCode: context.actor.hallCode ?? '', reason }, 'staff');
  }

  @Mutation(() => ReturnToPostResult, { description: '返岗 / Back at the post' })
  @AllowedTo(...staffRoles)
  returnToPost(@Ctx() context: StaffingContext) {
    return act(this.parts, context, returnToPost, { hallCode: context.actor.hallCode ?? '' }, 'staff');
  }

  @Mutation(() => ReportAbsenceResult, {
    description: '报告缺岗：B岗立即顶岗（S5.2a、S5.3b） / Unplanned absence; the deputy takes over at once',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  reportAbsence(@Input(() => ReportAbsenceInput) input: ReportAbsenceInput, @Ctx() context: StaffingContext) {
    const { staffId: staff, ...said } = input;
    return act(this.parts, context, reportAbsence, { staff, ...said }, 'staff');
  }

  @Mutation(() => DisputeAbsenceResult, {
    description:
      '撤销缺岗报告：本人或负责人一步恢复（S5.3b） / The report of an absence was wrong; undone in one step by the person or their head',
  })
  @AllowedTo(...staffRoles)
  disputeAbsence(@Input(() => DisputeAbsenceInput) input: DisputeAbsenceInput, @Ctx() context: StaffingContext) {
    const { staffId: staff, ...said } = input;
    return act(this.parts, context, disputeAbsence, { staff, ...said }, 'staff');
  }
}
