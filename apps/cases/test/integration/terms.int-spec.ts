import { randomUUID } from 'node:crypto';
import { defaultValuesSchema } from '@hall/contracts';
import { eventually } from '@hall/testing';
import type { Loose } from '@hall/testing';
import { copyCase, lackedByCopies } from '../support/many-cases';
import { mutate, useCases } from '../support/hall';

const hall = useCases(undefined, undefined, { plants: lackedByCopies });

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

/** The levels of a hall's case deadlines that were notified, each with how often it was. */
async function told(hallCode: string): Promise<Record<string, number>> {
  const rows = await hall.sql<{ level: string; n: number }>(
    `select envelope->'data'->>'level' as level, count(*)::integer as n from outbox
      where hall_code = $1 and type = 'hall.cases.deadline.level-reached.v1' and envelope->'data'->>'subject' = 'CASE'
      group by 1`,
    [hallCode],
  );
  return Object.fromEntries(rows.map(({ level, n }) => [level, n]));
}

test('S3.5 amber, red, breach, section head, centre leader: each told once, in its time, in the record of the case', async () => {
  const { submit, lead } = await hall.aHall('ladder', { procedure: [{ name: '受理' }, { name: '送达' }] });
  const { id } = await submit();
  const at = async (now: string): Promise<string[]> => {
    await hall.setClock(`2026-${now}+08:00`);
    return (await hall.read(lead, id))['timeline'].slice(1).map(({ kind }: Loose) => kind);
  };
  expect(await at('11-27T16:59:00')).toEqual([]);
  expect(await at('11-27T17:00:00')).toEqual(['WARNED_AMBER', 'WARNED_RED']);
  expect(await at('11-30T17:00:00')).toHaveLength(2);
  expect(await at('11-30T17:01:00')).toEqual(['WARNED_AMBER', 'WARNED_RED', 'COMMITMENT_BREACHED']);
  expect((await at('12-01T17:00:00')).at(-1)).toBe('ESCALATED_TO_SECTION_HEAD');
  expect((await at('12-03T17:00:00')).at(-1)).toBe('ESCALATED_TO_CENTRE_LEADER');
  expect(await at('12-31T17:00:00')).toHaveLength(5);
  expect(await told('ladder')).toEqual({ AMBER: 1, RED: 1, BREACHED: 1, SECTION_HEAD: 1, CENTRE_LEADER: 1 });
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { commitment { warnedAt breachedAt } } }`, { id });
  expect(data!['case'].commitment).toEqual({
    warnedAt: '2026-11-27T17:00:00+08:00',
    breachedAt: '2026-11-30T17:00:00+08:00',
  });
});

test('S3.5 two workers and a restart during ten thousand simultaneous breaches: every level exactly once', async () => {
  const copies = 10_000;
  const { submit } = await hall.aHall('storm', { procedure: [{ name: '受理' }, { name: '送达' }] });
  const { number } = await submit();
  await copyCase(hall.sql, number, copies);
  const second = await hall.service.another();
  const clockOf = (worker: { clock: unknown }) => worker.clock as { set(now: Date): void };
  const late = new Date('2026-12-01T09:00:00+08:00');
  clockOf(second).set(late);
  clockOf(hall.service.service).set(late);
  const left = async (): Promise<number> => {
    const [row] = await hall.sql<{ n: number }>(
      `select count(*)::integer as n from deadlines where hall_code = 'storm' and next_level_at <= '2026-12-01T09:00:00+08:00'`,
    );
    return row!.n;
  };
  await eventually(async () => (await left()) < copies - 500, { withinMs: 20_000 });
  await hall.service.restart();
  clockOf(hall.service.service).set(late);
  await eventually(async () => (await left()) === 0, { withinMs: 25_000 });
  await second.close();
  const each = copies + 1;
  expect(await told('storm')).toEqual({ AMBER: each, RED: each, BREACHED: each });
  const [lines] = await hall.sql<{ n: number; people: number }>(
    `select count(*)::integer as n, count(distinct (case_id, kind))::integer as people from case_actions
      where hall_code = 'storm' and kind in ('WARNED_AMBER', 'WARNED_RED', 'COMMITMENT_BREACHED')`,
  );
  expect(lines).toEqual({ n: 3 * each, people: 3 * each });
}, 60_000);

test('A-30 a term that cannot be worked out holds nobody else up, neither in its own hall nor in another', async () => {
  const faulty = await hall.aHall('faulty');
  const sound = await hall.aHall('sound');
  const { id, number } = await faulty.submit();
  await copyCase(hall.sql, number, 5);
  await sound.submit();
  // A start without a limit, as no rule would ever write it.
  await hall.sql(
    `insert into deadline_events (hall_code, deadline_id, sequence, kind, at, details) values ('faulty', $1, 2, 'START', '2026-11-23T09:00:00+08:00', '{}')`,
    [id.replace('faulty.', '')],
  );
  await hall.setClock('2026-12-01T09:00:00+08:00');
  expect(await told('faulty')).toMatchObject({ BREACHED: 5 });
  expect(await told('sound')).toMatchObject({ BREACHED: 1 });
});

test('A-30 the 2027 notice moves every open term that it concerns, once, with before, after and reason', async () => {
  const { submit, lead, hallCode } = await hall.aHall('moved');
  const near = await submit();
  await hall.setClock('2026-12-28T09:00:00+08:00');
  const far = await submit();
  const done = await submit();
  await mutate(lead, 'withdrawCase', { caseId: done['id'], reason: '不办了' });
  expect(far['slip']).toMatchObject({ dueOn: '2027-01-05', provisional: true });
  // January 2nd, 3rd and 4th off, Saturday the 9th worked instead: the notice that nobody had seen yet.
  const off = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', ...restOf2027];
  const publish = (revision: number, makeUpDays: string[]) =>
    hall.staffing.state(hallCode, '2027', 'hall.staffing.calendar-year.published.v1', {
      year: 2027,
      noticeReference: `国办发明电〔2026〕${revision}号`,
      offDays: off,
      makeUpDays,
      publishedAt: '2026-12-28T09:00:00+08:00',
      replaces: revision > 1,
      revision,
    });
  await publish(1, ['2027-01-09']);
  const dates = async (id: string) =>
    (
      await lead(
        `query ($id: ID!) { case(id: $id) { commitment { dueOn provisional moves { dueBefore dueAfter reason } } timeline { kind clause } } }`,
        { id },
      )
    ).data!['case'];
  await eventually(async () => expect((await dates(far['id'])).commitment.moves).toHaveLength(1), { withinMs: 20_000 });
  expect(await dates(far['id'])).toMatchObject({
    commitment: {
      dueOn: '2027-01-06',
      provisional: false,
      moves: [
        {
          dueBefore: '2027-01-05T17:00:00+08:00',
          dueAfter: '2027-01-06T17:00:00+08:00',
          reason: expect.stringContaining('→'),
        },
      ],
    },
    timeline: expect.arrayContaining([{ kind: 'DATE_MOVED', clause: 'A-30' }]),
  });
  expect((await dates(near['id'])).commitment.moves).toEqual([]);
  expect((await dates(done['id'])).commitment.moves).toEqual([]);
  const rows = await hall.sql(
    `select from outbox where hall_code = 'moved' and type = 'hall.cases.deadline.moved.v1' and envelope->'data'->>'subject' = 'CASE'`,
  );
  expect(rows).toHaveLength(1);
});

test('A-30 a calendar that goes back to an arrangement of before moves every date back, and each move is on record', async () => {
  const { submit, lead, hallCode } = await hall.aHall('back');
  await hall.setClock('2026-12-28T09:00:00+08:00');
  const { id } = await submit();
  const dated = `query ($id: ID!) { case(id: $id) { commitment { dueAt dueOn moves { dueBefore dueAfter reason } } } }`;
  const read = async () => (await lead(dated, { id })).data!['case'].commitment;
  const moved = async (revision: number, off: string[], dueOn: string): Promise<void> => {
    await hall.staffing.state(hallCode, '2027', 'hall.staffing.calendar-year.published.v1', {
      year: 2027,
      noticeReference: '国办发明电〔2026〕1号',
      offDays: ['2027-01-01', ...off, ...restOf2027],
      makeUpDays: [],
      publishedAt: '2026-12-28T09:00:00+08:00',
      replaces: revision > 1,
      revision,
    });
    await eventually(async () => {
      await hall.setClock('2026-12-28T09:00:00+08:00');
      const { dueAt, moves, ...of } = await read();
      expect(of).toEqual({ dueOn });
      expect(moves.at(-1)).toMatchObject({ dueAfter: dueAt });
    });
  };
  await moved(1, ['2027-01-04', '2027-01-05'], '2027-01-07');
  await moved(2, ['2027-01-04'], '2027-01-06');
  await moved(3, ['2027-01-04', '2027-01-05'], '2027-01-07');
  await moved(4, ['2027-01-04'], '2027-01-06');
  const { moves, dueAt } = await read();
  expect(await hall.sql(`select due_at from cases where hall_code = 'back'`)).toEqual([{ due_at: new Date(dueAt) }]);
  expect(moves.map(({ dueBefore, dueAfter }: Loose) => [dueBefore, dueAfter].map((at) => at.slice(5, 10)))).toEqual([
    ['01-05', '01-07'],
    ['01-07', '01-06'],
    ['01-06', '01-07'],
    ['01-07', '01-06'],
  ]);
  const stated = await hall.sql(
    `select from outbox where hall_code = 'back' and type = 'hall.cases.deadline.moved.v1' and envelope->'data'->>'subject' = 'CASE'`,
  );
  expect(stated).toHaveLength(4);
}, 30_000);

test('A-30 another ladder reaches what was open before it was set, and moves no date', async () => {
  const { submit, lead } = await hall.aHall('rungs');
  const { id } = await submit();
  await hall.setClock('2026-11-25T09:00:00+08:00');
  expect(await told('rungs')).toEqual({});
  await hall.service.restart(defaultValuesSchema.parse({ 'A-30': { warnAtLastOfParts: 2 } }));
  try {
    await eventually(async () => {
      await hall.setClock('2026-11-25T09:00:00+08:00');
      const [row] = await hall.sql(`select next_level_at from deadlines where hall_code = 'rungs' and id = $1`, [
        id.replace('rungs.', ''),
      ]);
      expect(row).toEqual({ next_level_at: new Date('2026-11-26T17:00:00+08:00') });
    });
    await hall.setClock('2026-11-26T17:00:00+08:00');
    expect(await told('rungs')).toEqual({ AMBER: 1 });
    const { data } = await lead(`query ($id: ID!) { case(id: $id) { commitment { dueOn moves { at } } } }`, { id });
    expect(data!['case'].commitment).toEqual({ dueOn: '2026-11-30', moves: [] });
  } finally {
    await hall.service.restart();
  }
});

test('A-30 the Labour Day change of 2019 on many open terms: each is moved once, with before and after', async () => {
  await hall.setClock('2019-03-20T09:00:00+08:00');
  const { submit, hallCode } = await hall.aHall('labour', { procedure: [{ name: '受理' }, { name: '送达' }] });
  const publish = async (revision: number, off: string[], makeUp: string[]): Promise<void> => {
    await hall.staffing.state(hallCode, '2019', 'hall.staffing.calendar-year.published.v1', {
      year: 2019,
      noticeReference: revision === 1 ? '国办发明电〔2018〕15号' : '国办发明电〔2019〕2号',
      offDays: [...otherHolidaysOf2019, ...off],
      makeUpDays: ['2019-02-02', '2019-02-03', '2019-09-29', '2019-10-12', ...makeUp],
      publishedAt: '2019-03-20T09:00:00+08:00',
      replaces: true,
      revision,
    });
    await eventually(async () => {
      const rows = await hall.sql(`select from known_calendar_years where hall_code = 'labour' and revision = $1`, [
        revision,
      ]);
      expect(rows).toHaveLength(1);
    });
  };
  // As first announced: one day off. Changed on March 22nd: four days off, two Sundays worked instead.
  await publish(1, ['2019-05-01'], []);
  await hall.setClock('2019-04-25T09:00:00+08:00');
  const { number, slip } = await submit();
  expect(slip.dueOn).toBe('2019-05-03');
  const copies = 3_000;
  await copyCase(hall.sql, number, copies);
  await publish(2, days('2019-05-01', 4), ['2019-04-28', '2019-05-05']);
  const moved = async (): Promise<Loose> => {
    const [row] = await hall.sql(
      `select count(*)::integer as n, count(distinct deadline_id)::integer as terms,
              array_agg(distinct (due_before at time zone 'Asia/Shanghai')::date::text || ' → ' || (due_after at time zone 'Asia/Shanghai')::date) as moves
         from deadline_moves where hall_code = 'labour'`,
    );
    return row!;
  };
  await eventually(async () => expect((await moved())['n']).toBe(copies + 1), { withinMs: 20_000 });
  expect(await moved()).toMatchObject({ terms: copies + 1, moves: ['2019-05-03 → 2019-05-05'] });
  const [due] = await hall.sql<{ day: string; said: number }>(
    `select distinct (due_at at time zone 'Asia/Shanghai')::date::text as day,
            (select count(*)::integer from outbox where hall_code = 'labour' and type = 'hall.cases.deadline.moved.v1') as said
       from cases where hall_code = 'labour'`,
  );
  expect(due).toEqual({ day: '2019-05-05', said: copies + 1 });
}, 40_000);

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_none, n) => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10));
const restOf2027 = [
  ...days('2027-02-05', 8),
  ...days('2027-04-05', 1),
  ...days('2027-05-01', 5),
  ...days('2027-06-09', 1),
  ...days('2027-09-15', 1),
  ...days('2027-10-01', 7),
];
const otherHolidaysOf2019 = [
  ...days('2019-01-01', 1),
  ...days('2019-02-04', 7),
  ...days('2019-04-05', 3),
  ...days('2019-06-07', 3),
  ...days('2019-09-13', 3),
  ...days('2019-10-01', 7),
];

test('A-30 a ledger is append-only: what happened to a term cannot be rewritten by the application', async () => {
  for (const sql of [
    'update deadline_events set at = now()',
    'delete from deadline_events',
    'delete from deadline_levels',
    'update deadline_levels set at = now()',
    'delete from deadline_moves',
    'update correction_notices set reply_by = now()',
    'delete from correction_notices',
    'delete from applicant_reveals',
    'delete from cases',
  ]) {
    await expect(hall.sql(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  }
  await expect(
    hall.sql(
      `insert into correction_notices (hall_code, number, case_id, issued_at, issued_by_id, reply_by) values ('x', $1, $2, now(), $2, now())`,
      ['n', randomUUID()],
    ),
  ).rejects.toMatchObject({ driverError: { code: '23503' } });
});
