import type { EscalationLevel, DeadlineEvent } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { promiseNumber } from '../../domain/deadlines/term';
import type { Term, TermSubject } from '../../domain/deadlines/term';
import type { Key, TermStore } from '../../use-cases/ports';

/** A row of the table with its ledger, as it is read. */
interface TermRow {
  readonly hall_code: string;
  readonly id: string;
  readonly subject: TermSubject;
  readonly case_id: string | null;
  readonly responsible_id: string;
  readonly told: EscalationLevel[];
  readonly is_open: boolean;
  readonly due_at: Date | null;
  readonly provisional: boolean;
  readonly next_rung_at: Date | null;
  readonly calendar_version: string;
  readonly ledger: readonly { readonly kind: string; readonly at: string; readonly details: object }[];
}

/** Terms with their ledgers; needs a `where` on `t`. */
const selectTerms = `
  select t.hall_code, t.id, t.subject, t.case_id, t.responsible_id, t.told, t.is_open, t.due_at, t.provisional, t.next_rung_at,
         t.calendar_version,
         (select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'details', e.details) order by e.sequence)
            from term_events e where e.hall_code = t.hall_code and e.term_id = t.id) as ledger
    from terms t`;

function toTerm(row: TermRow): Term {
  return {
    hallCode: row.hall_code,
    id: row.id,
    subject: row.subject,
    caseId: row.case_id,
    responsibleId: row.responsible_id,
    told: row.told,
    ledger: row.ledger.map(({ kind, at, details }) => ({ ...details, kind, at: new Date(at) }) as DeadlineEvent),
    plan: {
      isOpen: row.is_open,
      dueAt: row.due_at,
      provisional: row.provisional,
      nextRungAt: row.next_rung_at,
      calendarVersion: row.calendar_version,
    },
  };
}

/** Ledger lines; the place of an event in its ledger is its sequence, so the same line can not be written twice. */
async function appendEvents(
  tx: Tx,
  lines: readonly { readonly term: Term; readonly event: DeadlineEvent; readonly sequence: number }[],
): Promise<void> {
  const rows = lines.map(({ term, event: { kind, at, ...details }, sequence }) => ({
    hall_code: term.hallCode,
    term_id: term.id,
    sequence,
    kind,
    at,
    details,
  }));
  await tx.query(
    `insert into term_events (hall_code, term_id, sequence, kind, at, details)
     select hall_code, term_id, sequence, kind, at, details
       from jsonb_to_recordset($1::jsonb) as r (hall_code text, term_id uuid, sequence integer, kind text, at timestamptz, details jsonb)`,
    [JSON.stringify(rows)],
  );
}

function planRow({ hallCode, id, subject, caseId, responsibleId, told, plan }: Term) {
  return {
    hall_code: hallCode,
    id,
    subject,
    case_id: caseId,
    responsible_id: responsibleId,
    told,
    is_open: plan.isOpen,
    due_at: plan.dueAt,
    provisional: plan.provisional,
    next_rung_at: plan.nextRungAt,
    calendar_version: plan.calendarVersion,
  };
}

const planRecord = `(hall_code text, id uuid, subject text, case_id uuid, responsible_id uuid, told text[], is_open boolean,
  due_at timestamptz, provisional boolean, next_rung_at timestamptz, calendar_version text)`;

/** The only writer of terms. */
export const termStore: TermStore = {
  async openTerms(tx, terms) {
    const inserted = tx.query(
      `insert into terms (hall_code, id, subject, case_id, responsible_id, told, is_open, due_at, provisional, next_rung_at, calendar_version)
       select hall_code, id, subject, case_id, responsible_id, told, is_open, due_at, provisional, next_rung_at, calendar_version
         from jsonb_to_recordset($1::jsonb) as r ${planRecord}`,
      [JSON.stringify(terms.map(planRow))],
    );
    const lines = terms.flatMap((term) => term.ledger.map((event, n) => ({ term, event, sequence: n + 1 })));
    await Promise.all([inserted, appendEvents(tx, lines)]);
  },

  async lockTerm(tx, { hallCode, id }) {
    const [row] = await tx.query<TermRow[]>(
      `${selectTerms} where t.hall_code = $1 and t.id = $2 for no key update of t`,
      [hallCode, id],
    );
    return row && toTerm(row);
  },

  async lockOpenTermsOf(tx, hallCode, caseId) {
    const rows = await tx.query<TermRow[]>(
      `${selectTerms} where t.hall_code = $1 and t.case_id = $2 and t.is_open order by t.id for no key update of t`,
      [hallCode, caseId],
    );
    return rows.map(toTerm);
  },

  async appendToTerms(tx, appended) {
    if (appended.length === 0) return;
    const lines = appended.map(({ term, event }) => ({ term, event, sequence: term.ledger.length }));
    const latest = new Map(appended.map(({ term }) => [term.id, term]));
    await Promise.all([appendEvents(tx, lines), this.replan(tx, [...latest.values()])]);
  },

  async replan(tx, terms) {
    if (terms.length === 0) return;
    await tx.query(
      `update terms t
          set told = r.told, is_open = r.is_open, due_at = r.due_at, provisional = r.provisional, next_rung_at = r.next_rung_at,
              calendar_version = r.calendar_version
         from jsonb_to_recordset($1::jsonb) as r ${planRecord}
        where t.hall_code = r.hall_code and t.id = r.id`,
      [JSON.stringify(terms.map(planRow))],
    );
  },

  async findDue(tx, now, limit, aside) {
    const rows = await tx.query<KeyRow[]>(
      `select /* sweep */ hall_code, id, case_id from terms
        where next_rung_at <= $1 and id <> all($3::uuid[]) order by next_rung_at limit $2`,
      [now, limit, aside],
    );
    return rows.map(toKey);
  },

  async lockAvailableTerms(tx, keys) {
    if (keys.length === 0) return [];
    const rows = await tx.query<TermRow[]>(
      `${selectTerms} where (t.hall_code, t.id) in (select * from unnest($1::text[], $2::uuid[])) order by t.id
        for no key update of t skip locked`,
      [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)],
    );
    return rows.map(toTerm);
  },

  async claimRungs(tx, rungs, now) {
    if (rungs.length === 0) return [];
    const rows = rungs.map(({ term, rung, at }) => ({
      hall_code: term.hallCode,
      term_id: term.id,
      promise: promiseNumber(term),
      rung,
      at,
    }));
    const claimed = await tx.query<{ term_id: string; rung: EscalationLevel }[]>(
      `insert into term_rungs (hall_code, term_id, promise, rung, at, told_at)
       select hall_code, term_id, promise, rung, at, $2
         from jsonb_to_recordset($1::jsonb) as r (hall_code text, term_id uuid, promise integer, rung text, at timestamptz)
       on conflict do nothing returning term_id, rung`,
      [JSON.stringify(rows), now],
    );
    const mine = new Set(claimed.map(({ term_id: termId, rung }) => `${termId}/${rung}`));
    return rungs.filter(({ term, rung }) => mine.has(`${term.id}/${rung}`));
  },

  async findOutdated(tx, limit, aside) {
    const rows = await tx.query<KeyRow[]>(
      `select /* sweep */ t.hall_code, t.id, t.case_id
         from hall_calendars c join terms t on t.hall_code = c.hall_code and t.is_open
          and (t.calendar_version < c.version or t.calendar_version > c.version)
        where t.id <> all($2::uuid[]) limit $1`,
      [limit, aside],
    );
    return rows.map(toKey);
  },

  async noteCalendar(tx, hallCode, version) {
    await tx.query(
      `insert into hall_calendars (hall_code, version) values ($1, $2)
       on conflict (hall_code) do update set version = excluded.version`,
      [hallCode, version],
    );
  },

  async insertProjections(tx, projections) {
    if (projections.length === 0) return;
    const rows = projections.map(({ term, before, after, reason, at }) => ({
      hall_code: term.hallCode,
      term_id: term.id,
      calendar_version: term.plan.calendarVersion,
      due_before: before,
      due_after: after,
      reason,
      at,
    }));
    await tx.query(
      `insert into term_projections (hall_code, term_id, calendar_version, due_before, due_after, reason, at)
       select hall_code, term_id, calendar_version, due_before, due_after, reason, at
         from jsonb_to_recordset($1::jsonb) as r (hall_code text, term_id uuid, calendar_version text, due_before timestamptz,
              due_after timestamptz, reason text, at timestamptz)`,
      [JSON.stringify(rows)],
    );
  },
};

interface KeyRow {
  readonly hall_code: string;
  readonly id: string;
  readonly case_id: string | null;
}

function toKey({ hall_code: hallCode, id, case_id: caseId }: KeyRow): Key & { readonly caseId: string | null } {
  return { hallCode, id, caseId };
}
