export { createFederationEngine } from './federation-engine';
export type { FederationEngine } from './federation-engine';
export type { SubgraphDuration } from './pooled-data-source';
export { SubgraphClient } from './subgraph-client';
