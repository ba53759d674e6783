import { Client } from 'pg';
import { eventually } from '@hall/testing';
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
