import { acceptedCase, counting, item, lead, now } from '../../../test/support/case-fixtures';
import { createDeadline } from '@hall/kernel';
import { planHandling } from './plan-handling';
import { applyStep, stepsOf } from './steps';
import type { CaseStep } from './steps';

const day = { amount: 1, unit: 'WORKING_DAY' } as const;
const step = (place: number, startedAt: Date | null): CaseStep => ({
  id: `s${place}`,
  place,
  name: `环节${place}`,
  limit: day,
  startedAt,
  passedAt: null,
  passedById: null,
  closedAt: null,
});

describe('steps inside a department', () => {
  test('S2.3a the first step is the acceptance; those with a limit come after it', () => {
    expect(stepsOf(item.current.procedure).map(({ name }) => name)).toEqual(['审核', '决定']);
  });

  test('S2.3a the window’s acceptance is the first step: what comes after begins with it, one after the other', () => {
    const sessions = [{ from: '09:00', to: '17:00' }];
    const ledger = [{ kind: 'START', at: now, limit: item.current.promisedLimit, sessions }] as const;
    const owner = { kind: 'CASE', id: 'c' };
    const own = createDeadline({ hallCode: 'demo', id: 'o', subject: 'CASE', owner, ledger }, counting, now);
    let ids = 0;
    const planning = { counting, now, newId: () => `n${++ids}`, noticeDays: { handOver: 0, correction: 10 } };
    const { steps, deadlines } = planHandling(acceptedCase, item.current, own, planning);
    expect(steps).toMatchObject([
      { id: 'n1', place: 1, name: '审核', startedAt: now, passedAt: null },
      { id: 'n2', place: 2, name: '决定', startedAt: null, passedAt: null },
    ]);
    expect(deadlines).toMatchObject([{ id: 'n1', subject: 'STEP', ledger: [{ at: now, limit: steps[0]!.limit }] }]);
    expect(planHandling({ ...acceptedCase, handlingType: 'INSTANT' }, item.current, own, planning)).toMatchObject({
      slip: null,
      steps: [],
      deadlines: [],
    });
  });

  test('A-08 the shares of the steps never add up to more than the promise', () => {
    const sum = stepsOf(item.current.procedure).reduce((all, { limit }) => all + limit.amount, 0);
    expect(sum).toBeLessThanOrEqual(item.current.promisedLimit.amount);
  });

  test('S2.3b a step is passed on to the next; the last one has none', () => {
    const passed = applyStep(acceptedCase, lead, [step(1, now), step(2, null)], now);
    expect(passed).toMatchObject({
      value: { passed: { place: 1, passedAt: now, passedById: 'A' }, next: { place: 2, startedAt: now } },
    });
    expect(applyStep(acceptedCase, lead, [step(1, now)], now)).toMatchObject({ value: { next: undefined } });
    expect(applyStep(acceptedCase, lead, [], now)).toMatchObject({
      refusal: { code: 'NO_STEP_OPEN', clause: 'S2.3b' },
    });
  });

  test('S2.3c no step moves the window or the person who answers', () => {
    const passed = applyStep(acceptedCase, lead, [step(1, now)], now);
    const { windowId, responsibleId } = acceptedCase;
    expect(passed).toMatchObject({ value: { current: { windowId, responsibleId } } });
  });
});
