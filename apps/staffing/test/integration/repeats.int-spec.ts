import { allOnce, repeatEveryMutation } from '@hall/testing';
import { createStaffingSubgraph } from '../../src/graphql/schema';

test('R10 every mutation comes to the shell with the key of its request', async () => {
  const given = { hallCode: 'h1', code: 'h1', clause: 'S4.5b', sessions: [{ from: '08:30', to: '12:00' }] };
  const repeated = await repeatEveryMutation(createStaffingSubgraph, given);
  expect(repeated).toEqual(allOnce(repeated));
});
