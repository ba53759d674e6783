import { done, instantAt, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { staffRoles } from '@hall/platform/actor';
import type { Command } from '@hall/platform/use-case';
import { reportToDispute } from '../../domain/attendance/staff-act';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { staffActStore } from '../../persistence/attendance/staff-act-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { hallStore } from '../../persistence/structure/hall-store';
import { postStore } from '../../persistence/structure/post-store';
import { staffStore } from '../../persistence/structure/staff-store';
import { replanAuthority } from '../authority/replan-authority';
import { findOfficer } from '../structure/find-officer';
import { asOneOf, mayTouchHall } from '../structure/hall-scope';
import type { StaffingPorts } from '../ports';
import { recordAct } from './record-act';

/** What the report of an absence, or the word against it, says. */
export interface ReportAbsence {
  readonly staff: HallKey;
  readonly reason: string;
}

/**
 * Somebody is not at the post and nobody could prepare for it: the deputy takes over at once, without a hand-over.
 *
 * @regulation S5.2a S5.3b
 * @refuses STAFF_NOT_FOUND, ABSENCE_ALREADY_REPORTED
 */
export function reportAbsence(ports: StaffingPorts, command: Command<ReportAbsence>): Promise<Outcome<HallKey>> {
  const { staff, reason } = command.input;
  const { hallCode } = staff;
  return ports.run(command, { operation: 'reportAbsence', hallCode }, async (tx) => {
    const hall = mayTouchHall(command, hallCode)
      ? await hallStore.findHall(tx, hallCode, asOneOf(command, staffRoles))
      : undefined;
    const member = hall && (await staffStore.findStaff(tx, staff));
    if (!hall || !member) return refuse('STAFF_NOT_FOUND');
    const { account } = command.actor;
    const by = account === undefined ? undefined : await staffStore.findStaffByAccount(tx, hallCode, account);
    const said = { ...(by && { saidById: by.id }), reason };
    const act = await recordAct(ports, tx, command, { hall, staffId: member.id, kind: 'REPORT_ABSENCE', ...said });
    return isRefused(act) ? act : done({ hallCode, id: member.id });
  });
}

/**
 * The report of an absence was wrong: in one step everything is from now on as if it had not been made. What was held and
 * done meanwhile stays on record, and so does the report.
 *
 * @regulation S5.3b
 * @refuses STAFF_NOT_KNOWN, STAFF_NOT_FOUND, ABSENCE_NOT_YOURS_TO_DISPUTE, NO_ABSENCE_REPORTED
 */
export function disputeAbsence(ports: StaffingPorts, command: Command<ReportAbsence>): Promise<Outcome<HallKey>> {
  const { staff, reason } = command.input;
  const { hallCode } = staff;
  return ports.run(command, { operation: 'disputeAbsence', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const hall = await hallStore.findHall(tx, hallCode);
    const member = await staffStore.findStaff(tx, staff);
    if (!hall || !member) return refuse('STAFF_NOT_FOUND');
    const by = officer.value;
    const isHead = (await hallStore.findDepartment(tx, { hallCode, id: member.departmentId }, null))?.headId === by.id;
    const isConcerned = by.id === member.id || isHead || by.roles.includes('CENTRE_LEADER');
    if (!isConcerned) return refuse('ABSENCE_NOT_YOURS_TO_DISPUTE');
    await staffActStore.lockDay(tx, staff);
    const at = ports.clock.now();
    const acts = await staffActStore.actsSince(tx, hallCode, [member.id], instantAt(plainDateOf(at), '00:00'));
    const report = reportToDispute(acts);
    if (isRefused(report)) return report;
    const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
    const posts = await postStore.lockPostsOf(tx, staff, at);
    // What the report had brought about until now stays; only from now on it is as if there had been none.
    const upToNow = await replanAuthority(ports, tx, command, { hall, calendar, posts });
    await staffActStore.undo(tx, { hallCode, id: report.value.id }, { at, byId: by.id, reason });
    await replanAuthority(ports, tx, command, { hall, calendar, posts: upToNow });
    return done({ hallCode, id: member.id });
  });
}
