import { Authorized, Extensions } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
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
  const decorators = [Authorized<Audience>([...audiences]), Extensions({ access: audiences })] as PropertyDecorator[];
  return (target: object, property: string | symbol) => decorators.forEach((decorate) => decorate(target, property));
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
export function isAllowed(actor: SubgraphContext['actor'], audiences: readonly Audience[]): boolean {
  if (audiences.includes('ANYONE')) return true;
  if (actor.account === undefined) return false;
  return audiences.includes('SIGNED_IN') || actor.roles.some((role) => audiences.includes(role));
}

/** Refuses a field to whoever is not among its audience, with our own errors: the library's say what clients do not expect. */
export function refuseAccess(
  actor: SubgraphContext['actor'],
  audiences: readonly Audience[],
  { parentType, fieldName }: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
): void {
  if (isAllowed(actor, audiences)) return;
  throw actor.account === undefined ? unauthenticated() : forbidden(`${parentType.name}.${fieldName}`);
}

/** type-graphql's hook for what fields declare. */
export const checkPolicy: AuthCheckerFn<SubgraphContext, Audience> = ({ context, info }, audiences) => {
  refuseAccess(context.actor, audiences, info);
  return true;
};
