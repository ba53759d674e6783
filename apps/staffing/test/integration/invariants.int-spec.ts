import { messagingPlants } from '@hall/testing';
import { useStaffing } from '../support/hall';

const staffing = useStaffing();
const person = (account: string): string => `(select id from staff where account = '${account}')`;
const post = (code: string): string => `(select id from posts where code = '${code}')`;

/** What the owner of the database does to a sound hall, by the invariant that it violates. */
const plants: Readonly<Record<string, string>> = {
  'holders-are-assigned': `update post_duties set staff_id = ${person('deputy')}`,
  'deputies-act-under-a-cover': `update post_duties set acting_for_id = ${person('deputy')}`,
  'holders-are-present': `insert into staff_acts (hall_code, id, staff_id, kind, at, recorded_at)
    values ('sound', gen_random_uuid(), ${person('lead')}, 'CHECK_OUT', now() + interval '10 years', now())`,
  'held-or-vacant': `insert into vacancies (hall_code, post_id, owner_id, reason, during)
    select hall_code, post_id, staff_id, 'NOBODY', tstzrange(lower(during), lower(during) + interval '1 minute') from post_duties`,
  'vacancies-have-their-person': `with nobody as (delete from post_duties where post_id = ${post('P2')})
    insert into vacancies (hall_code, post_id, owner_id, reason, during)
    values ('sound', ${post('P2')}, gen_random_uuid(), 'NOBODY', tstzrange('2026-11-23T08:30:00+08:00', null))`,
  'nobody-judges-themselves': `insert into conduct_records
      (hall_code, id, staff_id, clause, source, facts, most_points, occurred_at, recorded_at, status, decided_by_id, is_upheld, points)
    values ('sound', gen_random_uuid(), ${person('lead')}, 'S1.4a', 'INSPECTION', '无', 1, now(), now(), 'DECIDED', ${person('lead')}, true, 1)`,
  ...messagingPlants,
};

test('every invariant finds what violates it, and nothing else does', async () => {
  const { windowId, leadId, deputyId } = await staffing.aHall('sound');
  await staffing.register('Post', {
    windowId,
    code: 'P2',
    name: '二岗',
    duties: ['受理'],
    leadId: deputyId,
    deputyId: leadId,
  });
  for (const account of ['lead', 'deputy']) await staffing.checkIn(staffing.officer(account, 'sound'), windowId);
  expect(Object.keys(plants).sort()).toEqual(staffing.invariants.map(({ name }) => name).sort());
  const found: Record<string, string[]> = {};
  for (const [name, plant] of Object.entries(plants)) found[name] = await staffing.violatedBy(plant);
  expect(found).toEqual(Object.fromEntries(Object.keys(plants).map((name) => [name, [name]])));
});
