import { eventually } from '@hall/testing';
import { handOver } from '../support/case-acts';
import { useCases } from '../support/hall';

const hall = useCases();

test('S4.3c A-30: the day that a notice prints stays: a calendar that came later never brings it forward', async () => {
  const { submit, lead, hallCode } = await hall.aHall('written');
  await hall.setClock('2026-12-28T09:00:00+08:00');
  /** By which versions of the calendar dates are counted. */
  const countedBy = async () =>
    (
      await hall.sql<{ version: string }>(
        `select distinct calendar_version as version from deadlines where hall_code = 'written' and is_open`,
      )
    ).map(({ version }) => version);
  const publish = async (revision: number, off: string[], makeUpDays: string[]): Promise<void> => {
    const before = await countedBy();
    await hall.staffing.state(hallCode, '2027', 'hall.staffing.calendar-year.published.v1', {
      year: 2027,
      noticeReference: '国办发明电〔2026〕1号',
      offDays: ['2027-01-01', ...off],
      makeUpDays,
      publishedAt: '2026-12-28T09:00:00+08:00',
      replaces: revision > 1,
      revision,
    });
    await eventually(async () => {
      await hall.setClock('2026-12-28T09:00:00+08:00');
      const known = await hall.sql(
        `select from known_calendar_years where hall_code = 'written' and year = 2027 and revision = $1`,
        [revision],
      );
      expect(known).toHaveLength(1);
      const after = await countedBy();
      expect(before.filter((version) => after.includes(version))).toEqual([]);
    });
  };
  await publish(1, ['2027-01-04'], []);
  const told = await submit({ materials: ['ID'] });
  await handOver(lead, told.correctionNotice.number);
  const untold = await submit({ materials: ['ID'] });
  const days = async () =>
    (await Promise.all([told, untold].map(({ id }) => hall.read(lead, id)))).map(
      ({ correctionNotice }) => correctionNotice.replyBy,
    );
  const due = async () =>
    (
      await hall.sql<{ day: string }>(
        `select (due_at at time zone 'Asia/Shanghai')::date as day from deadlines where hall_code = 'written' and subject = 'CORRECTION'`,
      )
    ).map(({ day }) => day);
  expect([await days(), await due()]).toEqual([['2027-01-13', '2027-01-13'], ['2027-01-13']]);
  // A day off less and a Saturday at work: two days earlier, were it not in writing.
  await publish(2, [], ['2027-01-09']);
  expect(await due()).toEqual(['2027-01-13']);
  expect(await handOver(lead, untold.correctionNotice.number)).toMatchObject({
    correctionNotice: { replyBy: '2027-01-13' },
  });
  expect(await due()).toEqual(['2027-01-13', '2027-01-13']);
  // A later day is the client's gain.
  await publish(3, ['2027-01-12', '2027-01-13'], []);
  expect(await due()).toEqual(['2027-01-18', '2027-01-18']);
  await hall.setClock('2027-01-18T16:59:00+08:00');
  expect(await hall.read(lead, told.id)).toMatchObject({ status: 'AWAITING_CORRECTION' });
  await hall.setClock('2027-01-18T17:01:00+08:00');
  expect(await hall.read(lead, told.id)).toMatchObject({ status: 'RETURNED' });
}, 30_000);
