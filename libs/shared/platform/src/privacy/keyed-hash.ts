import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { loadConfig } from '../config';

/** The setting that holds the key. */
export const hashKeySetting = z
  .string()
  .refine((key) => Buffer.from(key, 'base64').length >= 32, 'must be base64 of 32 bytes or more')
  .meta({
    description:
      'Key (base64, 32 bytes or more) of the hashes that stand for accounts in logs, for whoever complained, and for requests under an idempotency key',
    secret: true,
  });

/**
 * Stands for something that must not be kept or shown: equal for equal texts, useless without the key. Hashes for different
 * purposes cannot be compared with each other.
 */
export type KeyedHash = (purpose: 'account' | 'complainant' | 'request' | 'visitor', text: string) => string;

/**
 * Makes the keyed hash of a service.
 *
 * @param key base64 of 32 bytes or more
 * @throws RangeError for a shorter one
 */
export function createKeyedHash(key: string): KeyedHash {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length < 32) throw new RangeError('the hash key must have at least 32 bytes');
  return (purpose, text) => createHmac('sha256', bytes).update(`${purpose}\n${text}`).digest('base64url');
}

/**
 * Reads the key of the hashes, for a migration that puts them in the place of accounts.
 *
 * @throws ConfigError when it is missing or no key
 */
export function readKeyedHash(env: NodeJS.ProcessEnv = process.env): KeyedHash {
  return createKeyedHash(loadConfig(z.object({ HALL_HASH_KEY: hashKeySetting }), env).HALL_HASH_KEY);
}
