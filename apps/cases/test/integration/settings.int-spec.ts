import { defaultValuesSchema } from '@hall/contracts';
import type { Loose } from '@hall/testing';
import { mutate, offerContact, useCases } from '../support/hall';

const hall = useCases(
  defaultValuesSchema.parse({
    'A-02': { answerWorkingDays: 2 },
    'A-06': { acknowledgeWithinMinutes: 15 },
    'A-07': { targetMinutes: 20 },
    'A-08': { importedPromiseWorkingDays: 3 },
    'A-10': { minimumCopies: 5 },
    'A-27': { reportOnWorkingDay: 3 },
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
