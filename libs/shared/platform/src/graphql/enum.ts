import { registerEnumType } from 'type-graphql';

/**
 * Registers a GraphQL enumeration from the names that the domain declares, so that they are written down once. A value
 * without a description does not compile.
 *
 * @param meanings what each value means, in the order in which the schema lists them
 */
export function enumOf<Name extends string>(
  name: string,
  names: readonly Name[],
  description: string,
  meanings: Readonly<Record<Name, string>>,
): Record<Name, Name> {
  const values = Object.fromEntries(names.map((value) => [value, value])) as Record<Name, Name>;
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: meanings[value] }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as Record<Name, { description: string }> });
  return values;
}

/** The same, where the domain says beside each name what it means. */
export function enumOfTexts<Name extends string>(
  name: string,
  description: string,
  texts: Readonly<Record<Name, string | { readonly text: string }>>,
): Record<Name, Name> {
  const names = Object.keys(texts) as Name[];
  const meanings = Object.fromEntries(
    names.map((each) => [each, typeof texts[each] === 'string' ? texts[each] : texts[each].text]),
  );
  return enumOf(name, names, description, meanings as Record<Name, string>);
}
