import { parse, validate } from 'graphql';
import { Supergraph } from './schema';

const supergraph = new Supergraph();

test('every mutation of the supergraph can be written, with its own few words and what is to be shown', () => {
  expect(supergraph.mutations.length).toBeGreaterThan(60);
  for (const name of supergraph.mutations) {
    const { text } = supergraph.mutation(name);
    expect([name, validate(supergraph.schema, parse(text))]).toEqual([name, []]);
  }
  expect(supergraph.mutation('checkOut').argument).toBeUndefined();
  expect(supergraph.mutation('submitCase', 'slip { number }').text).toContain('slip { number }');
  expect(() => supergraph.mutation('nobodyDoesThis')).toThrow('no mutation');
});
