import { ReadModelSignal, retryWhenStale, shareNext } from '@hall/platform/inbox';
import { done, refuse } from '@hall/kernel';

/** A stream of which something is not applied yet, until it is. */
function aStream() {
  const signal = new ReadModelSignal();
  const stand = { stream: 'STAFFING', applied: 0, last: 1 };
  const apply = (): void => {
    stand.applied = stand.last;
    signal.notify();
  };
  return { stand, apply, readModels: { signal, progress: () => Promise.resolve([{ ...stand }]) } };
}

test('an attempt that lacks a fact waits for it, and no longer than a moment', async () => {
  const { stand, apply, readModels } = aStream();
  let known = false;
  const attempt = async () => (known ? done('yes') : refuse({ code: 'NOT_KNOWN' }));
  const waiting = retryWhenStale(readModels, new Set(['NOT_KNOWN']), attempt);
  known = true;
  apply();
  expect(await waiting).toEqual(done('yes'));
  known = false;
  stand.last++;
  expect(await retryWhenStale(readModels, new Set(['NOT_KNOWN']), attempt)).toMatchObject({
    refusal: { code: 'NOT_KNOWN' },
  });
});

test('a refusal that no fact can change is given at once, and after ten thousand attempts nobody waits', async () => {
  const { apply, readModels } = aStream();
  apply();
  let attempts = 0;
  const attempt = async () => (attempts++, attempts % 2 === 0 ? done('yes') : refuse({ code: 'NOT_KNOWN' }));
  for (let n = 0; n < 10_000; n++) await retryWhenStale(readModels, new Set(['NOT_KNOWN']), attempt);
  expect(attempts).toBe(10_000);
  expect(readModels.signal.waiters).toBe(0);
});

test('a fact that is applied while an attempt runs gives it another chance', async () => {
  const { apply, readModels } = aStream();
  let known = false;
  const attempt = async () => {
    const answer = known ? done('yes') : refuse({ code: 'NOT_KNOWN' });
    known = true;
    apply();
    return answer;
  };
  expect(await retryWhenStale(readModels, new Set(['NOT_KNOWN']), attempt)).toEqual(done('yes'));
});

test('what goes on for ever elsewhere holds no refusal up: it waits for what was published before it', async () => {
  const { stand, readModels } = aStream();
  let looks = 0;
  const progress = async () => {
    stand.last = ++looks * 100;
    stand.applied = looks * 50;
    return [{ ...stand }];
  };
  const attempt = async () => refuse({ code: 'NOT_KNOWN' });
  await retryWhenStale({ ...readModels, progress }, new Set(['NOT_KNOWN']), attempt);
  expect(looks).toBe(2);
});

test('those who ask at the same time share an answer that nobody asked for before they came', async () => {
  const answers: ((n: number) => void)[] = [];
  const ask = shareNext(() => new Promise<number>((resolve) => answers.push(resolve)));
  const [first, second, third] = [ask(), ask(), ask()];
  answers[0]!(1);
  expect(await first).toBe(1);
  answers[1]!(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  expect(answers).toHaveLength(2);
});
