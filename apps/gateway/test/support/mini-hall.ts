import { composeServices } from '@apollo/composition';
import { GraphQLError, parse } from 'graphql';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { pino } from 'pino';
import { createKeyedHash } from '@hall/platform/privacy';
import { createGateway, type Gateway, type GatewayConfig } from '../../src';
import { startIssuer, type TestIssuer } from './issuer';
import { startRawSubgraph, type RawSubgraph } from './raw-subgraph';
import { startToySubgraph, type ToyContext } from './toy-subgraph';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const STAFFING = `${LINK}
  type Query { me: Me! post(id: ID!): Post posts(first: Int): [Post!]! fail(code: String, message: String!): String }
  type Mutation { rename(id: ID!, name: String!): Post! }
  type Me { account: String hall: String roles: [String!]! locale: String! correlationId: String! }
  type Post @key(fields: "id") { id: ID! name: String! deputy: Post }`;
const CASES = `${LINK}
  type Query { openCases: [Case!]! }
  type Case @key(fields: "id") { id: ID! post: Post! }
  type Post @key(fields: "id") { id: ID! open: Int! }`;
const COMPLAINTS = `${LINK}
  type Query { wild(day: String): String other: String }
  type Mutation { storm: String }`;

/** A hall of two well-behaved subgraphs and one that does what the test says, behind the real gateway. */
export interface MiniHall {
  readonly gateway: Gateway;
  readonly issuer: TestIssuer;
  /** The subgraph `complaints`: fields `wild` and `other`, mutation `storm`. */
  readonly wild: RawSubgraph;
  readonly addresses: Readonly<Record<'cases' | 'staffing', string>>;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
  /** Lines the gateway logged, parsed. */
  readonly log: Record<string, unknown>[];
  /** Posts an operation to the gateway. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** What may be sent beside the text of an operation. */
export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** An answer of the gateway. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // The tests look into answers of any shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

const staffingResolvers = {
  Query: {
    me: (_: unknown, __: unknown, { actor, correlationId }: ToyContext) => ({
      account: actor.account,
      hall: actor.hallCode,
      roles: actor.roles,
      locale: actor.locale,
      correlationId,
    }),
    post: (_: unknown, { id }: { id: string }) => ({ id }),
    posts: () => [{ id: 'a' }, { id: 'b' }],
    fail: (_: unknown, { code, message }: { code?: string; message: string }) => {
      if (code === undefined) throw new Error(message);
      throw new GraphQLError(message, { extensions: { code, field: 'id' } });
    },
  },
  Mutation: { rename: (_: unknown, post: { id: string; name: string }) => post },
  Post: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    name: ({ id, name }: { id: string; name?: string }) => name ?? `post ${id}`,
    deputy: () => ({ id: 'b' }),
  },
};
const casesResolvers = {
  Query: { openCases: () => ['1', '2', '3'].map((id) => ({ id, post: { id: id === '2' ? 'b' : 'a' } })) },
  Case: { __resolveReference: ({ id }: { id: string }) => ({ id, post: { id: 'a' } }) },
  Post: {
    __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : { id }),
    open: ({ id }: { id: string }) => id.length,
  },
};

let supergraph: string | undefined;

/** The composed schema, made once per test file. */
function composed(): string {
  if (supergraph !== undefined) return supergraph;
  const { supergraphSdl, errors } = composeServices(
    Object.entries({ staffing: STAFFING, cases: CASES, complaints: COMPLAINTS }).map(([name, sdl]) => ({
      name,
      url: 'http://127.0.0.1:1/nowhere',
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  supergraph = supergraphSdl;
  return supergraph;
}

/** Starts everything on free ports of loopback. */
export async function startMiniHall(change: Partial<GatewayConfig> = {}): Promise<MiniHall> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  const [issuer, wild, staffing, cases] = await Promise.all([
    startIssuer(),
    startRawSubgraph(),
    startToySubgraph(STAFFING, staffingResolvers, publicJwk),
    startToySubgraph(CASES, casesResolvers, publicJwk),
  ]);
  const supergraphSdl = composed();
  const log: Record<string, unknown>[] = [];
  const logger = pino(
    { level: 'warn' },
    { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const config: GatewayConfig = {
    host: '127.0.0.1',
    port: 0,
    logLevel: 'warn',
    testClock: '0',
    introspection: false,
    sandbox: false,
    oidc: issuer.settings,
    subgraphs: { staffing: staffing.url, cases: cases.url, complaints: wild.url },
    subgraphLimits: { timeoutMs: 5_000, maxAnswerBytes: 100_000, connections: 8 },
    signingKey: privateJwk,
    hash: createKeyedHash(Buffer.alloc(32, 1).toString('base64')),
    supergraphFile: 'not used',
    bodyLimit: 100_000,
    maxAliases: 60,
    corsOrigins: [],
    ...change,
  };
  const gateway = await createGateway(config, { logger, supergraphSdl });
  const url = await gateway.listen();
  return {
    gateway,
    issuer,
    wild,
    addresses: { staffing: staffing.url, cases: cases.url },
    publicJwk,
    privateJwk,
    log,
    ask: (query, options) => ask(url, query, options),
    async close() {
      await gateway.close();
      await Promise.all([issuer, wild, staffing, cases].map((server) => server.close()));
    },
  };
}

/** Posts an operation to any GraphQL address. */
export async function ask(
  url: string,
  query: string,
  { variables, headers = {}, signal }: AskOptions = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}
