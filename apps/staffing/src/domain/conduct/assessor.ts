import type { StaffMember } from '../structure/staff';

/**
 * Who may look at and write about somebody's conduct: the head of that person's department, the centre's office and
 * leaders.
 */
export function isAssessorOf(
  { roles, departmentId }: Pick<StaffMember, 'roles' | 'departmentId'>,
  of: Pick<StaffMember, 'departmentId'>,
): boolean {
  if (roles.includes('CENTRE_LEADER') || roles.includes('CENTRE_OFFICE')) return true;
  return roles.includes('SECTION_HEAD') && departmentId === of.departmentId;
}
