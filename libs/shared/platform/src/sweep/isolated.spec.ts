import { createLogger } from '../logging';
import type { Tx } from '../postgres';
import { isolatedSweep } from './isolated';

const logger = createLogger({ service: 'test', level: 'silent' });
const keyOf = (id: string) => ({ hallCode: 'h', id });

/** A sweep over things of which some are faulty; what was done is done once. */
function aSweep(ids: readonly string[], faulty: ReadonlySet<string>) {
  const open = new Set(ids);
  const tries: string[][] = [];
  let now = 0;
  const sweep = isolatedSweep(
    {
      name: 'test',
      find: () => Promise.resolve([...open].slice(0, 3).map(keyOf)),
      work(_tx, keys) {
        tries.push(keys.map(({ id }) => id));
        if (keys.some(({ id }) => faulty.has(id))) return Promise.reject(new Error('faulty'));
        keys.forEach(({ id }) => open.delete(id));
        return Promise.resolve(keys.length);
      },
    },
    { inTransaction: (work) => work({} as Tx), clock: { now: () => new Date(now) }, logger },
  );
  return { sweep, open, tries, pass: (ms: number) => (now += ms) };
}

test('A-30 one faulty thing holds nobody else up', async () => {
  const { sweep, open, tries } = aSweep(['a', 'bad', 'b', 'c', 'd'], new Set(['bad']));
  let done: number;
  do done = await sweep.batch();
  while (done > 0);
  expect([...open]).toEqual(['bad']);
  expect(tries[0]).toEqual(['a', 'bad', 'b']);
  expect(tries.filter((keys) => keys.includes('bad'))).toHaveLength(2);
});

test('A-30 what was left aside is tried again, and done once its fault is gone', async () => {
  const faulty = new Set(['bad']);
  const { sweep, open, tries, pass } = aSweep(['bad'], faulty);
  expect(await sweep.batch()).toBe(0);
  expect(await sweep.batch()).toBe(0);
  expect(tries).toHaveLength(2);
  faulty.clear();
  pass(10 * 60_000 + 1);
  expect(await sweep.batch()).toBe(1);
  expect(open.size).toBe(0);
});

test('when nothing can be found, the sweep fails as a whole and is tried again later', async () => {
  const find = () => Promise.reject(new Error('no database'));
  const base = {
    inTransaction: <T>(work: (tx: Tx) => Promise<T>) => work({} as Tx),
    clock: { now: () => new Date(0) },
    logger,
  };
  const sweep = isolatedSweep({ name: 'test', find, work: () => Promise.resolve(0) }, base);
  await expect(sweep.batch()).rejects.toThrow('no database');
});
