import { deadlinePlants, messagingPlants } from '@hall/testing';
import { classify, complainant, decide, registered, useComplaints } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;

const open = `id = (select id from deadlines where is_open)`;
const decided = `id = (select id from deadlines where not is_open)`;

/** What the owner of the database does to a sound register, by the invariant that it violates. */
const plants: Readonly<Record<string, string>> = {
  'every-complaint-has-its-person': `update complaints set owner_id = gen_random_uuid() where ${decided}`,
  'complaints-show-their-clock': `update complaints set due_at = due_at + interval '1 hour' where ${open}`,
  'closed-complaints-have-no-clock': `update complaints set closed_at = due_at where ${open}`,
  'states-are-on-record': `update complaints set status = 'ORDERED' where ${open}`,
  ...deadlinePlants('is_open', (dueAt) => `, shown as (update complaints set due_at = ${dueAt} where ${open})`),
  ...messagingPlants,
};

test('every invariant finds what violates it, and nothing else does', async () => {
  await aHallWithACase('sound');
  const desk = as('desk', 'sound');
  await registered(desk, { complainant });
  const { id } = await registered(desk, { complainant });
  await classify(desk, id);
  await decide(desk, id);
  expect(Object.keys(plants).sort()).toEqual(complaints.invariants.map(({ name }) => name).sort());
  const found: Record<string, string[]> = {};
  for (const [name, plant] of Object.entries(plants)) found[name] = await complaints.violatedBy(plant);
  expect(found).toEqual(Object.fromEntries(Object.keys(plants).map((name) => [name, [name]])));
});
