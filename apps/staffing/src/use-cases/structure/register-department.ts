import { done } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { asOneOf, keepers, mayTouchHall } from './hall-scope';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';

/** What the registration of a department says. */
export interface RegisterDepartment {
  readonly hallCode: string;
  readonly code: string;
  readonly name: string;
}

/**
 * Registers a department of the hall.
 *
 * @refuses HALL_NOT_FOUND, DEPARTMENT_CODE_TAKEN
 */
export function registerDepartment(
  ports: StaffingPorts,
  command: Command<RegisterDepartment>,
): Promise<Outcome<HallKey>> {
  const { hallCode, code, name } = command.input;
  return ports.run(command, { operation: 'registerDepartment', hallCode }, async (tx) => {
    const hall = mayTouchHall(command, hallCode)
      ? await hallStore.findHall(tx, hallCode, asOneOf(command, keepers))
      : undefined;
    if (!hall) return refuse('HALL_NOT_FOUND', { hallCode });
    const department = { hallCode, id: ports.newId(), code, name, headId: null };
    if (!(await hallStore.insertDepartment(tx, department))) return refuse('DEPARTMENT_CODE_TAKEN', { code });
    await ports.publish(tx, command, [{ kind: 'DEPARTMENT_REGISTERED', department }]);
    return done({ hallCode, id: department.id });
  });
}
