import { Extensions } from 'type-graphql';
import type { Actor, Role } from '../actor';

/** Who may call a field: named roles, anybody who is signed in, or really anybody. */
export type Audience = Role | 'SIGNED_IN' | 'ANYONE';

/** Those who keep the hall's structure: windows, staff, posts. */
export const hallAdmins = ['ADMIN', 'CENTRE_OFFICE', 'CENTRE_LEADER'] as const satisfies readonly Role[];

/**
 * Declares who may have this field. It stands next to the field, so a reader sees both at once, and it is
 * checked in the subgraph: the gateway alone is not trusted. Staff have it of their own hall alone, save for mutations:
 * rights over a particular case or post are the use case's business.
 */
export function AllowedTo(...audiences: readonly [Audience, ...Audience[]]): MethodDecorator & PropertyDecorator {
  return Extensions({ access: audiences }) as MethodDecorator & PropertyDecorator;
}

/**
 * Declares who may have the fields of a type that declare nothing of their own. A type is reached by many ways; what holds
 * for it holds on all of them.
 */
export function VisibleTo(...audiences: readonly [Audience, ...Audience[]]): ClassDecorator {
  return Extensions({ access: audiences }) as ClassDecorator;
}

/** Declares that the fields of a type are public on purpose, save those that say otherwise. */
export function VisibleToAnyone(): ClassDecorator {
  return VisibleTo('ANYONE');
}

/** Declares that the field is public on purpose; without this mark (or {@link AllowedTo}) the build fails. */
export function AllowedToAnyone(): MethodDecorator & PropertyDecorator {
  return AllowedTo('ANYONE');
}

/** Answers one question: is this actor among the field's audience? */
export function isAllowed(actor: Actor, audiences: readonly Audience[]): boolean {
  if (audiences.includes('ANYONE')) return true;
  if (actor.account === undefined) return false;
  return audiences.includes('SIGNED_IN') || actor.roles.some((role) => audiences.includes(role));
}
