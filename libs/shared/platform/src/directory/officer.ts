import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Tx } from '../postgres';
import { refuseCommonly } from '../refusals';
import type { Command } from '../use-case';
import { findStaffByAccount } from './lookups';

/** The member of staff who gives a command, in this hall. */
export type FindOfficer<Staff> = (tx: Tx, command: Command<unknown>, hallCode: string) => Promise<Outcome<Staff>>;

/**
 * Looks the giver of a command up among the staff that a service knows; nobody works in a hall that is not their own.
 *
 * @regulation S1.4a
 * @refuses STAFF_NOT_KNOWN for an account without a badge in this hall, or with none of the roles for which the act is
 */
export function officerAmong<Staff extends { readonly roles: readonly string[] }>(
  find: (tx: Tx, hallCode: string, account: string) => Promise<Staff | undefined>,
): FindOfficer<Staff> {
  return async (tx, { actor, audience }, hallCode) => {
    const officer = actor.hallCode === hallCode ? await find(tx, hallCode, actor.account) : undefined;
    const isOneWhoMay = officer !== undefined && (audience?.includes(officer.roles) ?? true);
    return isOneWhoMay ? done(officer) : refuseCommonly('STAFF_NOT_KNOWN');
  };
}

/** The giver of a command, from the directory. See {@link officerAmong}. */
export const findOfficer = officerAmong(findStaffByAccount);
