import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AllowedTo, commandOf, globalId, keyOf, staffRoles } from '@hall/platform/graphql';
import { checkIn } from '../../use-cases/attendance/check-in';
import { checkOut } from '../../use-cases/attendance/check-out';
import { reportAbsence } from '../../use-cases/attendance/report-absence';
import { CheckInInput, ReportAbsenceInput } from './attendance.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import { CheckInResult } from './check-in.type';
import { CheckOutResult, ReportAbsenceResult } from '../structure/structure.type';
import { toMutationResult } from '../results';

/** Coming, going, and not being there. */
@Resolver()
export class AttendanceResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Mutation(() => CheckInResult, {
    description: '签到：岗前准备完成后开放窗口（S1.3a–d） / Arrive; opens the window once everything is ready',
  })
  @AllowedTo(...staffRoles)
  checkIn(
    @Arg('input', () => CheckInInput, { description: '内容 / What it says' }) input: CheckInInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, windowId, checklist } = input;
    const command = commandOf(context, { window: keyOf(windowId), checklist }, idempotencyKey);
    return toMutationResult(checkIn(this.parts.ports, command), context, (key) =>
      context.loaders.checkIn.load(globalId(key)),
    );
  }

  @Mutation(() => CheckOutResult, { description: '签退 / Go home' })
  @AllowedTo(...staffRoles)
  checkOut(@Ctx() context: StaffingContext) {
    const command = commandOf(context, { hallCode: context.actor.hallCode ?? '' });
    return toMutationResult(checkOut(this.parts.ports, command), context, (staff) =>
      context.loaders.staff.load(globalId(staff)),
    );
  }

  @Mutation(() => ReportAbsenceResult, {
    description: '报告缺岗：B岗立即顶岗（S5.2a、S5.3b） / Unplanned absence; the deputy takes over at once',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  reportAbsence(
    @Arg('input', () => ReportAbsenceInput, { description: '内容 / What it says' }) input: ReportAbsenceInput,
    @Ctx() context: StaffingContext,
  ) {
    const { idempotencyKey, staffId, reason } = input;
    const command = commandOf(context, { staff: keyOf(staffId), reason }, idempotencyKey);
    return toMutationResult(reportAbsence(this.parts.ports, command), context, (staff) =>
      context.loaders.staff.load(globalId(staff)),
    );
  }
}
