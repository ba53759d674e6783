import { parse } from 'graphql';
import type { DefinitionNode, DirectiveNode, StringValueNode } from 'graphql';
import { defaultValues } from '@hall/contracts';
import type { DefaultValues } from '@hall/contracts';

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
}

interface Definition extends Described {
  readonly directives?: readonly DirectiveNode[];
  readonly fields?: readonly (Described & { readonly arguments?: readonly Described[] })[];
  readonly values?: readonly Described[];
}

const roots: readonly string[] = ['Query', 'Mutation'];

/** A type that another service owns: `@key(…, resolvable: false)`. Its owner describes it. */
function isStub({ directives = [] }: Definition): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const resolvable = given.find((argument) => argument.name.value === 'resolvable')?.value;
    return name.value === 'key' && resolvable?.kind === 'BooleanValue' && !resolvable.value;
  });
}

function isTypeDefinition(node: DefinitionNode): node is DefinitionNode & Definition {
  return node.kind.endsWith('TypeDefinition');
}

/**
 * Everything public in a schema that does not say what it is: types, fields, arguments, enumeration values.
 *
 * @returns names such as `Case`, `Case.number`, `Query.case(id)`
 */
export function undescribed(sdl: string): readonly string[] {
  return parse(sdl)
    .definitions.filter(isTypeDefinition)
    .filter((definition) => !isStub(definition))
    .flatMap((definition) => {
      const type = definition.name.value;
      const missing = (thing: Described, path: string): string[] => (thing.description ? [] : [path]);
      return [
        ...(roots.includes(type) ? [] : missing(definition, type)),
        ...(definition.values ?? []).flatMap((value) => missing(value, `${type}.${value.name.value}`)),
        ...(definition.fields ?? []).flatMap((field) => {
          const path = `${type}.${field.name.value}`;
          const given = (field.arguments ?? []).flatMap((argument) =>
            missing(argument, `${path}(${argument.name.value})`),
          );
          return [...missing(field, path), ...given];
        }),
      ];
    });
}

/** How the units of settings, the ends of their names, are said in words. */
const unitsInWords: Readonly<Record<string, string>> = {
  WorkingDays: '个?工作日',
  WorkingDay: '个?工作日',
  Minutes: '分钟',
  Copies: '份',
  Points: '分(?!钟)',
};
const cited = /A-\d\d/g;

/** Whether a text says an amount in the unit of a setting of a default that it cites. */
function saysAmount(text: string, cites: string): boolean {
  const names = (cites.match(cited) ?? []).flatMap((id) => Object.keys(defaultValues[id as keyof DefaultValues] ?? {}));
  return names.some((name) => {
    const unit = Object.keys(unitsInWords).find((end) => name.endsWith(end));
    return unit !== undefined && new RegExp(`[0-9一二两三四五六七八九十百]+ ?${unitsInWords[unit]}`).test(text);
  });
}

/** What says a number in words where the hall's own may be another; a value of an enumeration is about what its type cites. */
export function withFixedNumbers(sdl: string): readonly string[] {
  return parse(sdl)
    .definitions.filter(isTypeDefinition)
    .flatMap((definition) =>
      [...(definition.values ?? []), ...(definition.fields ?? [])]
        .filter(({ description }) => {
          const text = description?.value ?? '';
          return saysAmount(text, `${definition.description?.value ?? ''} ${text}`);
        })
        .map(({ name }) => `${definition.name.value}.${name.value}`),
    );
}
