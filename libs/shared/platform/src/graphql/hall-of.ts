import { decodeId } from '@hall/kernel';
import { getNamedType, isAbstractType, isIntrospectionType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** What a type or a field says of where a hall is found. */
interface Marks {
  /** The type's things keep the code of their hall. */
  readonly keepsHall?: true;
  /** The property whose id this field follows. */
  readonly follows?: string;
}

const marksOf = ({ extensions }: { readonly extensions: object }): Marks => extensions;

/**
 * Declares that the things of a type keep the code of their hall, which is not shown: for what has no id of its own and
 * leads nowhere.
 */
export function OfHall(): (type: new () => { readonly hallCode: string }) => void {
  return Extensions({ keepsHall: true } satisfies Marks) as ClassDecorator;
}

/** Notes at a field by which id of its thing it goes on. */
export const follows = (property: string): PropertyDecorator =>
  Extensions({ follows: property } satisfies Marks) as PropertyDecorator;

/** The object types of a schema. */
export function typesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type));
}

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] => Object.values(type.getFields());

/** The properties of a type's things that tell their hall: the code that they keep, or ids. */
function tellingProperties(type: GraphQLObjectType): readonly string[] {
  if (marksOf(type).keepsHall) return ['hallCode'];
  const sure = fieldsOf(type).filter((field) => isNonNullType(field.type));
  const own = sure.some(({ name, type: of }) => name === 'id' && getNamedType(of).name === 'ID') ? ['id'] : [];
  return [...own, ...sure.flatMap((field) => marksOf(field).follows ?? [])];
}

/** A way from a type to another. */
interface Way {
  readonly parent: string;
  readonly field: string;
}

/** How the hall of a thing is known, type by type. */
export interface Halls {
  /** Whether things of this type tell their hall by themselves. */
  tell(type: string): boolean;
  /** The hall of a thing; undefined when it is not known. */
  of(type: string, thing: unknown): string | undefined;
  /** The fields whose things are of the hall of the thing that they are a part of. */
  readonly ofParts: readonly Way[];
  /** Notes the hall of parts. */
  note(parts: unknown, hall: string | undefined): void;
}

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Works out how the halls of these types are known: by an id of their own, by one that they follow, by the code that they
 * keep, or as parts of something whose hall is known, on whichever way they are reached.
 *
 * @throws when one of them can be reached by a way on which its hall is not known
 */
export function hallsOf(schema: GraphQLSchema, needed: readonly string[]): Halls {
  const types = typesOf(schema);
  const properties = new Map(types.map((type) => [type.name, tellingProperties(type)]));
  const tell = (type: string): boolean => (properties.get(type)?.length ?? 0) > 0;
  const roots: readonly (string | undefined)[] = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  const waysTo = (wanted: string): Way[] =>
    types.flatMap((parent) =>
      fieldsOf(parent)
        .filter((field) => {
          const named = getNamedType(field.type);
          const leadsTo = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
          return leadsTo.some(({ name }) => name === wanted);
        })
        .map((field) => ({ parent: parent.name, field: field.name })),
    );
  const parts = new Set(needed.filter((type) => !tell(type)));
  const ofParts: Way[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const ways = waysTo(part);
    if (ways.length === 0) unknown.push(part);
    for (const way of ways) {
      if (roots.includes(way.parent)) unknown.push(`${part}, by ${way.parent}.${way.field}`);
      else if (!tell(way.parent)) parts.add(way.parent);
    }
    ofParts.push(...ways);
  }
  if (unknown.length > 0)
    throw new Error(
      `of whose hall is this? Types with fields for its staff need an id or @OfHall: ${unknown.join('; ')}`,
    );

  const noted = new WeakMap<object, string>();
  return {
    tell,
    of(type, thing) {
      if (!isThing(thing)) return undefined;
      for (const property of properties.get(type) ?? []) {
        const value = thing[property];
        if (typeof value !== 'string') continue;
        const hall = property === 'hallCode' ? value : decodeId(value)?.hallCode;
        if (hall !== undefined) return hall;
      }
      return noted.get(thing);
    },
    ofParts,
    note(value, hall) {
      if (Array.isArray(value)) value.forEach((each) => this.note(each, hall));
      else if (isThing(value) && hall !== undefined) noted.set(value, hall);
    },
  };
}
