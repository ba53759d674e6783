import { done, isRefused, promiseOf } from '@hall/kernel';
import type { Outcome, DeadlineStart, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { classify } from '../../domain/register/complaint';
import type { Classification } from '../../domain/register/complaint';
import { limitOf } from '../../domain/handling/deadline';
import { changeComplaint } from './change-complaint';
import type { ComplaintPorts } from '../ports';

/**
 * Classifies a complaint by time, window and nature. The class sets the term, which still counts from the day of receipt.
 *
 * @regulation S6.5.2 A-25 A-29
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_WINDOW_UNDECIDED, CALENDAR_MISSING
 */
export function classifyComplaint(
  ports: ComplaintPorts,
  command: Command<Classification & { readonly key: HallKey }>,
): Promise<Outcome<HallKey>> {
  const { key, ...classification } = command.input;
  return changeComplaint(ports, command, key, {
    operation: 'classifyComplaint',
    fact: 'CLASSIFIED',
    clause: 'S6.5.2',
    async rule(current, { sessions, findCalendar }) {
      const classified = classify(current, classification);
      if (isRefused(classified)) return classified;
      const term: DeadlineStart = {
        kind: 'START',
        at: current.receivedAt,
        limit: limitOf(classification.timeClass),
        sessions,
      };
      const due = promiseOf(term, await findCalendar());
      return isRefused(due) ? due : done({ next: { ...classified.value, dueAt: due.value.dueAt }, term });
    },
  });
}
