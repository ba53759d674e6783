import { Client } from 'pg';
import { defaultValues } from '@hall/contracts';
import { eventually } from '@hall/testing';
import { applicant, useCases } from '../support/hall';

const hall = useCases(defaultValues, { lock: 400, connect: 400 });
const busy = {
  message: '系统繁忙，请稍后重试 / Busy at the moment; please try again shortly',
  extensions: { code: 'UNAVAILABLE', retryAfterSeconds: 2 },
};
const item = '{ serviceItem(code: "I-1") { id } }';

test('what somebody else holds for long is refused in time, reads and changes alike, and succeeds afterwards', async () => {
  const { lead, itemId, windowId, submit } = await hall.aHall('held');
  const submission = { itemId, windowId, applicant, materials: ['ID', 'FORM'] };
  const change = () =>
    lead('mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { __typename } }', { input: submission });
  const { id } = await submit();
  const read = () => lead('query ($id: ID!) { case(id: $id) { id } }', { id });
  const other = new Client({ connectionString: hall.service.database.migratorUrl });
  await other.connect();
  try {
    await other.query('begin; lock table cases.cases in access exclusive mode');
    // More than there are connections: those who get none in time are refused as well.
    const answers = await Promise.all([...Array.from({ length: 15 }, change), ...Array.from({ length: 15 }, read)]);
    for (const { errors } of answers) expect(errors).toMatchObject([busy]);
    await other.query('rollback');
  } finally {
    await other.end();
  }
  expect((await read()).data!['case']).toEqual({ id });
  expect((await change()).data!['submitCase']).toEqual({ __typename: 'Case' });
  expect((await fetch(`${hall.service.service.url}/health/ready`)).status).toBe(200);
});

test('connections that the server has ended are replaced', async () => {
  const { lead, itemId, submit } = await hall.aHall('ended');
  await hall.service.database.asOwner('select count(*)');
  await hall.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()',
  );
  await eventually(async () => expect((await lead(item)).data).toEqual({ serviceItem: { id: itemId } }));
  expect(await submit()).toMatchObject({ status: 'ACCEPTED' });
});

test('what no column can hold is the request’s mistake, not a fault', async () => {
  const { lead, windowId } = await hall.aHall('odd');
  const { errors } = await lead(
    'mutation ($input: RecordContactInput!) { recordContact(input: $input) { __typename } }',
    {
      input: { channel: 'WINDOW', subject: 'no\u0000thing', windowId },
    },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
