import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { close } from '../../domain/register/complaint';
import { changeComplaint } from './change-complaint';
import type { ComplaintPorts } from '../ports';

/**
 * Closes a complaint whose complainant has been told.
 *
 * @regulation S6.4g S6.4h A-23
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_FEEDBACK_MISSING
 */
export function closeComplaint(ports: ComplaintPorts, command: Command<HallKey>): Promise<Outcome<HallKey>> {
  return changeComplaint(ports, command, command.input, {
    operation: 'closeComplaint',
    fact: 'CLOSED',
    clause: 'S6.4h',
    rule(current, { now }) {
      const closed = close(current, now);
      return isRefused(closed) ? closed : done({ next: closed.value });
    },
  });
}
