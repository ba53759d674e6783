import { readSubgraphConfig } from './config';

const env = {
  CASES_DATABASE_URL: 'postgres://cases_app@127.0.0.1/cases',
  HALL_HASH_KEY: Buffer.alloc(32).toString('base64'),
  NATS_URL: 'nats://127.0.0.1:4222',
  HALL_GATEWAY_VERIFY_KEY: '{"kty":"OKP","crv":"Ed25519","x":"AA"}',
};
const regulation = (HALL_REGULATION?: string) =>
  readSubgraphConfig('cases', 4001, { ...env, ...(HALL_REGULATION !== undefined && { HALL_REGULATION }) }).regulation;

test('the numbers of the regulation hold unless the installation says otherwise', () => {
  expect(regulation()['A-06']).toEqual({ acknowledgeWithinMinutes: 10, endWithinWorkingDays: 0 });
  const changed = regulation('{"A-06":{"acknowledgeWithinMinutes":15}}');
  expect([changed['A-06'].acknowledgeWithinMinutes, changed['A-10'].minimumCopies]).toEqual([15, 20]);
});

test.each([
  ['{', 'HALL_REGULATION'],
  ['[]', 'HALL_REGULATION'],
  ['{"A-06":{"acknowledgeWithinMinutes":0}}', 'A-06.acknowledgeWithinMinutes'],
  ['{"A-06":{"withinMinutes":5}}', 'withinMinutes'],
  ['{"grace":{}}', 'grace'],
])('a service does not start with %s', (text, named) => {
  expect(() => regulation(text)).toThrow(named);
});
