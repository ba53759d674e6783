import { factsOf, figuresOf, measureDefinitions } from './statistics';
import type { CountedFact } from './statistics';

const counts = (given: Partial<Record<CountedFact, number>>): ReadonlyMap<CountedFact, number> =>
  new Map(Object.entries(given) as [CountedFact, number][]);

test('S6.4i a rate is over all whose due instant has passed: open and late counts as late', () => {
  expect(figuresOf(counts({ ON_TIME: 3, LATE: 1 }), ['ON_TIME_RATE'], 3)).toEqual([
    { measure: 'ON_TIME_RATE', value: 0.75, numerator: 3, denominator: 4 },
  ]);
});

test('S6.4i a rate over fewer than three is shown as counts', () => {
  expect(figuresOf(counts({ UPHELD: 1, DECIDED: 2 }), ['UPHELD_RATE'], 3)).toEqual([
    { measure: 'UPHELD_RATE', value: null, numerator: 1, denominator: 2 },
  ]);
});

test.each([
  ['RECEIVED', 'RECEIVED', ''],
  ['CLOSED', 'CLOSED', ''],
  ['OPEN_AT_END', 'OPEN_AT_END', ''],
  ['DUE', 'DUE', ''],
  ['ON_TIME', 'ON_TIME', ''],
  ['LATE', 'LATE', ''],
  ['ON_TIME_RATE', 'ON_TIME', 'ON_TIME LATE'],
  ['UPHELD', 'UPHELD', ''],
  ['UPHELD_RATE', 'UPHELD', 'DECIDED'],
  ['FEEDBACK_RATE', 'TOLD', 'TELLABLE'],
] as const)('S6.4i %s counts “%s” over “%s”', (measure, above, below) => {
  const { numerator, denominator } = measureDefinitions[measure];
  expect([numerator.join(' '), denominator.join(' ')]).toEqual([above, below]);
});

test('S6.4i a rate over just as many as are needed is shown', () => {
  const [figure] = figuresOf(counts({ TOLD: 1, TELLABLE: 4 }), ['FEEDBACK_RATE'], 4);
  expect(figure).toMatchObject({ value: 0.25 });
});

test('S6.4i nothing is a figure too', () => {
  expect(figuresOf(counts({}), ['RECEIVED', 'ON_TIME_RATE'], 3)).toEqual([
    { measure: 'RECEIVED', value: 0, numerator: 0, denominator: null },
    { measure: 'ON_TIME_RATE', value: null, numerator: 0, denominator: 0 },
  ]);
});

test('only what is asked for is counted', () => {
  expect(factsOf(['ON_TIME_RATE', 'LATE'])).toEqual(['ON_TIME', 'LATE']);
});
