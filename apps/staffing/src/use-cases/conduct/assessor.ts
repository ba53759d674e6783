import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import type { StaffMember } from '../../domain/structure/staff';
import { findOfficer } from '../structure/find-officer';
import { staffStore } from '../../persistence/structure/staff-store';

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
 * @refuses STAFF_NOT_KNOWN, STAFF_NOT_FOUND, ASSESSOR_REQUIRED
 */
export async function findAssessor(tx: Tx, command: Command<unknown>, staff: HallKey): Promise<Outcome<StaffMember>> {
  const officer = await findOfficer(tx, command, staff.hallCode);
  if (isRefused(officer)) return officer;
  const person = await staffStore.findStaff(tx, staff);
  if (!person) return refuse('STAFF_NOT_FOUND');
  return isAssessorOf(officer.value, person) ? done(officer.value) : refuse('ASSESSOR_REQUIRED');
}
