import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLError, parse } from 'graphql';
import type { GraphQLDirective, GraphQLFieldResolver, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import { accessOf, enforceAccess } from './access';
import type { Access } from './access';
import { badInput } from './errors';
import { checkInput } from './check-input';
import { tieCursors } from './cursors';
import { readInput } from './input-fields';
import type { SubgraphContext } from './context';
import type { Loader } from './loader';
import { keyMutations } from './key-mutations';
import { refuseControlCharacters } from './plain-text';
import { DateTimeScalar } from './scalars';

/** Looks an entity up by its key for the gateway; it must go through a loader of the request context. */
type ReferenceResolver = (reference: never, context: never) => unknown;

/** A class of resolvers; every one of a service is made of the same parts. */
type ResolverClass<Parts> = new (parts: Parts) => object;

/** What a subgraph is built from. */
export interface SubgraphOptions<Parts = unknown> {
  /** The classes of resolvers; they are the schema. */
  readonly resolvers: readonly ResolverClass<Parts>[];
  /** What the resolvers are made of: the same for all. */
  readonly parts: Parts;
  /** Per entity type, the name of the loader that finds it by `id`, or a reference resolver for another key. */
  readonly references?: Readonly<Record<string, string | ReferenceResolver>>;
  readonly orphanedTypes?: readonly (abstract new (...args: never[]) => unknown)[];
  readonly directives?: readonly GraphQLDirective[];
  /** Extra `@link`/schema lines that custom directives need (`@composeDirective`). */
  readonly schemaHeader?: string;
  readonly imports?: readonly string[];
  readonly scalars?: readonly { readonly type: Function; readonly scalar: GraphQLScalarType }[];
}

/** A built subgraph. */
export interface Subgraph {
  readonly schema: GraphQLSchema;
  /** The emitted SDL, as committed in the service's `schema.graphql`. */
  readonly sdl: string;
  readonly access: readonly Access[];
}

const federationImports = ['@key', '@shareable'];

/** A few lines instead of a container: every resolver is made once, of the parts that all are made of. */
function containerOf<Parts>(parts: Parts) {
  const made = new Map<Function, object>();
  return {
    get(someClass: Function): object {
      const resolver = made.get(someClass) ?? new (someClass as ResolverClass<Parts>)(parts);
      made.set(someClass, resolver);
      return resolver;
    },
  };
}

/**
 * Builds a federation 2 subgraph from type-graphql classes: schema → SDL with directives → federation link →
 * resolvers and reference resolvers merged back in.
 */
export function buildSubgraph<Parts>(options: SubgraphOptions<Parts>): Subgraph {
  const resolvers = [...options.resolvers] as unknown as [Function, ...Function[]];
  const scalars = [{ type: Date, scalar: DateTimeScalar }, ...(options.scalars ?? [])];
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes: [...(options.orphanedTypes ?? [])] as unknown as Function[],
    directives: [...(options.directives ?? [])],
    scalarsMap: scalars as never,
    validateFn: async (argument) => {
      await checkInput(argument);
      readInput(argument);
    },
    skipCheck: true,
    container: containerOf(options.parts),
  });
  const rules = accessOf(schema);
  const imports = (options.imports ?? federationImports).map((name) => JSON.stringify(name)).join(', ');
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;
  const sdl = `${link}\n${options.schemaHeader ?? ''}\n${printSchemaWithDirectives(schema)}\n`;
  const executable = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolversOf(schema, options) as never }]);
  keyMutations(executable);
  tieCursors(executable);
  enforceAccess(executable, rules);
  refuseControlCharacters(executable);
  return { schema: executable, sdl, access: rules.access };
}

function resolversOf(
  schema: GraphQLSchema,
  { references = {} }: Pick<SubgraphOptions, 'references'>,
): Record<string, unknown> {
  const map: Record<string, unknown> = createResolversMap(schema);
  for (const [typeName, resolve] of Object.entries(references)) {
    const existing = map[typeName];
    if (existing === undefined) throw new GraphQLError(`reference resolver for an unknown type: ${typeName}`);
    map[typeName] = {
      ...(existing as Record<string, GraphQLFieldResolver<unknown, unknown>>),
      __resolveReference: typeof resolve === 'string' ? byLoader(resolve) : resolve,
    };
  }
  return map;
}

/** Finds an entity by its id with a loader of the request. Whoever asks a service past the gateway may send anything as an id. */
function byLoader(name: string) {
  return ({ id }: { readonly id: unknown }, { loaders }: SubgraphContext<Record<string, Loader<unknown>>>) => {
    if (typeof id !== 'string') throw badInput({ field: 'id', reason: '须为文本 / must be a text' });
    return loaders[name]!.load(id);
  };
}
