import { z } from 'zod';
import { loadConfig } from '@hall/platform/config';
import { privacySettings, subgraphSettings } from '@hall/platform/subgraph-service';

/** Port of the local stack. */
export const defaultPort = 4001;

/** Settings of cases as environment variables. */
export const casesSettings = subgraphSettings('cases', defaultPort).extend({
  ...privacySettings.shape,
  HALL_PUBLIC_URL: z
    .url()
    .optional()
    .describe(
      'Where everybody reaches the gateway, for the codes on slips and guides; without it they carry the number only',
    ),
});

/** Where everybody reaches the hall's pages, when the installation has said so. */
export function readPublicUrl(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return loadConfig(casesSettings.pick({ HALL_PUBLIC_URL: true }), env).HALL_PUBLIC_URL;
}
