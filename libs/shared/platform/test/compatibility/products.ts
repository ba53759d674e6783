import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { DirectiveLocation, GraphQLDirective } from 'graphql';
import { pino } from 'pino';
import { Arg, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AllowedToAnyone, buildSubgraph, type SubgraphContext } from '@hall/platform/graphql';
import { createHttpServer, GRAPHQL_PATH, mountGraphql } from '@hall/platform/http';
import type { ProductResearch } from './products.types';
import { DeprecatedProduct, Inventory, Product, User } from './products.types';

/** The facts the suite asks for. */
const author: User = Object.assign(new User(), {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
});
const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const research = (caseNumber: string, description: string): ProductResearch => ({
  study: { caseNumber, description },
  outcome: undefined as never,
});
const products: readonly Product[] = [
  {
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    dimensions,
    createdBy: author,
    research: [research('1234', 'Federation Study')],
  },
  {
    id: 'apollo-studio',
    sku: 'studio',
    package: '',
    variation: { id: 'platform' },
    dimensions,
    createdBy: author,
    research: [research('3456', 'Studio Study')],
  },
];
const deprecated: DeprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: author,
};

@Resolver(() => Product)
class ProductResolver {
  @AllowedToAnyone()
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | undefined {
    return products.find((product) => product.id === id);
  }

  @AllowedToAnyone()
  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: 'Use product query instead' })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) packageName: string,
  ): DeprecatedProduct | undefined {
    return sku === deprecated.sku && packageName === deprecated.package ? deprecated : undefined;
  }
}

@Resolver(() => User)
class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() user: User): number | undefined {
    const { totalProductsCreated: total, yearsOfEmployment: years } = user;
    return total === undefined ? undefined : Math.round(total / years);
  }
}

const nobody = { roles: [], locale: 'en' } as const;

/** Keys of the suite's entities: any of those a type declares. */
const references = {
  Product: (key: Partial<Product>) =>
    products.find(
      ({ id, sku, package: packageName, variation }) =>
        id === key.id || (sku === key.sku && (packageName === key.package || variation?.id === key.variation?.id)),
    ),
  DeprecatedProduct: (key: DeprecatedProduct) =>
    key.sku === deprecated.sku && key.package === deprecated.package ? deprecated : undefined,
  ProductResearch: ({ study }: ProductResearch) =>
    products
      .flatMap((product) => product.research)
      .find((candidate) => candidate.study.caseNumber === study.caseNumber),
  User: (key: Partial<User>) => ({ ...author, ...key }),
  Inventory: ({ id }: Inventory) => ({ id, deprecatedProducts: [deprecated] }),
};

/**
 * The suite's `products` subgraph, written with the builder of our services: what holds for it holds for them. It asks
 * for no signed actor, because the suite has none.
 *
 * @returns the address of its GraphQL, and how to stop it
 */
export async function startProducts(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { schema } = buildSubgraph({
    resolvers: [ProductResolver, UserResolver],
    parts: {},
    references: references as never,
    orphanedTypes: [Inventory],
    directives: [new GraphQLDirective({ name: 'custom', locations: [DirectiveLocation.OBJECT] })],
    schemaHeader: [
      '@link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])',
      '@composeDirective(name: "@custom")',
    ]
      .map((directive) => `extend schema ${directive}`)
      .join('\n'),
    imports: [
      '@composeDirective',
      '@extends',
      '@external',
      '@inaccessible',
      '@interfaceObject',
      '@key',
      '@override',
      '@provides',
      '@requires',
      '@shareable',
      '@tag',
    ],
  });
  const logger = pino({ level: 'warn' });
  const server = createHttpServer({ logger });
  // As `createSubgraphServer`, with traces: our services make none, because our gateway asks for none.
  const apollo = new ApolloServer<SubgraphContext>({
    schema,
    introspection: true,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTrace()],
  });
  await mountGraphql(server, apollo, async (request): Promise<SubgraphContext> => ({
    actor: nobody,
    viewer: () => nobody,
    correlationId: request.id,
    locale: 'en',
    loaders: {},
  }));
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${origin}${GRAPHQL_PATH}`, close: () => server.close() };
}
