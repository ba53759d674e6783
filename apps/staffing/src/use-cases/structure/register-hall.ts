import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decideHall } from '../../domain/structure/hall';
import type { Hall } from '../../domain/structure/hall';
import { refuse } from '../../domain/refusals';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';

/**
 * Registers a hall with its opening sessions.
 *
 * @refuses HALL_SESSIONS_INVALID, HALL_CODE_TAKEN
 */
export function registerHall(ports: StaffingPorts, command: Command<Hall>): Promise<Outcome<{ code: string }>> {
  const { input } = command;
  return ports.run(command, { operation: 'registerHall', hallCode: input.code }, async (tx) => {
    const decided = decideHall(input);
    if (isRefused(decided)) return decided;
    if (!(await hallStore.insertHall(tx, input, ports.clock.now())))
      return refuse('HALL_CODE_TAKEN', { hallCode: input.code });
    await ports.publish(tx, command, [{ kind: 'HALL_REGISTERED', hall: input }]);
    return done({ code: input.code });
  });
}
