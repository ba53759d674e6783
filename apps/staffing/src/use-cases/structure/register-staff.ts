import { done } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import type { StaffRole } from '../../domain/structure/staff';
import { asOneOf, keepers, mayTouchHall } from './hall-scope';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';
import { staffStore } from '../../persistence/structure/staff-store';

/** What the registration of a member of staff says. */
export interface RegisterStaff {
  readonly department: HallKey;
  readonly account: string;
  readonly badgeNumber: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
}

/**
 * Registers a member of staff and ties a sign-in account to the badge, so that every act has a person (S1.4a, S4.5a).
 *
 * @refuses DEPARTMENT_NOT_FOUND, STAFF_ALREADY_REGISTERED
 */
export function registerStaff(ports: StaffingPorts, command: Command<RegisterStaff>): Promise<Outcome<HallKey>> {
  const { department, ...person } = command.input;
  const { hallCode } = department;
  return ports.run(command, { operation: 'registerStaff', hallCode }, async (tx) => {
    const found = mayTouchHall(command, hallCode)
      ? await hallStore.findDepartment(tx, department, asOneOf(command, keepers))
      : undefined;
    if (!found) return refuse('DEPARTMENT_NOT_FOUND');
    const member = { hallCode, id: ports.newId(), departmentId: found.id, ...person };
    if (!(await staffStore.insertStaff(tx, member)))
      return refuse('STAFF_ALREADY_REGISTERED', { badgeNumber: person.badgeNumber });
    await ports.publish(tx, command, [{ kind: 'STAFF_REGISTERED', member }]);
    return done({ hallCode, id: member.id });
  });
}
