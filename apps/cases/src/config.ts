import { privacySettings, subgraphSettings } from '@hall/platform/subgraph-service';

/** Port of the local stack. */
export const defaultPort = 4001;

/** Settings of cases as environment variables. */
export const casesSettings = subgraphSettings('cases', defaultPort).extend(privacySettings.shape);
