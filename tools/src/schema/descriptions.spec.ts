import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { undescribed, withFixedNumbers } from './descriptions';

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

test('a number that a hall may change is not said in words', () => {
  const sdl = `
    type Case { "target, 30 分钟（A-07）" target: Int "1–366 个工作日" days: Int }
    "how fast（A-29）" enum TimeClass { "当场" SPOT "紧急，1 个工作日" URGENT }
    type Referral { "十分钟未接收（A-06）" at: Int "三个工作日（S2.1a）" other: Int }`;
  expect(withFixedNumbers(sdl)).toEqual(['Case.target', 'TimeClass.URGENT', 'Referral.at']);
});

test.each(['cases', 'complaints', 'staffing'])('%s says no number where a setting is', (service) => {
  const file = resolve(__dirname, '../../../apps', service, 'schema.graphql');
  expect(withFixedNumbers(readFileSync(file, 'utf8'))).toEqual([]);
});
