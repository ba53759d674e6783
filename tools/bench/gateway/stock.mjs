/** The engine with everything as it is shipped. Arguments: one JSON object. */
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
const { readFile } = await import('node:fs/promises');
const { ApolloGateway } = await import('@apollo/gateway');
const { ApolloServer } = await import('@apollo/server');
const { startStandaloneServer } = await import('@apollo/server/standalone');

const { supergraphFile, port } = JSON.parse(process.argv[2]);
const quiet = { debug() {}, info() {}, warn: console.warn, error: console.error };
const gateway = new ApolloGateway({ supergraphSdl: await readFile(supergraphFile, 'utf8'), logger: quiet });
await startStandaloneServer(new ApolloServer({ gateway, logger: quiet }), { listen: { host: '127.0.0.1', port } });
