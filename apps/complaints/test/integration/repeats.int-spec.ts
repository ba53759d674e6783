import { allOnce, repeatEveryMutation } from '@hall/testing';
import { createComplaintsSubgraph } from '../../src/graphql/schema';

test('R10 every mutation comes to the shell with the key of its request', async () => {
  const repeated = await repeatEveryMutation(createComplaintsSubgraph);
  expect(repeated).toEqual(allOnce(repeated));
});
