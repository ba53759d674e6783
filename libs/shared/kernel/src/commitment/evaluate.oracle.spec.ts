import * as fc from 'fast-check';
import { anyGround, anyHistory, evaluateWalked } from '../../test/support/histories';
import { walkMinutes } from '../../test/support/minute-walk';

/** How many histories are compared; raise it for a longer search. */
const runs = Number(process.env.HALL_CLOCK_RUNS ?? 20_000);

describe('A-30 the engine and a walk from instant to instant', () => {
  it(
    `agree on ${runs} random histories of the published years`,
    () => {
      const seen = new Map<string, number>();
      fc.assert(
        fc.property(anyHistory, anyGround, (history, ground) => {
          const answer = evaluateWalked(history, ground);
          const walked = walkMinutes(history);
          const minute = (at: Date | null): number | null => at && at.getTime() / 60_000;
          expect(
            answer.kind === 'STATUS'
              ? {
                  state: answer.state,
                  dueAt: minute(answer.dueAt),
                  breachedAt: minute(answer.breachedAt),
                  remaining: answer.remaining,
                }
              : answer.kind === 'INVALID_HISTORY' && { invalidAt: answer.at },
          ).toEqual(walked);
          const kind = answer.kind === 'STATUS' ? answer.state : answer.kind;
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
        }),
        { numRuns: runs },
      );
      // A comparison that never meets a state proves nothing about it.
      for (const state of ['RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED', 'INVALID_HISTORY']) {
        expect([state, (seen.get(state) ?? 0) > runs / 200]).toEqual([state, true]);
      }
    },
    300_000 + runs,
  );
});
