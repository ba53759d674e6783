import type { Cursor, Database } from '@hall/platform/postgres';
import { waitingFor } from '../../src/persistence/deadlines/waiting-queries';
import { AlertQueries } from '../../src/persistence/deadlines/alert-queries';
import { ListQueries } from '../../src/persistence/cases/list-queries';
import type { CaseFilter, CaseOrder } from '../../src/persistence/cases/list-queries';
import { ItemQueries } from '../../src/persistence/catalogue/item-queries';
import { copyCase, lackedByCopies } from '../support/many-cases';
import { nodesOf, useCases } from '../support/hall';

const hall = useCases(undefined, undefined, { plants: lackedByCopies });

/** How many cases the plans are looked at with; `HALL_CASES=1000000` takes some minutes. */
const manyCases = Number(process.env['HALL_CASES'] ?? 40_000);

describe(`every list is served by an index, at ${manyCases} cases`, () => {
  let keys: { windowId: string; itemId: string; leadId: string; departmentId: string };

  beforeAll(async () => {
    const base = await hall.aHall('big');
    const { number } = await base.submit();
    await copyCase(hall.sql, number, manyCases, { spread: 1, dueSpread: -1 });
    // As in a real hall, most of it is over.
    await hall.sql(`update cases set status = 'COMPLETED' where hall_code = 'big' and hashtext(id::text) % 20 <> 0`);
    await hall.sql(
      `update deadlines t set next_level_at = null, is_open = c.status not in ('COMPLETED'), due_at = c.due_at,
              notified = case when hashtext(c.number) % 10 = 0 then array['RED'] else '{}' end
         from cases c where c.hall_code = 'big' and t.hall_code = c.hall_code and t.id = c.id`,
    );
    await hall.service.database.asOwner('analyze cases.cases; analyze cases.deadlines');
    const bare = (id: string): string => id.slice('big.'.length);
    keys = {
      windowId: bare(base.windowId),
      itemId: bare(base.itemId),
      leadId: bare(base.leadId),
      departmentId: bare(base.departmentId),
    };
  }, 60_000 + manyCases);

  /** Asks for the plan of each statement instead of running it. */
  function explaining(plans: string[]): Database {
    const query = async (sql: string, values: unknown[]): Promise<unknown[]> => {
      const rows = await hall.sql(`explain (format json) ${sql}`, values);
      plans.push(JSON.stringify(rows));
      return [];
    };
    return { query } as unknown as Database;
  }

  const everything: CaseFilter = {
    statuses: null,
    windowId: null,
    itemId: null,
    responsibleId: null,
    departmentId: null,
    participantId: null,
    idNumber: null,
    receivedFrom: null,
    receivedBefore: null,
    overdueAt: null,
  };
  const somewhere: Cursor = { at: new Date('2026-11-01T00:00:00+08:00'), id: '0199c3a0-0000-7000-8000-000000000000' };

  test.each<[string, CaseOrder, (of: typeof keys) => Partial<CaseFilter>]>([
    ['cases_newest', 'NEWEST', () => ({})],
    ['cases_by_status', 'NEWEST', () => ({ statuses: ['ACCEPTED'] })],
    ['cases_newest', 'NEWEST', () => ({ statuses: ['ACCEPTED', 'COMPLETED'] })],
    ['cases_newest', 'NEWEST', ({ departmentId }) => ({ departmentId })],
    ['cases_urgent', 'MOST_URGENT', ({ departmentId }) => ({ departmentId })],
    ['cases_newest', 'NEWEST', () => ({ receivedFrom: new Date('2026-11-01T00:00:00+08:00') })],
    ['cases_newest_of_window', 'NEWEST', ({ windowId }) => ({ windowId })],
    ['cases_newest_of_person', 'NEWEST', ({ leadId }) => ({ responsibleId: leadId })],
    ['cases_newest_of_item', 'NEWEST', ({ itemId }) => ({ itemId })],
    ['cases_urgent', 'MOST_URGENT', () => ({})],
    ['cases_urgent_of_window', 'MOST_URGENT', ({ windowId }) => ({ windowId })],
    ['cases_urgent_of_person', 'MOST_URGENT', ({ leadId }) => ({ responsibleId: leadId })],
    ['cases_urgent', 'MOST_URGENT', () => ({ overdueAt: new Date('2026-11-23T09:00:00+08:00') })],
  ])('%s serves %s', async (_index, order, filter) => {
    for (const after of [null, somewhere]) {
      const plans: string[] = [];
      const lists = new ListQueries(explaining(plans), hall.cipher);
      await lists.casePage('big', { ...everything, ...filter(keys) }, { order, after, size: 50 });
      expect(plans).toHaveLength(1);
      expect(plans[0]).toMatch(/"Index Name":"cases_(newest|urgent|by_status)/);
      expect(plans[0]).not.toMatch(/Seq Scan|"Node Type":"Sort"/);
    }
  });

  test('what has to be looked at is found without reading what does not', async () => {
    for (const after of [null, somewhere]) {
      const plans: string[] = [];
      await new AlertQueries(explaining(plans)).alertPage('big', 'leader', after, 50);
      const ofTerms = plans.find((plan) => plan.includes('"Relation Name":"deadlines"'));
      expect(ofTerms).toContain('"Index Name":"deadlines_notified"');
      expect(ofTerms).not.toMatch(
        /"Node Type":"Sort"|"Node Type":"Seq Scan"[^{}]*"Relation Name":"(deadlines|cases|deadline_levels)"/,
      );
    }
  });

  test.each([null, somewhere])('S2.2c what waits for a person is found by what is theirs, after %s', async (after) => {
    const reader = { hallCode: 'big', account: 'lead', roles: ['OFFICER', 'SECTION_HEAD'], kinds: null };
    const plans: string[] = [];
    const database = explaining(plans);
    await waitingFor.page(database, reader, after, 50);
    await waitingFor.counts(database, reader);
    // Of this hall, one person answers for everything that is open.
    const scanned = plans.map((plan) => plan.match(/"Node Type":"Seq Scan"[^{}]*"Relation Name":"\w+"/g) ?? []);
    const ofCases = plans.map((plan) => plan.match(/"Index Name":"cases_(urgent_of_person|open_by_post)"/) !== null);
    expect([scanned, ofCases]).toEqual([
      [[], []],
      [true, true],
    ]);
  });

  test('a case, its record and its slip are found without reading a table', async () => {
    const plans: string[] = [];
    const lists = new ListQueries(explaining(plans), hall.cipher);
    await lists.progress('big-20261123-000001').catch(() => undefined);
    expect(plans[0]).not.toMatch(
      /"Relation Name":"cases"[^}]*"Node Type":"Seq Scan"|"Node Type":"Seq Scan"[^}]*"Relation Name":"cases"/,
    );
  });

  test('a page costs one statement', async () => {
    const statements = await hall.service.statementsOf(async () => {
      const page = await hall.officer('lead', 'big')('{ cases(first: 50) { edges { cursor node { number } } } }');
      expect(nodesOf(page, 'cases')).toHaveLength(50);
    });
    expect(statements).toHaveLength(1);
  });

  test('items of a search are found by their pairs of characters, among four thousand', async () => {
    await hall.sql(
      `insert into service_items (hall_code, id, code, name, department_id, handling_type, regime, window_ids, current_version, bigrams, searchable)
       select i.hall_code, gen_random_uuid(), 'B-' || n, md5(n::text), i.department_id, i.handling_type, i.regime, i.window_ids, 1,
              array(select substr(md5(n::text), k, 2) from generate_series(1, 31) k), md5(n::text)
         from service_items i, generate_series(1, 4000) n where i.hall_code = 'big'`,
    );
    await hall.sql(
      `insert into service_item_versions select hall_code, id, 1, '{}', now() from service_items where hall_code = 'big' and code like 'B-%'`,
    );
    await hall.service.database.asOwner('analyze cases.service_items; analyze cases.service_item_versions');
    const plans: string[] = [];
    const everywhere = { departmentId: null, windowId: null };
    await new ItemQueries(explaining(plans)).itemPage('big', { text: '失业登记', ...everywhere }, null, 50);
    expect(plans[0]).toContain('service_items_by_bigrams');
  });
});
