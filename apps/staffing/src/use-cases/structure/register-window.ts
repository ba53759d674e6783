import { done } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { asOneOf, keepers, mayTouchHall } from './hall-scope';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';

/** What the registration of a window says. */
export interface RegisterWindow {
  readonly department: HallKey;
  readonly number: string;
  readonly name: string;
}

/**
 * Registers a window of a department. It is closed until somebody checks in with everything ready (S1.3c).
 *
 * @refuses DEPARTMENT_NOT_FOUND, WINDOW_NUMBER_TAKEN
 */
export function registerWindow(ports: StaffingPorts, command: Command<RegisterWindow>): Promise<Outcome<HallKey>> {
  const { department, number, name } = command.input;
  const { hallCode } = department;
  return ports.run(command, { operation: 'registerWindow', hallCode }, async (tx) => {
    const found = mayTouchHall(command, hallCode)
      ? await hallStore.findDepartment(tx, department, asOneOf(command, keepers))
      : undefined;
    if (!found) return refuse('DEPARTMENT_NOT_FOUND');
    const window = {
      hallCode,
      id: ports.newId(),
      number,
      name,
      departmentId: found.id,
      status: 'CLOSED',
      version: 1,
    } as const;
    if (!(await hallStore.insertWindow(tx, window))) return refuse('WINDOW_NUMBER_TAKEN', { number });
    await ports.publish(tx, command, [{ kind: 'WINDOW_REGISTERED', window }]);
    return done({ hallCode, id: window.id });
  });
}
