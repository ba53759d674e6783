import type { Cipher } from '@hall/platform/privacy';

/**
 * The code by which somebody proves to have been there: printed on a slip, shown to the visitor of a window. It is derived,
 * so that it can be shown again, and says nothing about what it belongs to.
 */
export function printedCode(cipher: Cipher, of: string): string {
  return cipher
    .lookupHash(of)
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 10)
    .toUpperCase();
}
