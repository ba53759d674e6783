import { privacySettings, subgraphSettings } from '@hall/platform/subgraph-service';

/** Port of the local stack. */
export const defaultPort = 4003;

/** Settings of complaints as environment variables. */
export const complaintsSettings = subgraphSettings('complaints', defaultPort).extend(privacySettings.shape);
