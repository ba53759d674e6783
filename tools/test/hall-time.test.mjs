/** A process of the local stack that starts again takes the hall's test time over from those that kept running. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { atHallTime } from '../stack/parts.mjs';

const now = '2026-12-01T01:00:00.000Z';

/** Does something beside a process that answers `GET /test/clock`. */
async function beside(answer, work) {
  const server = createServer(({ url }, response) =>
    response.end(url === '/test/clock' ? JSON.stringify(answer) : '{}'),
  );
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await work(server.address().port);
  } finally {
    server.close();
  }
}

test('it stands where the others stand, also where one of them does not run or was never set', () =>
  beside({ now }, (set) =>
    beside({ now: null }, async (unset) => {
      const env = { HALL_TEST_CLOCK: '1', PORT: '1' };
      assert.deepEqual(await atHallTime(env, [1, unset, set]), { HALL_TEST_CLOCK: now, PORT: '1' });
      assert.deepEqual(await atHallTime(env, [1, unset]), env);
    }),
  ));

test('where the clock is the machine’s, it stays so', () =>
  beside({ now }, async (port) => {
    assert.deepEqual(await atHallTime({ HALL_TEST_CLOCK: '0' }, [port]), { HALL_TEST_CLOCK: '0' });
  }));
