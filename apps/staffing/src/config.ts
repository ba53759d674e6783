import { subgraphSettings } from '@hall/platform/subgraph-service';

/** Port of the local stack. */
export const defaultPort = 4002;

/** Settings of staffing as environment variables. */
export const staffingSettings = subgraphSettings('staffing', defaultPort);
