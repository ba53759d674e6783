import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { answeredThen } from '../../src/persistence/deadlines/answerable';
import { decide } from '../support/case-acts';
import { mutate, useCases } from '../support/hall';

const hall = useCases();

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
const local = (id: string): string => id.slice(id.indexOf('.') + 1);

/** Whom the events name that say what was reached, level by level. */
async function named(hallCode: string, subject: string): Promise<Record<string, string>> {
  const rows = await hall.sql<{ level: string; who: string }>(
    `select envelope->'data'->>'level' as level, envelope->'data'->>'answerableId' as who from outbox
      where hall_code = $1 and type = 'hall.cases.deadline.level-reached.v1' and envelope->'data'->>'subject' = $2 order by id`,
    [hallCode, subject],
  );
  return Object.fromEntries(rows.map(({ level, who }) => [level, who]));
}

/** Who answered at each level that a part has reached, as it is said of late news: out of the record. */
async function onRecord(hallCode: string): Promise<Record<string, string>> {
  const rows = await hall.sql<{ level: string; who: string }>(
    `select r.level, (${answeredThen})::text as who from deadline_levels r
       join deadlines d on d.hall_code = r.hall_code and d.id = r.deadline_id where d.hall_code = $1 and d.subject = 'JOINT_TASK'`,
    [hallCode],
  );
  return Object.fromEntries(rows.map(({ level, who }) => [level, who]));
}

/** Who is shown to answer for the alerts about a subject. */
async function alerted(ask: Ask, subject: string): Promise<string[]> {
  const { data } = await ask('{ alerts { edges { node { subject responsible { id } } } } }');
  const nodes: Loose[] = data!['alerts'].edges.map(({ node }: Loose) => node);
  return nodes.filter((alert) => alert['subject'] === subject).map(({ responsible }) => responsible.id);
}

async function aJointCase(hallCode: string) {
  const base = await hall.aHall(hallCode);
  const itemId = await hall.publish(base, {
    code: 'J-1',
    handlingType: 'JOINT',
    promisedLimit: days(8),
    participants: [{ departmentId: base.secondDepartmentId, stage: 1, limit: days(2) }],
  });
  const { id, participants } = await base.submit({ itemId });
  return { ...base, id: id as string, taskId: participants[0].id as string };
}

test('S3.4d S4.5b: the part of another department is charged there: to its head, and never to the lead window', async () => {
  const { hallCode, secondHeadId, lead } = await aJointCase('ofhead');
  await hall.setClock('2026-11-25T17:01:00+08:00');
  expect(await named(hallCode, 'JOINT_TASK')).toMatchObject({ BREACHED: local(secondHeadId) });
  expect(await alerted(hall.leader(hallCode), 'JOINT_TASK')).toEqual([secondHeadId]);
  expect(await alerted(lead, 'JOINT_TASK')).toEqual([]);
  expect(await alerted(hall.as('head2', hallCode, 'SECTION_HEAD'), 'JOINT_TASK')).toEqual([secondHeadId]);
});

test('S3.4d A-12: whoever takes the part of their department answers for it from then on, and nobody of another can', async () => {
  const { hallCode, id, taskId, neighbourId, secondHeadId, lead } = await aJointCase('taken');
  const neighbour = hall.officer('neighbour', hallCode);
  const part = '... on Case { participants { state takenAt takenBy { id } responsible { id } } }';
  const take = (ask: Ask) => mutate(ask, 'takeJointTask', { taskId }, part);
  expect(await take(lead)).toMatchObject({ code: 'TASK_OF_OTHER_DEPARTMENT', clause: 'S1.5c' });
  expect((await lead(`query ($id: ID!) { case(id: $id) { ${part} } }`, { id })).data!['case'].participants).toEqual([
    { state: 'OPEN', takenAt: null, takenBy: null, responsible: { id: secondHeadId } },
  ]);
  expect(await take(neighbour)).toMatchObject({
    participants: [
      { takenAt: '2026-11-23T09:00:00+08:00', takenBy: { id: neighbourId }, responsible: { id: neighbourId } },
    ],
  });
  expect(await take(neighbour)).toMatchObject({ code: 'TASK_TAKEN', clause: 'S3.4d' });
  await hall.setClock('2026-11-25T17:01:00+08:00');
  expect(await named(hallCode, 'JOINT_TASK')).toMatchObject({ BREACHED: local(neighbourId) });
  expect(await alerted(neighbour, 'JOINT_TASK')).toEqual([neighbourId]);
  await mutate(neighbour, 'giveOpinion', { taskId, agreed: true, opinion: '同意' });
  expect(await take(neighbour)).toMatchObject({ code: 'TASK_NOT_OPEN' });
});

test('S3.4d S5.4c: a part that changes hands in its department leaves what broke before to whoever had it then', async () => {
  const { hallCode, taskId, neighbourId, secondHeadId } = await aJointCase('handed');
  const part = '... on Case { participants { responsible { id } } }';
  const take = (ask: Ask) => mutate(ask, 'takeJointTask', { taskId }, part);
  await take(hall.officer('neighbour', hallCode));
  await hall.setClock('2026-11-25T17:01:00+08:00');
  const second = await take(hall.as('head2', hallCode, 'SECTION_HEAD'));
  expect(second).toMatchObject({ participants: [{ responsible: { id: secondHeadId } }] });
  expect(await named(hallCode, 'JOINT_TASK')).toMatchObject({ BREACHED: local(neighbourId) });
  expect(await onRecord(hallCode)).toMatchObject({ BREACHED: local(neighbourId) });
});

test('S5.4c S4.5b: a term that breaks while the deputy acts is the deputy’s, and what comes after is whoever’s it is then', async () => {
  const { hallCode, submit, lead, deputy, deputyTakesOver, leadReturns, leadId, deputyId } = await hall.aHall('middle');
  const { id } = await submit();
  await hall.setClock('2026-11-30T09:00:00+08:00');
  await deputyTakesOver('2026-11-30T09:00:00+08:00');
  await eventually(async () => expect((await hall.read(deputy, id))['responsible'].id).toBe(deputyId));
  await hall.setClock('2026-11-30T17:01:00+08:00');
  expect(await named(hallCode, 'CASE')).toMatchObject({ RED: local(leadId), BREACHED: local(deputyId) });
  expect(await alerted(deputy, 'CASE')).toEqual([deputyId]);
  await leadReturns('2026-12-01T08:20:00+08:00');
  await eventually(async () => expect((await hall.read(lead, id))['responsible'].id).toBe(leadId));
  expect(await alerted(lead, 'CASE')).toEqual([leadId]);
  expect(await named(hallCode, 'CASE')).toMatchObject({ BREACHED: local(deputyId) });
  await hall.setClock('2026-12-04T09:00:00+08:00');
  expect(await named(hallCode, 'CASE')).toMatchObject({ SECTION_HEAD: local(leadId) });
});

test('S4.5b a worker that slept names who answered when it happened, also when the post has changed hands since', async () => {
  const { hallCode, submit, lead, deputy, deputyTakesOver, leadReturns, leadId, deputyId } = await hall.aHall('slept');
  const { id } = await submit();
  await deputyTakesOver('2026-11-30T17:00:00+08:00');
  await eventually(async () => expect((await hall.read(deputy, id))['responsible'].id).toBe(deputyId));
  await leadReturns('2026-12-01T08:20:00+08:00');
  await eventually(async () => expect((await hall.read(lead, id))['responsible'].id).toBe(leadId));
  // Due at 17:00 of the 30th, the very minute in which the deputy took over; looked at a day later.
  await hall.setClock('2026-12-01T09:00:00+08:00');
  expect(await named(hallCode, 'CASE')).toEqual({
    AMBER: local(leadId),
    RED: local(leadId),
    BREACHED: local(deputyId),
  });
});

test('S5.1c A-22: while nobody is there, whoever answers for the vacancy does, until the post is held again', async () => {
  const { hallCode, submit, windowCloses, leadReturns, leadId, lead } = await hall.aHall('vacant');
  const { id } = await submit();
  await hall.setClock('2026-11-30T10:00:00+08:00');
  await windowCloses('2026-11-30T10:00:00+08:00');
  const [head] = await hall.sql<{ id: string }>(
    `select id from known_staff where hall_code = $1 and account = 'head'`,
    [hallCode],
  );
  await eventually(async () => expect((await hall.read(lead, id))['responsible'].id).toBe(`${hallCode}.${head!.id}`));
  await hall.setClock('2026-11-30T17:01:00+08:00');
  expect(await named(hallCode, 'CASE')).toMatchObject({ BREACHED: head!.id });
  await leadReturns('2026-12-01T08:20:00+08:00');
  await eventually(async () => expect((await hall.read(lead, id))['responsible'].id).toBe(leadId));
  expect(await decide(lead, id)).toMatchObject({ status: 'DECIDED' });
});

test('S5.1c a post that closes for the night leaves its cases with whoever had them', async () => {
  const { hallCode, submit, windowCloses, leadId, lead } = await hall.aHall('night');
  const { id } = await submit();
  await windowCloses('2026-11-23T17:00:00+08:00');
  await eventually(async () => {
    const rows = await hall.sql('select from known_posts where hall_code = $1 and holder_id is null', [hallCode]);
    expect(rows).toHaveLength(1);
  });
  expect((await hall.read(lead, id))['responsible'].id).toBe(leadId);
});

test('S3.4d a department finds its open parts with their clocks, the most urgent first, and its lateness is its own', async () => {
  const { hallCode, id, taskId, secondHeadId, lead, submit, publish, ...base } = {
    ...(await aJointCase('found')),
    publish: hall.publish,
  };
  const participants = [{ departmentId: base.secondDepartmentId, stage: 1, limit: days(1) }];
  const promisedLimit = days(8);
  const itemId = await publish(
    { hallCode, departmentId: base.departmentId },
    {
      code: 'J-9',
      handlingType: 'JOINT',
      promisedLimit,
      participants,
    },
  );
  const { id: urgent } = await submit({ itemId });
  const mine = async (ask: Ask, args = ''): Promise<Loose[]> => {
    const part = 'id lateMinutes case { id } responsible { id } department { id } commitment { state dueOn }';
    const { data, errors } = await ask(
      `{ jointTasks${args} { edges { cursor node { ${part} } } pageInfo { hasNextPage } } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data!['jointTasks'].edges.map(({ node }: Loose) => node);
  };
  const neighbour = hall.officer('neighbour', hallCode);
  expect(await mine(neighbour)).toMatchObject([
    { case: { id: urgent }, commitment: { state: 'RUNNING', dueOn: '2026-11-24' } },
    { id: taskId, case: { id }, responsible: { id: secondHeadId }, commitment: { dueOn: '2026-11-25' } },
  ]);
  expect(await mine(neighbour, '(first: 1)')).toHaveLength(1);
  expect(await mine(lead)).toEqual([]);
  expect(await mine(lead, `(departmentId: "${base.secondDepartmentId}")`)).toHaveLength(2);
  const statements = await hall.service.statementsOf(() => mine(neighbour));
  expect(statements.length).toBeLessThanOrEqual(5);
  await mutate(neighbour, 'giveOpinion', { taskId, agreed: true, opinion: '同意' });
  expect((await mine(neighbour)).map((part) => part['case'].id)).toEqual([urgent]);
});

test('S5.1c S5.2a: an application that is handed in while its post changes hands ends with the new holder', async () => {
  const { hallCode, submit, deputyTakesOver, deputyId } = await hall.aHall('beside');
  // The application stands still between reading the authority and being written, until somebody lets it go.
  await hall.service.database.asOwner(`
    set search_path to cases;
    create table gate (hall_code text primary key);
    insert into gate values ('beside');
    grant select, update on gate to cases_app;
    create function wait_at_gate() returns trigger language plpgsql as $$
      begin perform from cases.gate where hall_code = new.hall_code for update; return new; end $$;
    create trigger wait_at_gate before insert on cases for each row when (new.hall_code = 'beside') execute function wait_at_gate();`);
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const gate = hall.service.service.database.transaction(async (tx) => {
    await tx.query(`select from gate where hall_code = 'beside' for update`);
    await opened;
  });
  const submitted = submit();
  const locks = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await eventually(async () =>
    expect(await hall.sql(`${locks} and query ilike '%insert into cases %'`)).toHaveLength(1),
  );
  await deputyTakesOver('2026-11-23T09:00:00+08:00');
  // The news has either been applied, or waits for the application.
  await eventually(async () => {
    const moved = await hall.sql('select from known_posts where hall_code = $1 and holder_id = $2', [
      hallCode,
      local(deputyId),
    ]);
    const waits = await hall.sql(`${locks} and query ilike '%known_posts%'`);
    expect(moved.length + waits.length).toBe(1);
  });
  open();
  await gate;
  const { id } = await submitted;
  await eventually(async () => expect((await hall.read(hall.leader(hallCode), id))['responsible'].id).toBe(deputyId));
});

test('S1.5c S5.1c: an application that comes a moment after its post changed hands is not taken', async () => {
  const { hallCode, submit, deputyId, postId } = await hall.aHall('behind');
  let commit: () => void = () => undefined;
  const committed = new Promise<void>((resolve) => (commit = resolve));
  let submitted: Promise<Loose> | undefined;
  const news = hall.service.service.database.transaction(async (tx) => {
    const sql = 'update known_posts set holder_id = $3 where hall_code = $1 and id = $2';
    await tx.query(sql, [hallCode, local(postId), local(deputyId)]);
    submitted = submit();
    await committed;
  });
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query ilike '%known_posts%'`;
  await eventually(async () => expect(await hall.sql(waiting)).toHaveLength(1));
  commit();
  await news;
  expect(await submitted).toMatchObject({ code: 'NOT_ON_DUTY' });
});

test('S5.4c A-22: late news of an authority corrects who answered at a breach, beside what was written, and the alert says who did then', async () => {
  const { hallCode, submit, lead, deputy, deputyTakesOver, leadReturns, leadId, deputyId } =
    await hall.aHall('latenews');
  const { id } = await submit();
  const over = await submit();
  await hall.setClock('2026-11-30T17:01:00+08:00');
  await decide(lead, over['id']);
  const alertOf = async () => {
    const { data } = await hall.leader(hallCode)(
      '{ alerts { edges { node { subject kind case { id } responsible { id } answeredBy { id } } } } }',
    );
    return data!['alerts'].edges
      .map(({ node }: Loose) => node)
      .find((alert: Loose) => alert['subject'] === 'CASE' && alert['case'].id === id);
  };
  expect(await alertOf()).toMatchObject({ kind: 'DEADLINE_OVERDUE', answeredBy: { id: leadId } });
  await hall.setClock('2026-11-30T18:00:00+08:00');
  // The deputy has been there since four; nobody here had heard of it.
  await deputyTakesOver('2026-11-30T16:00:00+08:00');
  await eventually(async () =>
    expect(await alertOf()).toMatchObject({ responsible: { id: deputyId }, answeredBy: { id: deputyId } }),
  );
  for (const caseId of [id, over['id']]) {
    const { timeline } = await hall.read(deputy, caseId);
    const corrected = timeline.filter(
      ({ kind, note }: Loose) => kind === 'LEVEL_CORRECTED' && note.startsWith('CASE '),
    );
    expect(corrected).toMatchObject([{ clause: 'S5.4c', officer: null, note: 'CASE BREACHED：lead → deputy' }]);
  }
  const stated = await hall.sql(
    `select envelope->'data'->>'level' as level, envelope->'data'->>'previousId' as previous, envelope->'data'->>'answerableId' as who
       from outbox where hall_code = $1 and type = 'hall.cases.deadline.level-corrected.v1' and envelope->'data'->>'subject' = 'CASE'`,
    [hallCode],
  );
  const fact = { level: 'BREACHED', previous: local(leadId), who: local(deputyId) };
  expect(stated).toEqual([fact, fact]);
  // What was written at once stays, and what happened before four is the lead's.
  const [kept] = await hall.sql(
    `select array_agg(distinct answerable_id) as who from deadline_levels where hall_code = $1`,
    [hallCode],
  );
  expect(kept).toEqual({ who: [local(leadId)] });
  await expect(hall.sql('update level_corrections set level = level')).rejects.toMatchObject({
    driverError: { code: '42501' },
  });
  // Later on it passes on, and who answered at the breach stays who it was.
  await leadReturns('2026-11-30T17:30:00+08:00');
  await eventually(async () =>
    expect(await alertOf()).toMatchObject({ responsible: { id: leadId }, answeredBy: { id: deputyId } }),
  );
});
