import { randomBytes } from 'node:crypto';
import { createCipher } from './index';

const key = (): string => randomBytes(32).toString('base64');
const lookupKey = key();
const [first, second] = [`k1:${key()}`, `k2:${key()}`];
const cipher = createCipher({ keyring: first, lookupKey });

test('what is sealed opens again, and never looks the same twice', () => {
  const sealed = cipher.seal('张三', 'case_applicants/1');
  expect(cipher.open(sealed, 'case_applicants/1')).toBe('张三');
  expect(cipher.seal('张三', 'case_applicants/1')).not.toBe(sealed);
});

test('a sealed text that was moved or changed does not open', () => {
  const sealed = cipher.seal('张三', 'case_applicants/1');
  expect(() => cipher.open(sealed, 'case_applicants/2')).toThrow();
  expect(() => cipher.open(`${sealed.slice(0, -2)}AA`, 'case_applicants/1')).toThrow();
});

test('keys can be rotated: the first seals, all open', () => {
  const old = cipher.seal('x', 'p');
  const rotated = createCipher({ keyring: `${second},${first}`, lookupKey });
  expect(rotated.open(old, 'p')).toBe('x');
  expect(rotated.seal('x', 'p')).toMatch(/^k2\./);
  expect(() => createCipher({ keyring: second, lookupKey }).open(old, 'p')).toThrow('no key k1');
});

test('the hash of a number does not depend on case or spaces, and needs the key', () => {
  expect(cipher.lookupHash(' 33028219900101123x ')).toBe(cipher.lookupHash('33028219900101123X'));
  expect(createCipher({ keyring: first, lookupKey: key() }).lookupHash('1')).not.toBe(cipher.lookupHash('1'));
});

test.each(['k1', 'k1:short', ':x', ''])('%j is no keyring, and the message does not repeat it', (keyring) => {
  expect(() => createCipher({ keyring, lookupKey })).toThrow(RangeError);
});
