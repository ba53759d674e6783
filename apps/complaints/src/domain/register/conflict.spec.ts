import fc from 'fast-check';
import { chooseOwner, isConcerned } from './conflict';
import type { Candidate } from './conflict';

const person = (id: string, role: string, actingForIds: string[] = []): Candidate => ({
  id,
  roles: [role],
  actingForIds,
});

test('A-26 the desk officer who takes the complaint owns it', () => {
  const candidates = [person('d1', 'DESK_OFFICER'), person('d2', 'DESK_OFFICER')];
  expect(chooseOwner({ concernedIds: [] }, candidates, 'd2')).toBe('d2');
});

test.each([
  [['d1'], 'd2'],
  [['d1', 'd2'], 'o'],
  [['d1', 'd2', 'o'], 'l'],
  [['d1', 'd2', 'o', 'l'], undefined],
])('A-26 a complaint that concerns %j goes past them, up the ladder, to %s', (concernedIds, owner) => {
  const candidates = [
    person('l', 'CENTRE_LEADER'),
    person('o', 'CENTRE_OFFICE'),
    person('d1', 'DESK_OFFICER'),
    person('d2', 'DESK_OFFICER'),
  ];
  expect(chooseOwner({ concernedIds }, candidates, 'd1')).toBe(owner);
});

test('A-26 whoever stands in for a concerned person does not own it either', () => {
  const candidates = [person('d1', 'DESK_OFFICER', ['x']), person('d2', 'DESK_OFFICER')];
  expect(chooseOwner({ concernedIds: ['x'] }, candidates, 'd1')).toBe('d2');
});

test('A-26 whatever the hall is like, the owner is never concerned', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const candidate = fc.record({
    id,
    roles: fc.subarray(['DESK_OFFICER', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'OFFICER']),
    actingForIds: fc.array(id, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(id), fc.array(candidate), id, (concernedIds, candidates, caller) => {
      const owner = chooseOwner({ concernedIds }, candidates, caller);
      if (owner !== undefined) expect(isConcerned({ concernedIds }, owner)).toBe(false);
    }),
  );
});
