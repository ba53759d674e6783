import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createEvent } from '@hall/contracts';
import type { EventOf } from '@hall/contracts';
import { hallCalendar, plainDate } from '@hall/kernel';
import {
  laterDirectoryTables,
  directoryHandlers,
  directoryTables,
  findCalendar,
  findCalendars,
} from '@hall/platform/directory';
import { createLogger } from '@hall/platform/logging';
import { Database } from '@hall/platform/postgres';
import { createServiceDatabase } from '@hall/testing';
import type { ServiceDatabase } from '@hall/testing';

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
