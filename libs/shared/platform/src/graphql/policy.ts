import { Authorized } from 'type-graphql';
import type { AuthCheckerFn } from 'type-graphql';
import { forbidden, unauthenticated } from './errors';
import type { SubgraphContext } from './context';
import type { Role } from '../actor';

/** Who may call a field: named roles, anybody who is signed in, or really anybody. */
export type Audience = Role | 'SIGNED_IN' | 'ANYONE';

/** Everybody who works in the hall. */
export const staffRoles = [
  'OFFICER',
  'DESK_OFFICER',
  'SECTION_HEAD',
  'CENTRE_OFFICE',
  'CENTRE_LEADER',
] as const satisfies readonly Role[];

/** Those who keep the hall's structure: windows, staff, posts. */
export const hallAdmins = ['ADMIN', 'CENTRE_OFFICE', 'CENTRE_LEADER'] as const satisfies readonly Role[];

/**
 * Declares who may have this field. It stands next to the field, so a reader sees both at once, and it is
 * checked in the subgraph: the gateway alone is not trusted. Rights over a particular case or post are the
 * use case's business; this is only the first gate.
 */
export function AllowedTo(...audiences: readonly [Audience, ...Audience[]]): MethodDecorator & PropertyDecorator {
  return Authorized<Audience>([...audiences]);
}

/** Declares that the field is public on purpose; without this mark (or {@link AllowedTo}) the build fails. */
export function AllowedToAnyone(): MethodDecorator & PropertyDecorator {
  return AllowedTo('ANYONE');
}

/** Answers one question: is this actor among the field's audience? */
export function isAllowed(actor: SubgraphContext['actor'], audiences: readonly Audience[]): boolean {
  if (audiences.includes('ANYONE')) return true;
  if (actor.account === undefined) return false;
  return audiences.includes('SIGNED_IN') || actor.roles.some((role) => audiences.includes(role));
}

/** type-graphql's hook. It throws our own errors because the library's say `UNAUTHORIZED`, which clients do not expect. */
export const checkPolicy: AuthCheckerFn<SubgraphContext, Audience> = ({ context, info }, audiences) => {
  if (isAllowed(context.actor, audiences)) return true;
  throw context.actor.account === undefined
    ? unauthenticated()
    : forbidden(`${info.parentType.name}.${info.fieldName}`);
};
