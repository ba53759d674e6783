import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import type { StaffMember } from '../../domain/structure/staff';
import { findCaller } from '../find-caller';
import type { StaffingPorts } from '../ports';

/**
 * Who may look at and write about somebody's conduct: the head of that person's department, the centre's office and
 * leaders.
 */
export function isAssessorOf(assessor: StaffMember, of: Pick<StaffMember, 'departmentId'>): boolean {
  const { roles, departmentId } = assessor;
  if (roles.includes('CENTRE_LEADER') || roles.includes('CENTRE_OFFICE')) return true;
  return roles.includes('SECTION_HEAD') && departmentId === of.departmentId;
}

/**
 * The caller as somebody who may write about this person's conduct.
 *
 * @refuses HALL_NOT_FOUND, STAFF_NOT_KNOWN, STAFF_NOT_FOUND, ASSESSOR_REQUIRED
 */
export async function findAssessor(
  ports: StaffingPorts,
  tx: Tx,
  command: Command<unknown>,
  staff: HallKey,
): Promise<Outcome<StaffMember>> {
  const caller = await findCaller(ports, tx, command, staff.hallCode);
  if (isRefused(caller)) return caller;
  const person = await ports.staff.findStaff(tx, staff);
  if (!person) return refuse('STAFF_NOT_FOUND');
  return isAssessorOf(caller.value.member, person) ? done(caller.value.member) : refuse('ASSESSOR_REQUIRED');
}
