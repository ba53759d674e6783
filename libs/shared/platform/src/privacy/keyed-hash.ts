import { createHmac } from 'node:crypto';

/**
 * Stands for something that must not be kept or shown: equal for equal texts, useless without the key. Hashes for different
 * purposes cannot be compared with each other.
 */
export type KeyedHash = (purpose: 'account' | 'request' | 'visitor', text: string) => string;

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
