import fc from 'fast-check';
import { classify, close, decide, registered, statistics, useComplaints } from '../support/hall';
import type { StatisticsInput } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;

test('S6.4i the month’s figures equal a plain count over the same facts, as of any instant', async () => {
  await aHallWithACase('figures');
  const desk = as('desk', 'figures');
  const day = (n: number): string => `2026-10-${String(n).padStart(2, '0')}T10:00:00+08:00`;
  const made: { received: number; decided?: number; closed?: number; channel: string; upheld: boolean }[] = [];
  const [shape] = fc.sample(
    fc.array(
      fc.record({
        received: fc.integer({ min: 12, max: 20 }),
        decideAfter: fc.option(fc.integer({ min: 0, max: 8 })),
        channel: fc.constantFrom('PHONE' as const, 'LETTER' as const),
        upheld: fc.boolean(),
      }),
      { minLength: 12, maxLength: 12 },
    ),
    { numRuns: 1, seed: 20261123 },
  );
  for (const { received, decideAfter, channel, upheld } of shape!) {
    await complaints.setClock(day(received));
    const { id } = await registered(desk, { channel });
    await classify(desk, id, { timeClass: 'URGENT' });
    const decided = decideAfter === null ? undefined : received + decideAfter;
    if (decided !== undefined) {
      await complaints.setClock(day(decided));
      await decide(desk, id, upheld ? 'UPHELD' : 'NOT_UPHELD');
      await close(desk, id);
    }
    made.push({ received, channel, upheld, ...(decided !== undefined && { decided, closed: decided }) });
  }
  const measures: StatisticsInput['measures'] = ['RECEIVED', 'CLOSED', 'OPEN_AT_END', 'UPHELD'];
  for (const asOfDay of [15, 20, 31]) {
    const known = made.filter(({ received }) => received <= asOfDay);
    const decided = known.filter(({ decided }) => decided !== undefined && decided <= asOfDay);
    const { rows } = await statistics(desk, { month: '2026-10', measures, asOf: `2026-10-${asOfDay}T23:00:00+08:00` });
    expect([asOfDay, rows[0]!.figures.map(({ value }) => value)]).toEqual([
      asOfDay,
      [known.length, decided.length, known.length - decided.length, decided.filter(({ upheld }) => upheld).length],
    ]);
  }
  const byChannel = await statistics(desk, {
    month: '2026-10',
    measures: ['RECEIVED'],
    groupBy: ['CHANNEL'],
    asOf: day(31),
  });
  const counted = Object.fromEntries(byChannel.rows.map(({ keys, figures }) => [keys[0]!.value, figures[0]!.value]));
  for (const channel of ['PHONE', 'LETTER'])
    expect([channel, counted[channel] ?? 0]).toEqual([channel, made.filter((c) => c.channel === channel).length]);
  const asOf = '2026-11-02T09:00:00+08:00';
  const asked: StatisticsInput = { month: '2026-10', measures: ['ON_TIME', 'LATE', 'DUE'], asOf };
  const [onTime, late, due] = (await statistics(desk, asked)).rows[0]!.figures.map(({ value }) => value!);
  expect(onTime! + late!).toBe(due);
  expect(await statistics(desk, asked)).toEqual(await statistics(desk, asked));
  await complaints.setClock('2026-11-23T09:00:00+08:00');
});
