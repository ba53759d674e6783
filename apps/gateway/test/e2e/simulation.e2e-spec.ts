import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { repository, startWholeHall } from '../support';
import type { WholeHall } from '../support';

jest.setTimeout(120_000);

let hall: WholeHall;

beforeAll(async () => {
  hall = await startWholeHall({ testClock: true });
});

afterAll(async () => {
  await hall?.stop();
});

/** Plays in this hall, as a command of its own, and gives what it said with its exit code. */
function simulate(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const program = resolve(repository, 'tools/dist/simulate/main.js');
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { env: hall.simulationEnvironment }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    );
  });
}

test('S5.2a, S3.5, S4.1b, A-30: two days of a hall with six windows leave no fault, and everything holds that must', async () => {
  const { code, said } = await simulate('--seed', '7', '--days', '2', '--windows', '6', '--partial');
  // Everything is said where something is wrong: the day, who did what, the number in the logs, what does not hold.
  expect(said).toMatch(/\d+ checks, no violation/);
  expect(said).toMatch(/^faults: 0$/m);
  expect(Number(/^coverage: (\d+) of/m.exec(said)?.[1])).toBeGreaterThan(50);
  expect(code).toBe(0);
});
