import { randomUUID } from 'node:crypto';
import type { Ask, Loose } from '@hall/testing';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
afterEach(() => staffing.service.setClock('2026-11-23T08:15:00+08:00'));

const refusal = '... on UserError { code clause message }';

test('S2.4a: lead and deputy confirm the duties of their post; who has not is shown', async () => {
  const { lead, deputy, head, postId, leadId, deputyId } = await aHall('duties');
  const read = async (ask: Ask): Promise<Loose> =>
    (
      await ask(
        `mutation ($id: ID!) { acknowledgeDuties(postId: $id) { ... on Post { dutyReceipts { staff { id } current } unreadBy { id } } ${refusal} } }`,
        { id: postId },
      )
    ).data!['acknowledgeDuties'];
  expect(await read(lead)).toEqual({
    dutyReceipts: [{ staff: { id: leadId }, current: true }],
    unreadBy: [{ id: deputyId }],
  });
  expect(await read(lead)).toMatchObject({ code: 'DUTIES_READ', clause: 'S2.4a' });
  expect(await read(head)).toMatchObject({ code: 'DUTIES_OF_OTHERS', clause: 'S2.4a' });
  expect(await read(deputy)).toMatchObject({ unreadBy: [] });
});

test('S2.4b S1.1a S1.2c: trainings are kept with those who were there', async () => {
  const { lead, office, leadId, deputyId } = await aHall('training');
  const keep = async (ask: Ask, input: Loose = {}): Promise<Loose> => {
    const training = { kind: 'ETIQUETTE', topic: '窗口服务礼仪', heldOn: '2026-11-20', minutes: 90, notes: '全员参加' };
    const { data, errors } = await ask(
      `mutation ($input: RecordTrainingInput!) { recordTraining(input: $input) { ... on Training { topic attendees { id } } ${refusal} } }`,
      { input: { ...training, attendeeIds: [leadId, deputyId], ...input } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data!['recordTraining'];
  };
  const kept = await keep(office);
  expect(kept['attendees'].map(({ id }: Loose) => id).sort()).toEqual([leadId, deputyId].sort());
  await keep(office, { topic: '社保新政', kind: 'POLICY', attendeeIds: [deputyId], heldOn: '2026-11-21' });
  expect(await keep(office, { heldOn: '2026-11-24' })).toMatchObject({ code: 'TRAINING_IN_FUTURE', clause: 'S2.4b' });
  expect(await keep(office, { attendeeIds: [`training.${randomUUID()}`] })).toMatchObject({ code: 'STAFF_NOT_FOUND' });
  await expect(keep(lead)).rejects.toThrow('FORBIDDEN');
  const topics = async (more = '') =>
    (await lead(`{ trainings(from: "2026-11-01", to: "2026-11-30"${more}) { edges { node { topic } } } }`)).data![
      'trainings'
    ].edges.map(({ node }: Loose) => node.topic);
  expect(await topics()).toEqual(['社保新政', '窗口服务礼仪']);
  expect(await topics(`, staffId: "${leadId}"`)).toEqual(['窗口服务礼仪']);
});
