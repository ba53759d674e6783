export { createFederationEngine } from './federation-engine';
export type { FederationEngine, FederationEngineOptions } from './federation-engine';
export { ENGINE_LICENCE } from './licence';
export type { SubgraphDuration } from './pooled-data-source';
export { SubgraphClient } from './subgraph-client';
export type { SubgraphSettings } from './subgraph-client';
