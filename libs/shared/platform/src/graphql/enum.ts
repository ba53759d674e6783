import { registerEnumType } from 'type-graphql';

/**
 * Registers a GraphQL enumeration from the names that the domain declares, so that they are written down once.
 */
export function enumOf<Name extends string>(
  name: string,
  names: readonly Name[],
  description: string,
): Record<Name, Name> {
  const values = Object.fromEntries(names.map((value) => [value, value])) as Record<Name, Name>;
  registerEnumType(values, { name, description });
  return values;
}
