import type { Command } from '@hall/platform/use-case';

/**
 * Whether the actor works in this hall. An administrator of the installation belongs to every hall; to everybody else
 * another hall looks as if it did not exist.
 */
export function mayTouchHall({ actor }: Command<unknown>, hallCode: string): boolean {
  return actor.roles.includes('ADMIN') || actor.hallCode === hallCode;
}
