import { defaultValuesSchema } from '@hall/contracts';
import type { Loose } from '@hall/testing';
import { decide, handOver } from '../support/case-acts';
import { mutate, offerContact, useCases } from '../support/hall';

const hall = useCases(
  defaultValuesSchema.parse({
    'A-02': { answerWorkingDays: 2 },
    'A-06': { acknowledgeWithinMinutes: 15 },
    'A-07': { targetMinutes: 20 },
    'A-08': { importedPromiseWorkingDays: 3 },
    'A-10': { minimumCopies: 5 },
    'A-27': { reportOnWorkingDay: 3 },
    'A-30': { urgentAtLastDaysOrHours: 2 },
    'S3.1a': { ratingAnswerWorkingDays: 2 },
    'S4.3a': { handOverWorkingDays: 1 },
    'S4.3c': { correctionWorkingDays: 3 },
  }),
);

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('A-02 a superior answers within the days that the installation says', async () => {
  const { lead } = await hall.aHall('answers');
  const input = { kind: 'GROUP_DEMAND', facts: '六人同一诉求' };
  const fields = '... on MajorMatter { commitment { dueOn } }';
  const matter = await mutate(lead, 'reportMajorMatter', { input }, fields);
  expect(matter).toEqual({ commitment: { dueOn: '2026-11-25' } });
});

test('A-06 a window acknowledges within the minutes that the installation says', async () => {
  const { lead, windowId, thirdWindowId } = await hall.aHall('minutes');
  const id = await offerContact(lead, windowId, thirdWindowId);
  const state = async () =>
    (await lead('query ($id: ID!) { contact(id: $id) { referrals { state } } }', { id })).data!['contact'].referrals[0];
  await hall.setClock('2026-11-23T09:14:59+08:00');
  expect(await state()).toEqual({ state: 'OFFERED' });
  await hall.setClock('2026-11-23T09:15:00+08:00');
  expect(await state()).toEqual({ state: 'RETURNED' });
});

test('A-07 an on-the-spot case has the target that the installation says', async () => {
  const { submit, lead } = await hall.aHall('targets', { handlingType: 'INSTANT' });
  const { id } = await submit();
  const { data } = await lead('query ($id: ID!) { case(id: $id) { targetAt } }', { id });
  expect(data!['case']).toEqual({ targetAt: '2026-11-23T09:20:00+08:00' });
});

test('A-08 an imported item promises what the installation says, and importing again changes nothing', async () => {
  const { departmentId } = await hall.aHall('imports');
  const items = [{ code: 'T-1', name: '失业登记', departmentId }];
  const take = (): Promise<Loose> =>
    mutate(
      hall.office('imports'),
      'importServiceItems',
      { items, openAssumed: true },
      '... on ImportReport { created revised unchanged }',
    );
  expect(await take()).toEqual({ created: 1, revised: 0, unchanged: 0 });
  expect(await take()).toEqual({ created: 0, revised: 0, unchanged: 1 });
  const { data } = await hall.office('imports')(
    '{ serviceItem(code: "T-1") { current { promisedLimit { amount } } } }',
  );
  expect(data!['serviceItem'].current.promisedLimit).toEqual({ amount: 3 });
});

test('A-10 guides are ordered at the number that the installation says', async () => {
  const { lead, windowId, itemId } = await hall.aHall('copies');
  const count = (copies: number): Promise<Loose> =>
    mutate(lead, 'countGuides', { windowId, itemId, copies }, '... on GuideStock { reorderSince order { openedAt } }');
  expect(await count(6)).toEqual({ reorderSince: null, order: null });
  expect(await count(5)).toMatchObject({ reorderSince: expect.any(String), order: { openedAt: expect.any(String) } });
});

test('S1.2i a month is reported by the working day that the installation says', async () => {
  await hall.aHall('months');
  const { data } = await hall.leader('months')('{ monthlyCaseReport(month: "2026-11") { dueOn } }');
  expect(data!['monthlyCaseReport']).toEqual({ dueOn: '2026-12-03' });
});

const dueOf = async (hallCode: string, subject: string): Promise<string[]> =>
  (
    await hall.sql<{ due_at: Date }>('select due_at from deadlines where hall_code = $1 and subject = $2', [
      hallCode,
      subject,
    ])
  ).map(({ due_at }) => due_at.toISOString());

test('S4.3a S4.3c a notice is handed over, and answered, within the days that are set', async () => {
  const { lead, submit } = await hall.aHall('days');
  const { correctionNotice } = await submit({ materials: ['ID'] });
  expect(correctionNotice.replyBy).toBe('2026-11-26');
  expect(await dueOf('days', 'NOTICE')).toEqual(['2026-11-24T09:00:00.000Z']);
  await handOver(lead, correctionNotice.number);
  expect(await dueOf('days', 'CORRECTION')).toEqual(['2026-11-26T09:00:00.000Z']);
});

test('S3.1a A-30 a bad rating is answered within the days that are set, and what is left of a term is urgent from where it is set', async () => {
  const { lead, submit } = await hall.aHall('rated');
  const { id, slip } = await submit();
  const { data } = await lead('query ($id: ID!) { case(id: $id) { slip { secret } } }', { id });
  await decide(lead, id);
  const input = { service: slip.number, code: data!['case'].slip.secret, level: 1 };
  const rating: Loose = await mutate(hall.asActor({}), 'rateService', { input }, '... on ServiceRating { id }');
  expect(rating['code']).toBeUndefined();
  expect(await dueOf('rated', 'RATING')).toEqual(['2026-11-25T09:00:00.000Z']);
  await submit();
  await hall.setClock('2026-11-26T17:00:00+08:00');
  const levels = await hall.sql(`select level, at from deadline_levels l where exists (select from deadlines d
    where d.id = l.deadline_id and d.subject = 'CASE' and d.hall_code = 'rated')`);
  expect(levels).toContainEqual({ level: 'RED', at: new Date('2026-11-26T17:00:00+08:00') });
});
