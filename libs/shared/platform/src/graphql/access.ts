import { defaultFieldResolver, getNamedType, getNullableType, isListType, isNullableType, isObjectType } from 'graphql';
import type {
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
} from 'graphql';
import { staffRoles } from '../actor';
import type { Actor, Role } from '../actor';
import type { ActAudience } from '../use-case';
import type { SubgraphContext } from './context';
import { forbidden, unauthenticated } from './errors';
import { hallsOf, typesOf } from './hall-of';
import type { Halls } from './hall-of';
import { isAllowed } from './policy';
import type { Audience } from './policy';

/** Who may have one field of the graph. */
export interface Access {
  readonly type: string;
  readonly field: string;
  readonly audiences: readonly Audience[];
  /** Whether those who work in a hall have it only of their own hall. */
  readonly isOfHall: boolean;
}

/** How access to a graph is decided. */
export interface AccessRules {
  readonly access: readonly Access[];
  readonly halls: Halls;
}

/** Who has a role in one hall: its staff, and whoever reads its figures. An administrator belongs to every hall. */
const rolesOfAHall: readonly Audience[] = [...staffRoles, 'ANALYST'];

const declaredBy = ({ extensions }: { readonly extensions: object }): readonly Audience[] | undefined =>
  (extensions as { access?: readonly Audience[] }).access;

/** Whether a field is for those of a hall, and not for everybody who signs in. */
const isForAHall = (audiences: readonly Audience[]): boolean =>
  !audiences.includes('ANYONE') &&
  !audiences.includes('SIGNED_IN') &&
  audiences.some((one) => rolesOfAHall.includes(one));

/**
 * Who may have which field: what the field declares, else what its type does. A field of a root declares its own.
 *
 * @throws when a field that can be reached has no policy, or is for the staff of a hall that cannot be known: mistakes nobody
 *   may ship
 */
export function accessOf(schema: GraphQLSchema): AccessRules {
  const mutation: unknown = schema.getMutationType();
  const roots: unknown[] = [schema.getQueryType(), mutation];
  const open: string[] = [];
  const access = typesOf(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field): Access[] => {
      const audiences = declaredBy(field) ?? (roots.includes(type) ? undefined : declaredBy(type));
      if (audiences) {
        // What an act may do with a thing is for the act to say, where it has locked it.
        const isOfHall = type !== mutation && isForAHall(audiences);
        return [{ type: type.name, field: field.name, audiences, isOfHall }];
      }
      open.push(`${type.name}.${field.name}`);
      return [];
    }),
  );
  if (open.length > 0)
    throw new Error(`fields without a policy (@AllowedTo, or @VisibleTo on their type): ${open.join(', ')}`);
  const query = schema.getQueryType();
  const ofHall = access.filter(({ isOfHall }) => isOfHall);
  const needed = ofHall.map(({ type, field }) => {
    return type === query?.name ? nodeOf(getNamedType(query.getFields()[field]!.type)) : type;
  });
  const isPublic = (type: string): boolean =>
    access.every((each) => each.type !== type || each.audiences.includes('ANYONE'));
  return {
    access,
    halls: hallsOf(
      schema,
      [...new Set(needed)].filter((type) => !isPublic(type)),
    ),
  };
}

/** Enforces what types and fields declare, on whichever way a field is reached. */
export function enforceAccess(schema: GraphQLSchema, { access, halls }: AccessRules): void {
  const fieldOf = (type: string, field: string) => (schema.getType(type) as GraphQLObjectType).getFields()[field]!;
  for (const { parent, field: name } of halls.ofParts) {
    const field = fieldOf(parent, name);
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args, context, info) =>
      then(resolve(source, args, context, info), (parts) => {
        halls.note(parts, halls.of(parent, source));
        return parts;
      });
  }
  const mutation = schema.getMutationType()?.name;
  for (const rule of access) {
    if (rule.audiences.includes('ANYONE')) continue;
    const field = fieldOf(rule.type, rule.field);
    const isQuery = rule.type === schema.getQueryType()?.name;
    const node = isQuery && rule.isOfHall ? nodeOf(getNamedType(field.type)) : undefined;
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args, context: SubgraphContext, info) => {
      const hall = isQuery ? context.actor.hallCode : halls.of(rule.type, source);
      return then(mayHave(rule, context, hall), (may) => {
        if (!may) return isQuery ? absent(field.type, rule, context, info) : refuse(context, info);
        const asked = rule.type === mutation ? { ...context, audience: audienceOf(rule, context) } : context;
        const found: unknown = resolve(source, args, asked, info);
        return node && isOnlyOfHall(rule, context)
          ? then(found, (rows) => ofHallAlone(rows, (row) => halls.of(node, row) ?? hall, hall, info))
          : found;
      });
    };
  }
}

/** Goes on with a value at once when it is there: of a long list, hardly anything has to be waited for. */
function then<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<Awaited<R>> {
  return value instanceof Promise ? (value.then(next) as Promise<Awaited<R>>) : next(value);
}

const passing = ({ audiences }: Access, { actor }: SubgraphContext): readonly Role[] =>
  actor.roles.filter((role) => audiences.includes(role));

/** Whether an actor is of an audience only as one of a hall. */
const isOfAHall = (rule: Access, context: SubgraphContext): boolean =>
  isForAHall(rule.audiences) && passing(rule, context).every((role) => rolesOfAHall.includes(role));

/** Whether an actor has a field only as one of a hall. */
const isOnlyOfHall = (rule: Access, context: SubgraphContext): boolean => rule.isOfHall && isOfAHall(rule, context);

/** Whether whoever asks as one of a hall is known to it, in a role that may ask. */
const isKnown = (rule: Access, context: SubgraphContext): boolean | Promise<boolean> =>
  !isOfAHall(rule, context) || then(context.viewer(), (known) => isAllowed(known, rule.audiences));

/** Whether somebody may call a mutation at all. */
export type MayCall = (mutation: string, known: readonly string[] | null) => boolean;

/**
 * Which mutations an actor may call at all, as these declare it and their acts hold it against them: by the token, and of staff
 * by the roles with which their hall knows them.
 *
 * @returns with `known`, the roles of a member of staff; null for somebody who acts as none
 */
export function mayCall(access: readonly Access[], actor: Actor): MayCall {
  return (mutation, known) => {
    const rule = access.find(({ type, field }) => type === 'Mutation' && field === mutation);
    if (!rule) throw new Error(`no mutation ${mutation} is there to be offered`);
    const { audiences } = rule;
    if (known === null || !isForAHall(audiences)) return isAllowed(actor, audiences);
    const isOther = (role: Role): boolean => audiences.includes(role) && !rolesOfAHall.includes(role);
    return (
      isAllowed(actor, audiences) &&
      [...known, ...actor.roles.filter(isOther)].some((role) => audiences.includes(role as Role))
    );
  };
}

/** For whom an act is: what it finds out about its caller is held against it. */
const audienceOf = (rule: Access, context: SubgraphContext): ActAudience => ({
  includes: (roles) => roles.some((role) => rule.audiences.includes(role as Role)),
  stillIncludesCaller: () => isKnown(rule, context),
});

/**
 * The one rule: a field is had by its audience; by those who work in a hall only of their own hall, and only while this
 * service knows them as its staff, in the role by which they have it.
 *
 * @param hall of the thing whose field it is
 */
function mayHave(rule: Access, context: SubgraphContext, hall: string | undefined): boolean | Promise<boolean> {
  const { actor } = context;
  if (!isAllowed(actor, rule.audiences)) return false;
  if (!isOnlyOfHall(rule, context)) return true;
  if (hall === undefined || hall !== actor.hallCode) return false;
  return isKnown(rule, context);
}

/** Refuses with our own errors: the library's say what clients do not expect. */
function refuse({ actor }: SubgraphContext, { parentType, fieldName }: GraphQLResolveInfo): never {
  throw actor.account === undefined ? unauthenticated() : forbidden(`${parentType.name}.${fieldName}`);
}

/** A hall has nothing for whoever it does not know, as it has nothing of another hall; who lacks the role is refused. */
function absent(type: GraphQLOutputType, rule: Access, context: SubgraphContext, info: GraphQLResolveInfo): unknown {
  if (!isAllowed(context.actor, rule.audiences)) return refuse(context, info);
  if (isNullableType(type)) return null;
  const wanted = getNullableType(type);
  if (isListType(wanted)) return [];
  const isPage = isObjectType(wanted) && 'edges' in wanted.getFields();
  return isPage ? { edges: [], pageInfo: { hasNextPage: false } } : refuse(context, info);
}

/** The type of what a query answers: of a page, that of its nodes. */
function nodeOf(type: GraphQLNamedType): string {
  const edges = isObjectType(type) ? type.getFields()['edges'] : undefined;
  const node = edges && (getNamedType(edges.type) as GraphQLObjectType).getFields()['node'];
  return (node ? getNamedType(node.type) : type).name;
}

/** Refuses what a query has found when a row of it is of another hall: no statement can forget the hall. */
function ofHallAlone(
  found: unknown,
  hallOf: (row: unknown) => string | undefined,
  hall: string | undefined,
  info: GraphQLResolveInfo,
): unknown {
  const page = found as { readonly edges?: readonly { readonly node: unknown }[] } | null;
  const rows = Array.isArray(found) ? (found as unknown[]) : (page?.edges?.map(({ node }) => node) ?? [found]);
  if (rows.some((row) => row != null && hallOf(row) !== hall)) throw forbidden(`Query.${info.fieldName}`);
  return found;
}
