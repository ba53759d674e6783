import { acceptedCase, item, lead, now } from '../../../test/support/case-fixtures';
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
