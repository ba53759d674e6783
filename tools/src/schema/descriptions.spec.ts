import { undescribed } from './descriptions';

test('everything public that does not say what it is, is named', () => {
  const sdl = `
    type Query { "a case" case(id: ID): Case }
    type Case @key(fields: "id") { id: ID! "its state" state: State }
    "state" enum State { OPEN "closed" CLOSED }
    input Filter { "text" text: String }`;
  expect(undescribed(sdl)).toEqual(['Query.case(id)', 'Case', 'Case.id', 'State.OPEN', 'Filter']);
});

test('what another service owns is described there', () => {
  expect(undescribed('type Staff @key(fields: "id", resolvable: false) { id: ID! }')).toEqual([]);
});
