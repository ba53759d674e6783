import { hallCalendar } from '@hall/kernel';
import { dataOf, eventually } from '@hall/testing';
import type { Ask } from '@hall/testing';
import { classify, complainant, decide, graphql, registered, statistics, useComplaints } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;

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

test('A-30 a level that is due when the calendar has just changed moves the date on record, not in silence', async () => {
  await aHallWithACase('silent');
  const { id } = await registered(as('desk', 'silent'), { complainant });
  const { off, makeUp } = noticeDays(2026);
  const days = (list: string[]): string => `array[${list.map((day) => `'${day}'`).join()}]::date[]`;
  // Known here already, while no sweep has been told that dates are to be worked out anew.
  await complaints.service.database.asOwner(
    `insert into complaints.known_calendar_years (hall_code, year, notice_reference, off_days, make_up_days, published_at, revision)
     values ('silent', 2026, '更正', ${days([...off, '2026-11-30'])}, ${days(makeUp)}, '2026-11-23T09:00:00+08:00', 1)`,
  );
  await complaints.setClock('2026-11-27T18:00:00+08:00');
  const moves = await complaints.sql(
    `select c.due_at = m.due_after as shown, m.due_after from complaints c join deadline_moves m on m.deadline_id = c.id where c.id = $1`,
    [id.split('.')[1]],
  );
  expect(moves).toEqual([{ shown: true, due_after: new Date('2026-12-01T17:00:00+08:00') }]);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
});

test('A-25 A-26 A-30 S3.5 owner, head and leader see what a complaint’s term has come to; nobody whom it concerns does', async () => {
  const hall = await aHallWithACase('seen');
  const { id, owner } = await registered(as('desk2', 'seen'), { caseId: hall.caseId, respondentId: hall.deskId });
  expect(owner.id).toBe(hall.desk2Id);
  const desk2 = as('desk2', 'seen');
  const alerts = graphql(`
    query ($first: Int, $after: String) {
      complaintAlerts(first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            at
            kind
            recipient
            complaint {
              id
            }
            responsible {
              id
            }
          }
        }
      }
    }
  `);
  const listed = async (ask: Ask) => (await dataOf(ask(alerts, {}))).complaintAlerts.edges.map(({ node }) => node);
  const readers = [desk2, as('head', 'seen', 'SECTION_HEAD'), as('leader', 'seen', 'CENTRE_LEADER')];
  const others = [as('desk', 'seen'), as('lead', 'seen', 'SECTION_HEAD'), as('desk2', 'elsewhere')];
  const term = graphql(`
    query ($id: ID!) {
      complaint(id: $id) {
        commitment {
          state
          dueOn
          remaining
          remainingTime {
            amount
            unit
          }
          limit {
            amount
            unit
          }
          warnedAt
          breachedAt
          moves {
            dueBefore
            dueAfter
            reason
          }
          explanation {
            clauses
            dueAt
          }
        }
        actions {
          kind
          at
          note
        }
      }
    }
  `);
  const read = async (ask: Ask) => (await dataOf(ask(term, { id }))).complaint;
  expect(await listed(desk2)).toEqual([]);
  expect(await read(desk2)).toMatchObject({
    commitment: {
      state: 'RUNNING',
      remainingTime: { amount: 5, unit: 'WORKING_DAY' },
      limit: { amount: 5 },
      warnedAt: null,
    },
  });
  for (const [now, kind, recipient] of [
    ['2026-11-27T17:00', 'DEADLINE_IMMINENT', 'RESPONSIBLE'],
    ['2026-11-30T17:01', 'DEADLINE_OVERDUE', 'RESPONSIBLE'],
    ['2026-12-01T17:00', 'DEADLINE_ESCALATED', 'SECTION_HEAD'],
    ['2026-12-03T17:00', 'DEADLINE_ESCALATED', 'CENTRE_LEADER'],
  ] as const) {
    await complaints.setClock(`${now}:00+08:00`);
    for (const ask of readers)
      expect(await listed(ask)).toMatchObject([
        { kind, recipient, complaint: { id }, responsible: { id: hall.desk2Id } },
      ]);
    for (const ask of others) expect(await listed(ask)).toEqual([]);
  }
  for (const ask of readers)
    expect(await read(ask)).toMatchObject({
      commitment: {
        state: 'BREACHED',
        dueOn: '2026-11-30',
        warnedAt: '2026-11-27T17:00:00+08:00',
        breachedAt: '2026-11-30T17:00:00+08:00',
        moves: [],
        explanation: { dueAt: '2026-11-30T17:00:00+08:00' },
      },
      actions: [
        { kind: 'REGISTERED' },
        { kind: 'WARNED_AMBER' },
        { kind: 'WARNED_RED' },
        { kind: 'COMMITMENT_BREACHED' },
        { kind: 'ESCALATED_TO_SECTION_HEAD' },
        { kind: 'ESCALATED_TO_CENTRE_LEADER' },
      ],
    });
  expect(await read(others[0]!)).toBeNull();
  const [ofHead] = await complaints.sql(`select id from known_staff where hall_code = 'seen' and account = 'head'`);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
  const aboutHead = await registered(desk2, { respondentId: `seen.${ofHead!['id']}` });
  await complaints.setClock('2026-12-03T17:00:00+08:00');
  const seenBy = async (ask: Ask) => (await listed(ask)).map(({ complaint }) => complaint!.id).sort();
  expect(await seenBy(readers[1]!)).toEqual([id]);
  for (const ask of [readers[0]!, readers[2]!]) expect(await seenBy(ask)).toEqual([id, aboutHead.id].sort());
  expect((await complaints.service.statementsOf(() => desk2(alerts, {}))).length).toBe(2);
  await classify(desk2, id);
  await decide(desk2, id);
  expect(await seenBy(readers[1]!)).toEqual([]);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
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
  const recorded = graphql(
    'query ($id: ID!) { complaint(id: $id) { commitment { moves { dueBefore dueAfter reason } } actions { kind note } } }',
  );
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
  const { complaint } = await dataOf(desk(recorded, { id }));
  expect(complaint!.commitment!.moves).toHaveLength(4);
  const [{ dueBefore, dueAfter, reason } = { reason: '' }] = complaint!.commitment!.moves;
  expect(complaint!.actions.filter(({ kind }) => kind === 'DATE_MOVED').map(({ note }) => note)).toHaveLength(4);
  expect(complaint!.actions[1]).toEqual({ kind: 'DATE_MOVED', note: `${dueBefore} → ${dueAfter}；${reason}` });
});

/** The days that the program knows of an announced year. */
function noticeDays(year: number): { off: string[]; makeUp: string[] } {
  const { holidays } = hallCalendar.years.find((known) => known.year === year)!;
  return { off: holidays.flatMap(({ off }) => off), makeUp: holidays.flatMap(({ makeUp }) => makeUp) };
}
