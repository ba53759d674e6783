import { Client } from 'pg';
import { defaultValues } from '@hall/contracts';
import { eventually } from '@hall/testing';
import { useCases } from '../support/hall';

const hall = useCases(defaultValues, { lock: 15_000, write: 15_000, whole: 20_000, connect: 15_000 });
const item = '{ serviceItem(code: "I-1") { id } }';
const ready = async () => (await fetch(`${hall.service.service.url}/health/ready`)).status;

test('however many wait for one row, there is a connection for who reads, and the service is ready', async () => {
  const { lead, itemId, submit } = await hall.aHall('row');
  const { id } = await submit();
  const other = new Client({ connectionString: hall.service.database.migratorUrl });
  await other.connect();
  const waiting = async () =>
    (
      await hall.sql(
        `select from pg_stat_activity where datname = current_database() and usename = current_user and wait_event_type = 'Lock'`,
      )
    ).length;
  try {
    await other.query('begin');
    await other.query('select from cases.cases where id = $1 for update', [id.split('.')[1]]);
    const write = () =>
      hall.service.service.database.transaction((tx) =>
        tx.query('select from cases where id = $1 for update', [id.split('.')[1]]),
      );
    const changes = Array.from({ length: 20 }, () => write().catch((error: Error) => error.name));
    await eventually(async () => (await waiting()) === 7);
    expect(await ready()).toBe(200);
    expect((await lead(item)).data).toEqual({ serviceItem: { id: itemId } });
    expect(await waiting()).toBe(7);
    await other.query('rollback');
    await Promise.all(changes);
  } finally {
    await other.end();
  }
});
