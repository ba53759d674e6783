import { registerEnumType } from 'type-graphql';

const meaningsByEnum = new Map<string, Readonly<Record<string, string>>>();

/** What a value of an enumeration means for people, in both languages, without the clause; undefined where there is none. */
export function meaningOf(name: string, value: string): readonly [zh: string, en: string] | undefined {
  const [zh, en] =
    meaningsByEnum
      .get(name)
      ?.[value]?.replace(/（[^）]*）/g, '')
      .split(' / ') ?? [];
  return zh !== undefined && en !== undefined ? [zh, en] : undefined;
}

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
  meaningsByEnum.set(name, meanings);
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
