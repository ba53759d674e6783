import { deadlinePlants, messagingPlants } from '@hall/testing';
import { decide, deliver, handOver } from '../support/case-acts';
import { offerContact, useCases } from '../support/hall';

const hall = useCases();

const accepted = `(select id from cases where status in ('ACCEPTED', 'IN_PROGRESS'))`;
const awaiting = `(select id from cases where status = 'AWAITING_CORRECTION')`;

/** What the owner of the database does to a sound hall, by the invariant that it violates. */
const plants: Readonly<Record<string, string>> = {
  'every-case-has-its-person': `update cases set responsible_id = (select id from known_staff where account = 'desk') where id = ${accepted}`,
  'every-contact-has-its-person': `with untimed as (delete from deadlines where owner_kind = 'CONTACT') update contacts set owner_id = gen_random_uuid() where closed_at is null`,
  'levels-are-charged-to-who-answered': `insert into deadline_levels (hall_code, deadline_id, promise, level, at, notified_at, answerable_id)
    select hall_code, id, 1, 'AMBER', due_at, due_at, (select id from known_staff where account = 'desk') from deadlines where subject = 'STEP'`,
  'no-referral-is-left-lying': `update referrals set alert_at = '2026-11-22T09:00:00+08:00'`,
  'accepted-cases-have-one-clock': `delete from deadlines where subject = 'CASE' and owner_id = ${accepted}`,
  'ended-cases-have-no-clock': `update cases set status = 'WITHDRAWN' where id = ${awaiting}`,
  'parts-in-work-have-their-clock': `delete from deadlines where subject = 'STEP'`,
  'parts-stand-still-with-their-case': `with stopped as (
      insert into deadline_events (hall_code, deadline_id, sequence, kind, at, details)
      select hall_code, id, 99, 'PAUSE', '2026-11-23T09:00:00+08:00', '{"ground": "HEARING"}' from deadlines where subject = 'STEP')
    update deadlines set due_at = null, next_level_at = null where subject = 'STEP'`,
  'cases-show-their-clock': `update cases set due_at = due_at + interval '1 day' where id = ${accepted}`,
  'accepted-stays-accepted': `update cases set status = 'RECEIVED' where id = ${accepted}`,
  'decisions-leave-no-step': `with ended as (delete from deadlines where owner_id = ${accepted}) update cases set status = 'DECIDED' where id = ${accepted}`,
  'returned-only-after-delivery': `with untold as (delete from notice_deliveries), ended as (delete from deadlines where owner_id = ${awaiting}), written as (
      insert into case_actions (hall_code, case_id, sequence, at, kind)
      select hall_code, case_id, max(sequence) + 1, '2026-11-23T10:00:00+08:00', 'RETURNED' from case_actions
       where case_id = ${awaiting} group by hall_code, case_id)
    update cases set status = 'RETURNED' where id = ${awaiting}`,
  'results-go-as-was-chosen': `update cases set delivery = delivery || '{"method": "POST", "trackingNumber": "EM123456789CN"}' where delivery is not null`,
  'records-have-no-gaps': `delete from case_actions where case_id = ${awaiting} and sequence = 1`,
  'accepted-cases-have-a-slip': `delete from acceptance_slips`,
  'slips-print-the-promise': `update acceptance_slips set due_on = due_on - 1`,
  'notices-are-handed-over': `with untold as (delete from notice_deliveries) delete from deadlines where subject = 'CORRECTION'`,
  'answers-begin-with-delivery': `update notice_deliveries set reply_by = reply_by + 1`,
  ...deadlinePlants(`subject = 'STEP'`),
  ...messagingPlants,
};

test('every invariant finds what violates it, and nothing else does', async () => {
  const sound = await hall.aHall('sound');
  const { lead, submit, windowId, otherWindowId } = sound;
  await submit();
  const { id } = await submit({ itemId: await hall.publish(sound, { code: 'N-1', handlingType: 'INSTANT' }) });
  await decide(lead, id);
  await deliver(lead, { caseId: id, windowId });
  const { correctionNotice } = await submit({ materials: ['FORM'] });
  await handOver(lead, correctionNotice.number);
  await offerContact(lead, windowId, otherWindowId);
  expect(Object.keys(plants).sort()).toEqual(hall.invariants.map(({ name }) => name).sort());
  const found: Record<string, string[]> = {};
  for (const [name, plant] of Object.entries(plants)) found[name] = await hall.violatedBy(plant);
  expect(found).toEqual(Object.fromEntries(Object.keys(plants).map((name) => [name, [name]])));
});

test.each([
  ['nobody was checked', `'{"identityChecked": false}'`],
  ['no number tells where it is', `'{"method": "POST"}'`],
  ['nobody knows who took it', `'{"recipient": "AGENT"}'`],
])('S3.4c a result of which %s is found', async (_title, said) => {
  const { lead, submit, windowId } = await hall.aHall(`delivered-${said.length}`);
  const { id } = await submit();
  await decide(lead, id);
  await deliver(lead, { caseId: id, windowId });
  const chosen = `jsonb_set(delivery_choice, '{method}', coalesce(${said}::jsonb->'method', '"WINDOW"'))`;
  expect(
    await hall.violatedBy(
      `update cases set delivery_choice = ${chosen}, delivery = delivery || ${said} where delivery is not null`,
    ),
  ).toEqual(['results-go-as-was-chosen']);
});
