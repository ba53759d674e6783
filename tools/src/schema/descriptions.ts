import { parse } from 'graphql';
import type { DefinitionNode, DirectiveNode, StringValueNode } from 'graphql';

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
