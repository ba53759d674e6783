import { done, isRefused } from '@hall/kernel';
import { createLogger } from '../logging';
import { StatementError } from '../postgres';
import type { Database, Tx } from '../postgres';
import { createKeyedHash } from '../privacy';
import { createUseCaseRunner } from './run-use-case';

const keyed = (byte: number) => createKeyedHash(Buffer.alloc(32, byte).toString('base64'));
const database = { transaction: <T>(work: (tx: Tx) => Promise<T>) => work({} as Tx) } as unknown as Database;

test('T6 a log names an account by a keyed hash, equal for equal accounts', async () => {
  const lines: string[] = [];
  const logger = createLogger({ service: 'test', level: 'info', destination: { write: (line) => lines.push(line) } });
  const account = 'zhang.san@example.cn';
  for (const byte of [1, 1, 2]) {
    const run = createUseCaseRunner({ database, logger, hash: keyed(byte) });
    const actor = { account, roles: [], locale: 'en' as const };
    const command = { actor, correlationId: 'c', idempotencyKey: undefined, input: {} };
    await run(command, { operation: 'act', hallCode: 'h' }, () => Promise.resolve(done('key')));
  }
  expect(lines.join()).not.toContain('zhang');
  const [first, second, other] = lines.map((line) => (JSON.parse(line) as { actor: string }).actor);
  expect(first).toMatch(/^[\w-]{43}$/);
  expect([second === first, other === first]).toEqual([true, false]);
});

test('a hash of one purpose says nothing of another, and a short key is none', () => {
  expect(keyed(1)('account', 'a')).not.toBe(keyed(1)('request', 'a'));
  expect(() => createKeyedHash('c2hvcnQ=')).toThrow(RangeError);
});

test.each([
  [1, 'DONE'],
  [2, 'ALREADY_WRITTEN'],
])('S4.2c what is there already %i times is a refusal and never a fault: %s', async (times, expected) => {
  const logger = createLogger({ service: 'test', level: 'info', destination: { write: () => undefined } });
  const run = createUseCaseRunner({ database, logger, hash: keyed(1) });
  const command = {
    actor: { account: 'a', roles: [], locale: 'en' as const },
    correlationId: 'c',
    idempotencyKey: undefined,
    input: {},
  };
  let tried = 0;
  const outcome = await run(command, { operation: 'act', hallCode: 'h' }, () =>
    ++tried <= times
      ? Promise.reject(new StatementError(Object.assign(new Error('duplicate key'), { code: '23505' })))
      : Promise.resolve(done('key')),
  );
  expect(isRefused(outcome) ? outcome.refusal.code : outcome.kind).toBe(expected);
});
