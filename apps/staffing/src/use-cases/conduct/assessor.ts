import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { isAssessorOf } from '../../domain/conduct/assessor';
import { refuse } from '../../domain/refusals';
import type { StaffMember } from '../../domain/structure/staff';
import { findOfficer } from '../structure/find-officer';
import { staffStore } from '../../persistence/structure/staff-store';

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
