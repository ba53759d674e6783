import { createLogger } from '../logging';
import type { Tx } from '../postgres';
import { isolatedSweep } from './isolated';
import { SweepLoop } from './sweep-loop';
import type { Sweep } from './sweep-loop';

const logger = createLogger({ service: 'test', level: 'silent' });
const keyOf = (id: string) => ({ hallCode: 'h', id });

/** A sweep over things of which some are faulty; what was done is done once. */
function aSweep(
  ids: readonly string[],
  faulty: ReadonlySet<string>,
  fault = () => new Error('faulty'),
  hold: (looks: number) => false | Promise<void> = () => false,
) {
  const open = new Set(ids);
  const tries: string[][] = [];
  let [now, looks] = [0, 0];
  const sweep = isolatedSweep(
    {
      name: 'test',
      async find(_tx, aside) {
        const found = [...open].filter((id) => !aside.includes(id)).slice(0, 3);
        await hold(++looks);
        return found.map(keyOf);
      },
      work(_tx, keys) {
        tries.push(keys.map(({ id }) => id));
        if (keys.some(({ id }) => faulty.has(id))) return Promise.reject(fault());
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

test('A-30 more faulty things than a batch holds hold nobody else up', async () => {
  const bad = ['bad1', 'bad2', 'bad3', 'bad4'];
  const { sweep, open } = aSweep([...bad, 'a', 'b'], new Set(bad));
  expect(await sweep.batch()).toBe(2);
  expect([...open]).toEqual(bad);
});

test('A-30 two rounds at the same time that leave the same things aside both go on to what stands behind them', async () => {
  const bad = ['bad1', 'bad2', 'bad3'];
  let goOn!: () => void;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  // The fourth look is the second round's own, before it goes one by one; it is answered when the first round is over.
  const { sweep, open } = aSweep([...bad, 'a', 'b', 'c', 'd'], new Set(bad), undefined, (looks) => looks === 4 && held);
  const [first, second] = [sweep.batch(), sweep.batch()];
  expect(await first).toBe(3);
  goOn();
  expect(await second).toBe(1);
  expect([...open]).toEqual(bad);
});

const withState = (code: string) => () => Object.assign(new Error(code), { code });

test.each(['08006', '57P01', '53300', 'ECONNREFUSED'])(
  'while the database is away (%s) nothing is left aside, and the sweep fails as a whole',
  async (code) => {
    const faulty = new Set(['a', 'b']);
    const { sweep, open } = aSweep(['a', 'b'], faulty, withState(code));
    await expect(sweep.batch()).rejects.toThrow(code);
    faulty.clear();
    expect(await sweep.batch()).toBe(2);
    expect(open.size).toBe(0);
  },
);

test('a connection that the driver lost without a code is no fault of the row', async () => {
  const faulty = new Set(['a']);
  const { sweep } = aSweep(['a'], faulty, () => new Error('Connection terminated unexpectedly'));
  await expect(sweep.batch()).rejects.toThrow('terminated');
  faulty.clear();
  expect(await sweep.batch()).toBe(1);
});

test.each(['40P01', '55P03', '57014'])(
  'what met a lock or a time limit (%s) stays due; the others are done',
  async (code) => {
    const faulty = new Set(['a']);
    const { sweep, open } = aSweep(['a', 'b'], faulty, withState(code));
    expect(await sweep.batch()).toBe(1);
    expect([...open]).toEqual(['a']);
    faulty.clear();
    expect(await sweep.batch()).toBe(1);
  },
);

test('a sweep that fails holds no other up', async () => {
  let left = 2;
  const broken: Sweep = { name: 'broken', batch: () => Promise.reject(new Error('broken')) };
  const sound: Sweep = { name: 'sound', batch: () => Promise.resolve(left > 0 ? left-- : 0) };
  await expect(new SweepLoop({ sweeps: [broken, sound], logger }).drain()).rejects.toThrow('broken');
  expect(left).toBe(0);
});
