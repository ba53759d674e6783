import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { planRuleRevision } from '../../domain/conduct/conduct-rules';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { conductStore } from '../../persistence/conduct/conduct-store';

/** What a hall changes about a rule. */
export interface ReviseConductRule {
  readonly hallCode: string;
  readonly clause: string;
  readonly points: number;
  readonly isActive: boolean;
  readonly reason: string;
}

/**
 * Sets the hall's own points for a rule of conduct, or switches it off. Records that were made before keep their points.
 *
 * @regulation S4.5b A-05 A-17
 * @refuses STAFF_NOT_KNOWN, CONDUCT_RULE_NOT_FOUND, APPEARANCE_NEVER_SCORED
 */
export function reviseConductRule(
  ports: StaffingPorts,
  command: Command<ReviseConductRule>,
): Promise<Outcome<{ hallCode: string; clause: string }>> {
  const { hallCode, clause } = command.input;
  return ports.run(command, { operation: 'reviseConductRule', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const { account: revisedBy } = command.actor;
    const revised = planRuleRevision({ ...command.input, revisedBy, revisedAt: ports.clock.now() });
    if (isRefused(revised)) return revised;
    await conductStore.insertRevision(tx, revised.value);
    return done({ hallCode, clause });
  });
}
