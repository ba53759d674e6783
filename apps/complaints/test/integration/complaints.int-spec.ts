import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { hallCalendar } from '@hall/kernel';
import { asType, dataOf, eventually } from '@hall/testing';
import type { Ask } from '@hall/testing';
import {
  classify,
  close,
  complainant,
  decide,
  tell,
  graphql,
  register,
  registered,
  statistics,
  useComplaints,
} from '../support/hall';
import type { HallWithACase, StatisticsInput } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;

test('S6.4d, S6.5.0: a complaint goes from intake to closing, on its clock', async () => {
  const hall = await aHallWithACase('course');
  const desk = as('desk', 'course');
  const { id, ...taken } = await registered(desk, { caseId: hall.caseId, complainant });
  expect(taken).toMatchObject({
    number: expect.stringMatching(/^course-TS-20261123-\d{6}$/),
    status: 'REGISTERED',
    owner: { id: hall.deskId },
    window: { id: hall.windowId },
    dueAt: '2026-11-30T17:00:00+08:00',
    complainant: { name: '张*', phone: '138****1234' },
  });
  expect(await decide(desk, id)).toMatchObject({
    code: 'COMPLAINT_NOT_POSSIBLE_NOW',
    clause: 'S6.5.0',
    allowedActions: ['classifyComplaint'],
  });
  expect(await classify(desk, id)).toMatchObject({ status: 'CLASSIFIED', dueAt: '2026-12-07T17:00:00+08:00' });
  expect(await decide(desk, id)).toMatchObject({ status: 'DECIDED', finding: 'UPHELD' });
  expect(await close(desk, id)).toMatchObject({ code: 'COMPLAINT_FEEDBACK_MISSING', clause: 'S6.4g' });
  expect(await tell(desk, id)).toMatchObject({ status: 'FED_BACK' });
  expect(await close(desk, id)).toMatchObject({ status: 'CLOSED' });
  const recorded = graphql('query ($id: ID!) { complaint(id: $id) { actions { kind clause officer { id } } } }');
  const { complaint } = await dataOf(desk(recorded, { id }));
  expect(complaint!.actions.map(({ kind }) => kind)).toEqual([
    'REGISTERED',
    'CLASSIFIED',
    'DECIDED',
    'FED_BACK',
    'CLOSED',
  ]);
});

test('S1.4a an account without a badge of the hall handles nothing there', async () => {
  const hall = await aHallWithACase('badges');
  const { id } = await registered(as('desk', 'badges'), { caseId: hall.caseId });
  expect(await classify(as('stranger', 'badges', 'DESK_OFFICER'), id)).toMatchObject({
    code: 'STAFF_NOT_KNOWN',
    clause: 'S1.4a',
  });
});

describe('A-26 nobody handles, sees or hears of a complaint about themselves', () => {
  let hall: HallWithACase;
  let id: string;
  let number: string;

  beforeAll(async () => {
    hall = await aHallWithACase('conflict');
    const taken = await registered(as('zhangsan', 'conflict'), {
      channel: 'ONLINE',
      caseId: hall.caseId,
      respondentId: hall.deskId,
      complainant,
    });
    ({ id, number } = taken);
    expect(taken.owner.id).toBe(hall.desk2Id);
  });

  const byId = graphql('query ($id: ID!) { complaint(id: $id) { number } }');
  const byNumber = graphql('query ($number: String!) { complaint(number: $number) { number } }');
  const asEntity = graphql('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Complaint { number } } }');
  const ways: [string, (ask: Ask) => Promise<unknown>][] = [
    ['by id', async (ask) => (await dataOf(ask(byId, { id }))).complaint],
    ['by number', async (ask) => (await dataOf(ask(byNumber, { number }))).complaint],
    [
      'as an entity',
      async (ask) => (await dataOf(ask(asEntity, { r: [{ __typename: 'Complaint', id }] })))._entities[0],
    ],
  ];

  test.each(ways)(
    '%s: absent for the respondent, the handler and a stranger; there for the desk and the complainant',
    async (_way, look) => {
      for (const account of ['desk', 'lead'])
        expect([account, await look(as(account, 'conflict', 'DESK_OFFICER'))]).toEqual([account, null]);
      expect(await look(as('lisi', 'conflict'))).toBeNull();
      expect(await look(as('desk2', 'elsewhere'))).toBeNull();
      expect(await look(as('desk2', 'conflict'))).toEqual({ number });
      expect(await look(as('zhangsan', 'conflict'))).toEqual({ number });
    },
  );

  test('the deputy does not see it while standing in for the handler', async () => {
    await hall.deputyTakesOver();
    await eventually(async () => expect(await ways[0]![1](as('deputy', 'conflict', 'DESK_OFFICER'))).toBeNull());
  });

  test('no figure tells of it', async () => {
    const received = async (account: string) =>
      (await statistics(as(account, 'conflict', 'DESK_OFFICER'), { month: '2026-11', measures: ['RECEIVED'] })).rows[0]!
        .figures[0]!.value;
    expect(await received('desk')).toBe(0);
    expect(await received('desk2')).toBe(1);
  });

  test('a mutation answers as if it did not exist', async () => {
    expect(await classify(as('desk', 'conflict'), id)).toMatchObject({ code: 'COMPLAINT_NOT_FOUND' });
  });

  test('whoever takes a complaint about themselves gets the number and no more', async () => {
    const answer = await register(as('lead', 'conflict'), { caseId: hall.caseId });
    expect(answer).toMatchObject({ __typename: 'ComplaintReceipt', number: expect.any(String) });
  });
});

test('A-23, A-24: an anonymous complaint without any target is taken and may be closed without feedback', async () => {
  await aHallWithACase('anonymous');
  const desk = as('desk', 'anonymous');
  const { id, complainant: nobody } = await registered(desk, {});
  expect(nobody).toBeNull();
  await classify(desk, id);
  await decide(desk, id);
  expect(await close(desk, id)).toMatchObject({ status: 'CLOSED' });
});

test('A-25 the class sets the term, which counts from the day of receipt', async () => {
  await aHallWithACase('classes');
  const desk = as('desk', 'classes');
  for (const [timeClass, dueAt] of [
    ['ON_THE_SPOT', '2026-11-23'],
    ['URGENT', '2026-11-24'],
    ['ORDINARY', '2026-11-30'],
    ['COMPLEX', '2026-12-07'],
  ] as const) {
    const { id } = await registered(desk, {});
    expect(await classify(desk, id, { timeClass })).toMatchObject({ dueAt: `${dueAt}T17:00:00+08:00` });
  }
});

test('a target that does not exist is refused, and nothing is written', async () => {
  await aHallWithACase('nowhere');
  const answer = await register(as('desk', 'nowhere'), { caseId: `nowhere.${randomUUID()}`, complainant });
  expect(answer).toMatchObject({ code: 'COMPLAINT_TARGET_NOT_KNOWN' });
  const [row] = await complaints.sql<{ n: string }>(`select count(*) as n from complaints where hall_code = 'nowhere'`);
  expect(row).toEqual({ n: '0' });
});

test('personal data is sealed in the database and never in an event', async () => {
  await aHallWithACase('sealed');
  await register(as('desk', 'sealed'), { complainant });
  const rows = await complaints.sql(
    `select to_jsonb(c)::text as text from complainants c where hall_code = 'sealed' union all select envelope::text from outbox where hall_code = 'sealed'`,
  );
  for (const secret of [complainant.name, complainant.phone]) expect(JSON.stringify(rows)).not.toContain(secret);
});

test('history cannot be changed by the application', async () => {
  for (const sql of [
    'update complaint_states set status = null',
    'delete from complaint_actions',
    'delete from deadline_events',
    'delete from complaints',
  ]) {
    await expect(complaints.sql(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  }
});

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

test('statements per operation', async () => {
  const hall = await aHallWithACase('counted');
  // What the months before have left for the sweeps is done by then.
  await complaints.setClock('2026-11-23T09:00:00+08:00');
  const desk = as('desk', 'counted');
  let id = '';
  const registerForId = graphql(
    'mutation ($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename ... on Complaint { id } } }',
  );
  const whole = graphql(
    'query ($id: ID!) { complaint(id: $id) { complainant { name } actions { kind } owner { id } } }',
  );
  const count = async (work: () => Promise<unknown>): Promise<number> =>
    (await complaints.service.statementsOf(work)).length;
  const counts = {
    registerComplaint: await count(async () => {
      const input = { channel: 'PHONE', summary: 's', caseId: hall.caseId, complainant } as const;
      id = asType((await dataOf(desk(registerForId, { input }))).registerComplaint, 'Complaint').id;
    }),
    classifyComplaint: await count(() => classify(desk, id)),
    decideComplaint: await count(() => decide(desk, id)),
    giveFeedback: await count(() => tell(desk, id)),
    closeComplaint: await count(() => close(desk, id)),
    complaint: await count(() => desk(whole, { id })),
    complaintStatistics: await count(() =>
      statistics(desk, { month: '2026-11', measures: ['RECEIVED'], groupBy: ['WINDOW', 'GROUND'] }),
    ),
  };
  expect(counts).toEqual({
    registerComplaint: 12,
    classifyComplaint: 9,
    decideComplaint: 9,
    giveFeedback: 6,
    closeComplaint: 6,
    complaint: 3,
    complaintStatistics: 1,
  });
});

test('A-30 a term counts with the calendar that the hall has published', async () => {
  await aHallWithACase('calendar');
  const desk = as('desk', 'calendar');
  const dueAt = async () => (await registered(desk, { hallCode: 'calendar', complainant })).dueAt;
  expect(await dueAt()).toBe('2026-11-30T17:00:00+08:00');
  const { off, makeUp } = noticeDays(2026);
  await complaints.staffing.state('calendar', '2026', 'hall.staffing.calendar-year.published.v1', {
    year: 2026,
    noticeReference: '更正',
    offDays: [...off, '2026-11-27'],
    makeUpDays: makeUp,
    publishedAt: '2026-11-23T09:00:00+08:00',
    replaces: true,
    revision: 1,
  });
  await eventually(async () => (await dueAt()) === '2026-12-01T17:00:00+08:00');
});

test('A-25 A-30 S6.4d an open complaint is warned of, breaks and goes up, each level once and to its owner', async () => {
  await aHallWithACase('levels');
  const desk = as('desk', 'levels');
  const { id, owner } = await registered(desk, { complainant });
  const levels = async (): Promise<unknown[]> =>
    complaints.sql(
      `select envelope->'data'->>'level' as level, envelope->'data'->>'answerableId' as who from outbox
        where hall_code = 'levels' and type = 'hall.complaints.deadline.level-reached.v1' order by sequence`,
    );
  await complaints.setClock('2026-11-27T18:00:00+08:00');
  const who = owner.id.split('.')[1];
  expect(await levels()).toEqual([
    { level: 'AMBER', who },
    { level: 'RED', who },
  ]);
  await complaints.setClock('2026-12-04T18:00:00+08:00');
  expect((await levels()).map((row) => (row as { level: string }).level)).toEqual([
    'AMBER',
    'RED',
    'BREACHED',
    'SECTION_HEAD',
    'CENTRE_LEADER',
  ]);
  await classify(desk, id);
  await decide(desk, id);
  await complaints.setClock('2026-12-31T18:00:00+08:00');
  expect(await levels()).toHaveLength(5);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
});

test('A-30 a calendar change moves an open complaint, once, with before and after', async () => {
  await aHallWithACase('moved');
  const desk = as('desk', 'moved');
  const { id, dueAt } = await registered(desk, { complainant });
  expect(dueAt).toBe('2026-11-30T17:00:00+08:00');
  const { off, makeUp } = noticeDays(2026);
  await complaints.staffing.state('moved', '2026', 'hall.staffing.calendar-year.published.v1', {
    year: 2026,
    noticeReference: '更正',
    offDays: [...off, '2026-11-27'],
    makeUpDays: makeUp,
    publishedAt: '2026-11-23T09:00:00+08:00',
    replaces: true,
    revision: 1,
  });
  const dated = graphql('query ($id: ID!) { complaint(id: $id) { dueAt } }');
  const read = async () => (await dataOf(desk(dated, { id }))).complaint;
  await eventually(async () => (await read())?.dueAt === '2026-12-01T17:00:00+08:00');
  const moves = await complaints.sql(`select due_before, due_after from deadline_moves where hall_code = 'moved'`);
  expect(moves).toEqual([
    { due_before: new Date('2026-11-30T17:00:00+08:00'), due_after: new Date('2026-12-01T17:00:00+08:00') },
  ]);
});

test('A-25 A-30 late stays late: another class neither mends a broken term nor has its levels told again', async () => {
  await aHallWithACase('stays');
  const desk = as('desk', 'stays');
  const { id } = await registered(desk, {});
  const other = await registered(desk, {});
  expect(await classify(desk, id, { timeClass: 'ORDINARY' })).toMatchObject({ dueAt: '2026-11-30T17:00:00+08:00' });
  await complaints.setClock('2026-12-01T18:00:00+08:00');
  const told = async (): Promise<string[]> =>
    (
      await complaints.sql<{ level: string }>(
        `select level from deadline_levels where hall_code = 'stays' and deadline_id = $1 order by notified_at, at`,
        [id.replace('stays.', '')],
      )
    ).map(({ level }) => level);
  const levels = ['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD'];
  expect(await told()).toEqual(levels);
  for (const timeClass of ['COMPLEX', 'ORDINARY', 'URGENT', 'COMPLEX'] as const)
    expect(await classify(desk, id, { timeClass })).toMatchObject({ dueAt: '2026-11-30T17:00:00+08:00' });
  expect(await classify(desk, other.id)).toMatchObject({ dueAt: '2026-11-30T17:00:00+08:00' });
  await complaints.setClock('2026-12-02T09:00:00+08:00');
  expect(await told()).toEqual(levels);
  await decide(desk, id);
  const late = await statistics(desk, { month: '2026-11', measures: ['ON_TIME', 'LATE'] });
  expect(late.rows[0]!.figures.map(({ value }) => value)).toEqual([0, 2]);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
});

test('A-25 A-30 the same class again is the same promise: it is warned of once', async () => {
  await aHallWithACase('again');
  const desk = as('desk', 'again');
  const { id } = await registered(desk, {});
  await complaints.setClock('2026-11-27T18:00:00+08:00');
  await classify(desk, id, { timeClass: 'ORDINARY' });
  await classify(desk, id, { timeClass: 'ORDINARY', grounds: ['NOT_TOLD_ONCE'] });
  await complaints.setClock('2026-11-27T18:01:00+08:00');
  const rows = await complaints.sql(`select level from deadline_levels where hall_code = 'again' order by level`);
  expect(rows).toEqual([{ level: 'AMBER' }, { level: 'RED' }]);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
});

test('A-30 a calendar that goes back to an arrangement of before moves a complaint back, each move on record', async () => {
  await aHallWithACase('back');
  const desk = as('desk', 'back');
  const { id } = await registered(desk, { complainant });
  const { off, makeUp } = noticeDays(2026);
  const dated = graphql('query ($id: ID!) { complaint(id: $id) { dueAt } }');
  const arrangements = [['2026-11-27'], [], ['2026-11-27'], []];
  for (const [n, more] of arrangements.entries()) {
    await complaints.staffing.state('back', '2026', 'hall.staffing.calendar-year.published.v1', {
      year: 2026,
      noticeReference: '更正',
      offDays: [...off, ...more],
      makeUpDays: makeUp,
      publishedAt: '2026-11-23T09:00:00+08:00',
      replaces: true,
      revision: n + 1,
    });
    const dueOn = more.length > 0 ? '2026-12-01' : '2026-11-30';
    await eventually(async () => {
      await complaints.setClock('2026-11-23T09:00:00+08:00');
      expect((await dataOf(desk(dated, { id }))).complaint).toEqual({ dueAt: `${dueOn}T17:00:00+08:00` });
    });
  }
  const moves = await complaints.sql<{ due_after: Date }>(
    `select due_after from deadline_moves where hall_code = 'back' order by id`,
  );
  expect(moves.map(({ due_after: at }) => at.toISOString().slice(0, 10))).toEqual([
    '2026-12-01',
    '2026-11-30',
    '2026-12-01',
    '2026-11-30',
  ]);
});

/** The days that the program knows of an announced year. */
function noticeDays(year: number): { off: string[]; makeUp: string[] } {
  const { holidays } = hallCalendar.years.find((known) => known.year === year)!;
  return { off: holidays.flatMap(({ off }) => off), makeUp: holidays.flatMap(({ makeUp }) => makeUp) };
}
