import type { Command } from '@hall/platform/use-case';
import type { StaffRole } from '../../domain/structure/staff';
import type { AskingStaff } from '../../persistence/structure/hall-store';

/**
 * Whether the actor may work in this hall. An administrator of the installation belongs to every hall; to everybody else
 * another hall looks as if it did not exist, and so does their own to whom it does not know: see {@link asOneOf}.
 */
export function mayTouchHall({ actor }: Command<unknown>, hallCode: string): boolean {
  return actor.roles.includes('ADMIN') || actor.hallCode === hallCode;
}

/** As whom of the staff the caller asks, for the statement that looks up what they ask about; nobody for an administrator. */
export function asOneOf({ actor }: Command<unknown>, roles: readonly StaffRole[]): AskingStaff | null {
  return actor.roles.includes('ADMIN') ? null : { account: actor.account, roles };
}

/** Those of the staff who keep a hall's structure. */
export const keepers = ['CENTRE_OFFICE', 'CENTRE_LEADER'] as const satisfies readonly StaffRole[];
