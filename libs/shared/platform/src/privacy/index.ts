import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export { createKeyedHash, hashKeySetting, readKeyedHash } from './keyed-hash';
export type { KeyedHash } from './keyed-hash';

/** Seals personal data at rest and finds it again without opening it. */
export interface Cipher {
  /**
   * Encrypts a text.
   *
   * @param place where it is kept, such as `case_applicants/<id>`: a sealed text moved elsewhere does not open
   */
  seal(text: string, place: string): string;
  /** Decrypts a text, with whichever key of the ring sealed it. */
  open(sealed: string, place: string): string;
  /** A keyed hash: equal for equal texts whatever their case and outer spaces, useless without the key. */
  lookupHash(text: string): string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Makes the cipher of a service.
 *
 * @param keyring `id:base64 of 32 bytes`, comma separated; the first seals, all open, so keys can be rotated
 * @param lookupKey base64; changing it makes stored hashes unfindable
 * @throws RangeError for a key that is not one; keys are never repeated in the message
 */
export function createCipher({ keyring, lookupKey }: { readonly keyring: string; readonly lookupKey: string }): Cipher {
  const keys = new Map(keyring.split(',').map(parseKey));
  const [sealingId] = keys.keys();
  const hashKey = Buffer.from(lookupKey, 'base64');
  if (hashKey.length < 32) throw new RangeError('the lookup key must have at least 32 bytes');
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, keys.get(sealingId!)!, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${sealingId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, place) {
      const [keyId = '', body = ''] = sealed.split('.');
      const key = keys.get(keyId);
      if (!key) throw new Error(`no key ${keyId} in the ring`);
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
    lookupHash: (text) => createHmac('sha256', hashKey).update(text.trim().toUpperCase()).digest('base64url'),
  };
}

function parseKey(entry: string): [string, Buffer] {
  const [id = '', text = ''] = entry.trim().split(':');
  const key = Buffer.from(text, 'base64');
  if (!/^\w+$/.test(id) || key.length !== 32) throw new RangeError('each data key must be `id:base64 of 32 bytes`');
  return [id, key];
}
