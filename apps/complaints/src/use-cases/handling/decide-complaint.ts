import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decide } from '../../domain/register/complaint';
import type { Finding } from '../../domain/register/complaint';
import { changeComplaint } from './change-complaint';
import type { ComplaintPorts } from '../ports';

/** What a decision on a complaint says. */
export interface DecideComplaint {
  readonly key: HallKey;
  readonly finding: Finding;
  readonly opinion: string;
}

/**
 * Decides a classified complaint; that ends its term.
 *
 * @regulation S6.4d S6.5.0 A-25 A-26
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW
 */
export function decideComplaint(ports: ComplaintPorts, command: Command<DecideComplaint>): Promise<Outcome<HallKey>> {
  const { key, finding, opinion } = command.input;
  return changeComplaint(ports, command, key, {
    operation: 'decideComplaint',
    fact: 'DECIDED',
    clause: 'S6.5.0',
    note: opinion,
    rule(current, { now }) {
      const decided = decide(current, finding, opinion);
      return isRefused(decided) ? decided : done({ next: decided.value, term: { kind: 'FINISH', at: now } });
    },
  });
}
