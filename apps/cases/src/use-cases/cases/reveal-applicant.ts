import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findAuthority, findOfficer } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import { isLeader } from '../../domain/cases/caller';
import { refuseReveal } from '../../domain/cases/offered-actions';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';

/** Whose data is shown, and for what. */
export interface RevealApplicant {
  readonly key: HallKey;
  readonly purpose: string;
}

/**
 * Shows the applicant's data in full to whoever answers for the case or leads its department. Every look is recorded
 * with its purpose before anything is shown.
 *
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY
 */
export function revealApplicant(ports: CasePorts, command: Command<RevealApplicant>): Promise<Outcome<HallKey>> {
  const { key, purpose } = command.input;
  const { hallCode } = key;
  return ports.run(command, { operation: 'revealApplicant', hallCode }, async (tx) => {
    const current = command.actor.hallCode === hallCode ? await ports.cases.lockCase(tx, key) : undefined;
    if (!current) return refuse('CASE_NOT_FOUND');
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const { id: officerId } = officer.value;
    const held = await findAuthority(tx, hallCode, current.postId, officerId);
    const refused = refuseReveal({
      holdsPost: held !== undefined,
      leads: isLeader(officer.value, current.departmentId),
    });
    if (refused) return refused;
    await ports.cases.insertReveal(tx, key, { by: officerId, purpose, at: ports.clock.now() });
    await ports.publish(tx, command, [{ kind: 'APPLICANT_REVEALED', current, officerId, sequence: current.version }]);
    return done(key);
  });
}
