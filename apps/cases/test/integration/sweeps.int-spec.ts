import { Client } from 'pg';
import type { HallKey } from '@hall/kernel';
import { createDeadlineStore } from '@hall/platform/deadlines';
import type { Tx } from '@hall/platform/postgres';
import { eventually } from '@hall/testing';
import { createCaseStore } from '../../src/persistence/cases/case-store';
import { answerable, answeredThen } from '../../src/persistence/deadlines/answerable';
import { mutate, offerContact, useCases, wholeItem } from '../support/hall';
import { copyCase, lackedByCopies } from '../support/many-cases';

const hall = useCases(undefined, undefined, { plants: lackedByCopies });

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

/** Makes every change of a poisoned hall's rows fail, as a row does that no rule can work on. */
async function poison(table: string, hallCode: string, state = 'P0001'): Promise<void> {
  await hall.service.database.asOwner(`
    set search_path to cases;
    create or replace function poison_${table}() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '${state}', message = 'poisoned'; end $$;
    create or replace trigger poison before update on ${table} for each row when (old.hall_code = '${hallCode}')
      execute function poison_${table}();`);
}

test('A-30 five hundred terms that cannot be worked out never stop another hall', async () => {
  const faulty = await hall.aHall('poisoned-terms');
  const sound = await hall.aHall('sound-terms');
  const { number } = await faulty.submit();
  await copyCase(hall.sql, number, 500);
  const { id } = await sound.submit({ contactId: undefined });
  await poison('deadlines', 'poisoned-terms');
  // Due a minute earlier than the sound one, so that they fill the batch.
  await hall.service.database.asOwner(`
    alter table cases.deadlines disable trigger poison;
    update cases.deadlines set next_level_at = next_level_at - interval '1 minute' where hall_code = 'poisoned-terms';
    alter table cases.deadlines enable trigger poison;`);
  await hall.setClock('2026-12-01T09:00:00+08:00');
  expect(await hall.read(sound.lead, id)).toMatchObject({ commitment: { breachedAt: '2026-11-30T17:00:00+08:00' } });
}, 60_000);

test('S2.2c two hundred referrals that cannot be returned never stop another hall', async () => {
  const faulty = await hall.aHall('poisoned-referrals');
  const sound = await hall.aHall('sound-referrals');
  await offerContact(faulty.lead, faulty.windowId, faulty.otherWindowId);
  await hall.sql(
    `with copied as (
       insert into contacts
       select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* from contacts c, generate_series(1, 200)
        where c.hall_code = 'poisoned-referrals' returning id)
     insert into referrals
     select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'contact_id', copied.id))).* from referrals r, copied
      where r.hall_code = 'poisoned-referrals'`,
  );
  await poison('referrals', 'poisoned-referrals');
  await hall.setClock('2026-11-23T09:01:00+08:00');
  const id = await offerContact(sound.lead, sound.windowId, sound.otherWindowId);
  await hall.setClock('2026-11-23T09:20:00+08:00');
  const state = () => hall.sql('select state from referrals where contact_id = $1', [id.split('.')[1]]);
  // The worker's own round may hold the row while ours comes by.
  await eventually(async () => expect(await state()).toEqual([{ state: 'RETURNED' }]));
}, 60_000);

test('S3.3a fifty drafts that cannot be published never stop another hall', async () => {
  const faulty = await hall.aHall('poisoned-items');
  const sound = await hall.aHall('sound-items');
  const plan = async (of: typeof sound, code: string): Promise<void> => {
    const office = hall.office(of.hallCode);
    const input = { departmentId: of.departmentId, code, name: code, ...wholeItem };
    await mutate(office, 'draftServiceItem', { input }, '... on ServiceItem { id }');
    const planned = { code, validFrom: '2026-11-24' } as const;
    await mutate(office, 'publishServiceItem', planned, '... on ServiceItem { id }');
  };
  for (let n = 0; n < 50; n++) await plan(faulty, `P-${n}`);
  await plan(sound, 'S-1');
  await poison('service_items', 'poisoned-items');
  await hall.setClock('2026-11-24T09:00:00+08:00');
  const rows = await hall.sql('select current_version from service_items where hall_code = $1 and code = $2', [
    'sound-items',
    'S-1',
  ]);
  expect(rows).toEqual([{ current_version: 1 }]);
}, 60_000);

describe('A-30 six hundred terms in front of a sound one never stop it', () => {
  /** Copies of a term, due a minute earlier than the sound one, so that they fill the batch. */
  async function inFront(name: string) {
    const faulty = await hall.aHall(`${name}-front`);
    const sound = await hall.aHall(`${name}-sound`);
    const { number } = await faulty.submit();
    await copyCase(hall.sql, number, 600);
    const { id } = await sound.submit({ contactId: undefined });
    await hall.service.database.asOwner(
      `update cases.deadlines set next_level_at = next_level_at - interval '1 minute' where hall_code = '${name}-front'`,
    );
    return { hallCode: `${name}-front`, sound, id };
  }
  const isBreached = async ({ sound, id }: Awaited<ReturnType<typeof inFront>>): Promise<void> => {
    await hall.setClock('2026-12-01T09:00:00+08:00');
    expect(await hall.read(sound.lead, id)).toMatchObject({ commitment: { breachedAt: '2026-11-30T17:00:00+08:00' } });
  };

  test('when their cases are missing', async () => {
    const all = await inFront('orphaned');
    await hall.service.database.asOwner(
      `update cases.deadlines set owner_id = gen_random_uuid() where hall_code = '${all.hallCode}'`,
    );
    await isBreached(all);
  }, 60_000);

  test('when somebody else holds them', async () => {
    const all = await inFront('held');
    const other = new Client({ connectionString: hall.service.database.migratorUrl });
    await other.connect();
    try {
      await other.query('begin');
      await other.query('select from cases.deadlines where hall_code = $1 for update', [all.hallCode]);
      await isBreached(all);
    } finally {
      await other.end();
    }
  }, 60_000);

  test.each(['55000', '57014', '40001'])(
    'when they meet what passes by itself elsewhere (%s)',
    async (state) => {
      const all = await inFront(`passing-${state}`);
      await poison('deadlines', all.hallCode, state);
      await isBreached(all);
    },
    60_000,
  );
});

describe('A-30 what a sweep has set aside is left out by its statement, so that what stands behind it is found', () => {
  /** Looks for one after the other, each time past what was found before, until there is none. */
  async function oneByOne(
    find: (tx: Tx, aside: readonly string[]) => Promise<readonly HallKey[]>,
    others: readonly string[] = [],
  ): Promise<string[]> {
    const found: string[] = [];
    // One more than there is of anything here: a statement that finds the same again does not end.
    for (let n = 0; n < 20; n++) {
      const [key] = await hall.service.service.database.transaction((tx) => find(tx, [...others, ...found]));
      if (!key) return found.sort();
      found.push(key.id);
    }
    return found;
  }
  const idsOf = async (sql: string, hallCode: string): Promise<string[]> =>
    (await hall.sql(`${sql} order by id`, [hallCode])).map(({ id }) => id as string);

  test.each(['a calendar of its own', 'none'])('terms to be worked out anew, of a hall with %s', async (calendar) => {
    const hallCode = `aside-${calendar.split(' ').length}`;
    const { submit } = await hall.aHall(hallCode);
    for (let n = 0; n < 3; n++) await submit();
    if (calendar !== 'none')
      await hall.service.database.asOwner(
        `insert into cases.hall_calendars (hall_code, version)
         select hall_code, min(calendar_version) from cases.deadlines where hall_code = '${hallCode}' group by hall_code`,
      );
    const open = await idsOf('select id from deadlines where hall_code = $1 and is_open', hallCode);
    const others = await idsOf('select id from deadlines where hall_code <> $1', hallCode);
    expect(open.length).toBeGreaterThanOrEqual(3);
    // By another ladder than the worker's own, which has nothing to do here.
    const deadlines = createDeadlineStore(answerable, answeredThen);
    expect(await oneByOne((tx, aside) => deadlines.findOutdated(tx, 'another', 1, aside), others)).toEqual(open);
  });

  test('S3.4c A-11 results at a closed window', async () => {
    const { submit, lead, windowCloses } = await hall.aHall('aside-pickups');
    for (let n = 0; n < 3; n++) {
      const { id } = await submit();
      await mutate(lead, 'decideCase', { caseId: id, approved: true, grounds: '符合条件' });
    }
    const waiting = await idsOf(`select id from cases where hall_code = $1 and status = 'DECIDED'`, 'aside-pickups');
    expect(waiting).toHaveLength(3);
    // In the evening the worker names no substitute.
    await hall.setClock('2026-11-23T20:00:00+08:00');
    await windowCloses('2026-11-23T20:00:00+08:00');
    const { findClosedPickups } = createCaseStore(hall.cipher);
    await eventually(async () => {
      const found = await oneByOne((tx, aside) => findClosedPickups(tx, ['aside-pickups'], 1, aside));
      expect(found).toEqual(waiting);
    });
  });
});
