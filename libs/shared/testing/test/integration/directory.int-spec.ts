import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createEvent } from '@hall/contracts';
import type { EventData, EventOf, EventType } from '@hall/contracts';
import { hallCalendar, plainDate } from '@hall/kernel';
import { directoryHandlers, findCalendar, findCalendars } from '@hall/platform/directory';
import { createLogger } from '@hall/platform/logging';
import { Database } from '@hall/platform/postgres';
import { createServiceDatabase } from '@hall/testing';
import type { ServiceDatabase } from '@hall/testing';
import { directoryTables, laterDirectoryTables } from '../support/directory-tables';

class CreateDirectory1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(directoryTables('directory_app') + laterDirectoryTables('directory_app'));
  }

  async down(): Promise<void> {}
}

const type = 'hall.staffing.calendar-year.published.v1';
const logger = createLogger({ service: 'test', level: 'silent' });

let files: ServiceDatabase;
let database: Database;

beforeAll(async () => {
  files = await createServiceDatabase('directory', [CreateDirectory1790000000000]);
  database = await Database.connect({ url: files.url, applicationName: 'test', schema: 'directory', logger });
});

afterAll(async () => {
  await database?.close();
  await files?.drop();
});

const { off, makeUp } = hallCalendar.years
  .find(({ year }) => year === 2026)!
  .holidays.reduce<{ off: string[]; makeUp: string[] }>(
    (days, holiday) => ({ off: [...days.off, ...holiday.off], makeUp: [...days.makeUp, ...holiday.makeUp] }),
    { off: [], makeUp: [] },
  );

/** The publication of 2026 with one more day off. */
function published(hallCode: string, revision: number, dayOff: string): EventOf<typeof type> {
  const at = new Date('2026-11-23T09:00:00+08:00');
  return createEvent({
    id: randomUUID(),
    type,
    hallCode,
    aggregateId: '2026',
    sequence: revision,
    time: at,
    correlationId: 'test',
    data: {
      year: 2026,
      noticeReference: '更正',
      offDays: [...off, dayOff],
      makeUpDays: makeUp,
      publishedAt: at.toISOString(),
      replaces: true,
      revision,
    },
  });
}
const hear = (event: EventOf<typeof type>): Promise<void> =>
  database.transaction((tx) => directoryHandlers[type](tx, event));
const isOff = async (hallCode: string, day: string): Promise<boolean> =>
  !(await database.transaction((tx) => findCalendar(tx, hallCode))).isWorkday(plainDate(day));

test('A-30 a hall that has published nothing works by the built-in calendar', async () => {
  expect(await database.transaction((tx) => findCalendar(tx, 'silent'))).toBe(hallCalendar);
});

test('A-30 the last publication of a year is in force, in whatever order and however often they arrive', async () => {
  const [first, second] = [published('ordered', 1, '2026-12-01'), published('ordered', 2, '2026-12-02')];
  await hear(first);
  expect(await isOff('ordered', '2026-12-01')).toBe(true);
  for (const event of [second, first, second, first]) await hear(event);
  expect([await isOff('ordered', '2026-12-01'), await isOff('ordered', '2026-12-02')]).toEqual([false, true]);
  await hear(second);
  const rows = await database.query(`select year, revision from known_calendar_years where hall_code = 'ordered'`);
  expect(rows).toEqual([{ year: 2026, revision: 2 }]);
});

test('A-30 the calendars of many halls take one statement, and halls with the same years share one', async () => {
  for (const hall of ['east', 'west']) await hear(published(hall, 1, '2026-12-03'));
  const statements: string[] = [];
  const stop = database.onStatement((sql) => statements.push(sql));
  const calendars = await findCalendars(database, ['east', 'west', 'north']);
  stop();
  expect(statements).toHaveLength(1);
  expect(calendars.get('east')).toBe(calendars.get('west'));
  expect(calendars.get('north')).toBe(hallCalendar);
  expect(await findCalendar(database, 'east')).toBe(calendars.get('east'));
});

/** The directory's rows of a hall, table by table, without the name of the hall. */
async function directoryOf(hallCode: string): Promise<unknown[]> {
  const tables = ['halls', 'departments', 'windows', 'staff', 'posts', 'calendar_years'];
  const rows = tables.map((table) =>
    database.query(`select to_jsonb(t) - 'hall_code' as row from known_${table} t where hall_code = $1 order by 1`, [
      hallCode,
    ]),
  );
  return Promise.all(rows);
}

type DirectoryType = keyof typeof directoryHandlers & EventType;
type Fact = {
  [T in DirectoryType]: { readonly type: T; readonly sequence: number; readonly data: EventData<T> };
}[DirectoryType];

async function hearFact(hallCode: string, { type: of, sequence, data }: Fact): Promise<void> {
  const event = { hallcode: hallCode, sequence, data } as never;
  await database.transaction((tx) => directoryHandlers[of](tx, event));
}

const days = ['2026-12-01', '2026-12-02', '2026-12-03'];
const times = ['08:00', '09:00', '10:00'];
const [one, two, three] = Array.from({ length: 3 }, () => randomUUID()) as [string, string, string];
const words = fc.constantFrom('甲', '乙', '丙');
const things = fc.constantFrom(one, two, three);
const instants = fc.constantFrom('2026-11-23T01:00:00.000Z', '2026-11-24T01:00:00.000Z');
const holders = fc.option(
  fc.record({
    staffId: things,
    role: fc.constantFrom('LEAD' as const, 'DEPUTY' as const),
    actingForId: fc.option(things),
    coverId: fc.option(things),
    since: instants,
  }),
);

/** What staffing can say about one thing, one fact after the other. */
function history<T extends DirectoryType>(of: T, data: fc.Arbitrary<EventData<T>>): fc.Arbitrary<Fact[]> {
  const inOrder = (all: EventData<T>[]) => all.map((each, n) => ({ type: of, sequence: n + 1, data: each }) as Fact);
  return fc.array(data, { minLength: 1, maxLength: 3 }).map(inOrder);
}

const ofPost = (postId: string) =>
  fc.tuple(things, fc.array(holders, { maxLength: 3 })).map(([windowId, changes]): Fact[] => [
    {
      type: 'hall.staffing.post.registered.v1',
      sequence: 1,
      data: { postId, code: 'P', name: '岗', windowId, duties: [], leadId: one, deputyId: two },
    },
    ...changes.map((holder, n) => ({
      type: 'hall.staffing.post.authority-changed.v1' as const,
      sequence: n + 2,
      data: { postId, windowId, holder, previousHolderId: null, cause: 'CHECK_IN', at: '2026-11-23T01:00:00.000Z' },
    })),
  ]);

const histories = fc.tuple(
  history(
    'hall.staffing.hall.registered.v1',
    fc.record({
      hallCode: fc.constant('any'),
      name: words,
      timeZone: fc.constant('Asia/Shanghai'),
      sessions: fc.array(fc.record({ from: fc.constantFrom(...times), to: fc.constantFrom(...times) }), {
        minLength: 1,
      }),
    }),
  ),
  history(
    'hall.staffing.department.registered.v1',
    fc.record({ departmentId: fc.constant(one), code: words, name: words, headId: fc.option(things) }),
  ),
  history(
    'hall.staffing.window.registered.v1',
    fc.record({ windowId: fc.constant(two), number: words, name: words, departmentId: things }),
  ),
  history(
    'hall.staffing.staff.registered.v1',
    fc.record({
      staffId: fc.constant(three),
      account: words,
      badgeNumber: words,
      name: words,
      departmentId: things,
      roles: fc.subarray(['OFFICER' as const, 'ADMIN' as const]),
    }),
  ),
  ofPost(one),
  ofPost(two),
  history(
    type,
    fc.record({
      year: fc.constant(2026),
      noticeReference: words,
      offDays: fc.subarray(days),
      makeUpDays: fc.subarray(days),
      publishedAt: instants,
      replaces: fc.boolean(),
      revision: fc.nat(),
    }),
  ),
);

test('any order and any repetition of facts end in the same directory', async () => {
  const told = histories
    .map((all) => all.flat())
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length })),
    );
  await fc.assert(
    fc.asyncProperty(told, async ([facts, heard]) => {
      const [orderly, disorderly] = [randomUUID(), randomUUID()];
      for (const fact of facts) await hearFact(orderly, fact);
      // What was lost on the way comes again in the end.
      for (const fact of [...heard, ...facts.filter((each) => !heard.includes(each))]) await hearFact(disorderly, fact);
      expect(await directoryOf(disorderly)).toEqual(await directoryOf(orderly));
    }),
    { numRuns: 20 },
  );
});
