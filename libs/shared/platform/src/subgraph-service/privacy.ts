import { z } from 'zod';
import { loadConfig } from '../config';
import { createCipher } from '../privacy';
import type { Cipher } from '../privacy';

/** The settings of a service that keeps personal data. */
export const privacySettings = z.object({
  HALL_DATA_KEYS: z.string().min(1).meta({
    description: 'Keys for personal data, `id:base64 of 32 bytes`, comma separated; the first seals, all open',
    secret: true,
  }),
  HALL_LOOKUP_KEY: z.string().min(1).meta({
    description: 'Key (base64, 32 bytes or more) of the hashes by which a person is found again',
    secret: true,
  }),
});

/**
 * Reads the keys for personal data and makes the cipher.
 *
 * @throws ConfigError when one is missing, RangeError when one is no key
 */
export function readCipher(env: NodeJS.ProcessEnv = process.env): Cipher {
  const { HALL_DATA_KEYS: keyring, HALL_LOOKUP_KEY: lookupKey } = loadConfig(privacySettings, env);
  return createCipher({ keyring, lookupKey });
}
