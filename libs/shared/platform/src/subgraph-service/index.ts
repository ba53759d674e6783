export { readSubgraphConfig, subgraphSettings } from './config';
export { printDescription } from './describe';
export { privacySettings, readCipher } from './privacy';
export { startSubgraphService } from './subgraph-service';
export type { ServiceBase, ServiceDefinition, ServiceParts, SubgraphService } from './subgraph-service';
