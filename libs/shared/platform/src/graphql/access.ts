import { defaultFieldResolver, isIntrospectionType, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { SubgraphContext } from './context';
import { refuseAccess } from './policy';
import type { Audience } from './policy';

/** Who may have one field of the graph. */
export interface Access {
  readonly type: string;
  readonly field: string;
  readonly audiences: readonly Audience[];
  /** Whether the field itself says so; if not, its type does. */
  readonly isOwn: boolean;
}

const declaredBy = ({ extensions }: { readonly extensions: object }): readonly Audience[] | undefined =>
  (extensions as { access?: readonly Audience[] }).access;

function typesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type));
}

/**
 * Who may have which field: what the field declares, else what its type does. A field of a root declares its own.
 *
 * @throws when a field that can be reached has no policy: a mistake nobody may ship
 */
export function accessOf(schema: GraphQLSchema): readonly Access[] {
  const roots: unknown[] = [schema.getQueryType(), schema.getMutationType()];
  const open: string[] = [];
  const access = typesOf(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field): Access[] => {
      const own = declaredBy(field);
      const audiences = own ?? (roots.includes(type) ? undefined : declaredBy(type));
      if (audiences) return [{ type: type.name, field: field.name, audiences, isOwn: own !== undefined }];
      open.push(`${type.name}.${field.name}`);
      return [];
    }),
  );
  if (open.length > 0)
    throw new Error(`fields without a policy (@AllowedTo, or @VisibleTo on their type): ${open.join(', ')}`);
  return access;
}

/** Enforces what types declare for their fields; what a field declares itself is enforced where it is resolved. */
export function enforceAccess(schema: GraphQLSchema, access: readonly Access[]): void {
  for (const { type, field: name, audiences, isOwn } of access) {
    if (isOwn || audiences.includes('ANYONE')) continue;
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args, context: SubgraphContext, info) => {
      refuseAccess(context.actor, audiences, info);
      return resolve(source, args, context, info);
    };
  }
}
