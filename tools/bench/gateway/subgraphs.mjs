/**
 * Three plain subgraphs on node's own HTTP server: the least that can answer, so that what is measured is the gateway.
 * Run as a process: prints one line of JSON with the address of each, and ends with its parent.
 */
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const USERS = 10;
const PRODUCTS = 1000;
const REVIEWS_PER_PRODUCT = 3;

const users = Array.from({ length: USERS }, (_, id) => ({ id: `u${id}`, name: `User ${id}`, username: `user-${id}` }));
const products = Array.from({ length: PRODUCTS }, (_, upc) => ({
  upc: `p${upc}`,
  name: `Product number ${upc}`,
  price: (upc * 37) % 1000,
  weight: (upc * 13) % 500,
}));
const reviews = products.flatMap(({ upc }, index) =>
  Array.from({ length: REVIEWS_PER_PRODUCT }, (_, nth) => ({
    id: `r${index}-${nth}`,
    body: `What somebody says about product ${index}, the ${nth} of several opinions`,
    product: { __typename: 'Product', upc },
    author: { __typename: 'User', id: `u${(index * 7 + nth * 3) % USERS}` },
  })),
);
const byKey = (rows, key) => new Map(rows.map((row) => [row[key], row]));
const grouped = (key) => Map.groupBy?.(reviews, key) ?? groupBy(reviews, key);
const usersById = byKey(users, 'id');
const productsByUpc = byKey(products, 'upc');
const reviewsByProduct = grouped(({ product }) => product.upc);
const reviewsByUser = grouped(({ author }) => author.id);
const page = (rows, { first, skip = 0 }) => rows.slice(skip, skip + first);

/** Subgraphs by name: schema and resolvers. */
export const SUBGRAPHS = {
  accounts: {
    sdl: `${LINK}
      type Query { users(first: Int!, skip: Int): [User!]! }
      type User @key(fields: "id") { id: ID! name: String! username: String! }`,
    resolvers: {
      Query: { users: (_, args) => page(users, args) },
      User: { __resolveReference: ({ id }) => usersById.get(id) },
    },
  },
  products: {
    sdl: `${LINK}
      type Query { product(upc: ID!): Product products(first: Int!, skip: Int): [Product!]! }
      type Product @key(fields: "upc") { upc: ID! name: String! price: Int! weight: Int! }`,
    resolvers: {
      Query: { product: (_, { upc }) => productsByUpc.get(upc), products: (_, args) => page(products, args) },
      Product: { __resolveReference: ({ upc }) => productsByUpc.get(upc) },
    },
  },
  reviews: {
    sdl: `${LINK}
      type Query { review(id: ID!): Review }
      type Review @key(fields: "id") { id: ID! body: String! product: Product! author: User! }
      type Product @key(fields: "upc") { upc: ID! reviews: [Review!]! }
      type User @key(fields: "id") { id: ID! reviews(first: Int!, skip: Int): [Review!]! }`,
    resolvers: {
      Query: { review: (_, { id }) => reviews.find((review) => review.id === id) },
      Product: {
        __resolveReference: (reference) => reference,
        reviews: ({ upc }) => reviewsByProduct.get(upc) ?? [],
      },
      User: {
        __resolveReference: (reference) => reference,
        reviews: ({ id }, args) => page(reviewsByUser.get(id) ?? [], args),
      },
    },
  },
};

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

async function serve({ sdl, resolvers }) {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  const documents = new Map();
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString());
      let document = documents.get(query);
      if (document === undefined) documents.set(query, (document = parse(query)));
      const result = await execute({ schema, document, variableValues: variables, operationName });
      const body = Buffer.from(JSON.stringify(result));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    });
  });
  server.keepAliveTimeout = 75_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}/graphql`;
}

if (process.argv[1] === import.meta.filename) {
  const addresses = {};
  for (const [name, subgraph] of Object.entries(SUBGRAPHS)) addresses[name] = await serve(subgraph);
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
}
