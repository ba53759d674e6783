import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { feedBack } from '../../domain/register/complaint';
import { changeComplaint } from './change-complaint';
import type { ComplaintPorts } from '../ports';

/** How the complainant was told, and what they said to it. */
export interface GiveFeedback {
  readonly key: HallKey;
  readonly mode: string;
  readonly content: string;
  readonly complainantView: string | null;
}

/**
 * Tells the complainant the result.
 *
 * @regulation S6.4g
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW
 */
export function giveFeedback(ports: ComplaintPorts, command: Command<GiveFeedback>): Promise<Outcome<HallKey>> {
  const { key, mode, content, complainantView } = command.input;
  return changeComplaint(ports, command, key, {
    operation: 'giveFeedback',
    fact: 'FED_BACK',
    clause: 'S6.4g',
    rule(current, { officerId, now }) {
      const told = feedBack(current, { mode, content, complainantView, givenAt: now, givenById: officerId });
      return isRefused(told) ? told : done({ next: told.value });
    },
  });
}
