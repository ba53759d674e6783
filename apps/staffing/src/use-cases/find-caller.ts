import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { refuseCommonly } from '@hall/platform/refusals';
import type { Command } from '@hall/platform/use-case';
import type { Hall } from '../domain/structure/hall';
import { refuse } from '../domain/refusals';
import type { StaffMember } from '../domain/structure/staff';
import type { StaffingPorts } from './ports';

/**
 * The hall of a command and the member of staff who gives it.
 *
 * @refuses HALL_NOT_FOUND for a hall that is not the caller's, STAFF_NOT_KNOWN for an account without a badge
 */
export async function findCaller(
  ports: StaffingPorts,
  tx: Tx,
  { actor }: Command<unknown>,
  hallCode: string,
): Promise<Outcome<{ hall: Hall; member: StaffMember }>> {
  const hall = actor.hallCode === hallCode ? await ports.halls.findHall(tx, hallCode) : undefined;
  if (!hall) return refuse('HALL_NOT_FOUND', { hallCode });
  const member = await ports.staff.findStaffByAccount(tx, hallCode, actor.account);
  return member ? done({ hall, member }) : refuseCommonly('STAFF_NOT_KNOWN');
}
