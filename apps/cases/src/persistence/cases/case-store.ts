import type { Cipher } from '@hall/platform/privacy';
import type { Tx } from '@hall/platform/postgres';
import type { CaseChange, CaseStore, Key } from '../../use-cases/ports';
import { caseColumns, caseValues, toCase } from './case-rows';
import type { CaseRow } from './case-rows';
import * as papers from './case-documents-store';
import * as parts from './case-steps-store';

/** Windows with posts, and nobody at any of them. */
const closedWindows = `(select hall_code, window_id from known_posts group by hall_code, window_id having count(holder_id) = 0)`;
/** A result `c` that is collected at window `w`, and nowhere else. */
const waitsAt = `c.window_id = w.window_id and c.status = 'DECIDED' and c.substitute_window_id is null`;

const openStatuses = `('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED')`;

/** Lines of the record, one per change; the version of the case is their order. */
async function appendActions(tx: Tx, changes: readonly CaseChange[]): Promise<void> {
  const rows = changes.map(({ next: { hallCode, id, version }, action: { kind, at, by, clause, note } }) => ({
    hall_code: hallCode,
    case_id: id,
    sequence: version,
    kind,
    at,
    officer_id: by?.officerId ?? null,
    post_id: by?.postId ?? null,
    acting_for_id: by?.actingForId ?? null,
    cover_id: by?.coverId ?? null,
    clause,
    note,
  }));
  await tx.query(
    `insert into case_actions (hall_code, case_id, sequence, kind, at, officer_id, post_id, acting_for_id, cover_id, clause, note)
     select hall_code, case_id, sequence, kind, at, officer_id, post_id, acting_for_id, cover_id, clause, note
       from jsonb_to_recordset($1::jsonb) as r (hall_code text, case_id uuid, sequence integer, kind text, at timestamptz,
            officer_id uuid, post_id uuid, acting_for_id uuid, cover_id uuid, clause text, note text)`,
    [JSON.stringify(rows)],
  );
}

/** Everything but the applicant: the state of a case and its record. */
const state: Pick<
  CaseStore,
  | 'nextNumber'
  | 'lockCase'
  | 'lockAvailableCases'
  | 'lockOpenCasesOf'
  | 'hallsWithClosedPickup'
  | 'findClosedPickups'
  | 'saveCases'
  | 'isOwnCase'
  | 'insertReveal'
> = {
  async nextNumber(tx, hallCode, day) {
    const [row] = await tx.query<{ value: string }[]>(`select nextval('case_numbers') as value`);
    return `${hallCode}-${day.replaceAll('-', '')}-${row!.value.padStart(6, '0')}`;
  },

  async lockCase(tx, { hallCode, id }) {
    const [row] = await tx.query<CaseRow[]>(
      `select ${caseColumns} from cases where hall_code = $1 and id = $2 for no key update`,
      [hallCode, id],
    );
    return row && toCase(row);
  },

  async lockAvailableCases(tx, keys) {
    if (keys.length === 0) return [];
    const rows = await tx.query<CaseRow[]>(
      `select ${caseColumns} from cases
        where (hall_code, id) in (select * from unnest($1::text[], $2::uuid[])) order by id for no key update skip locked`,
      columnsOf(keys),
    );
    return rows.map(toCase);
  },

  async hallsWithClosedPickup(tx) {
    const rows = await tx.query<{ hall_code: string }[]>(
      `select /* sweep */ distinct hall_code from ${closedWindows} w
        where exists (select from cases c where c.hall_code = w.hall_code and ${waitsAt})
          and exists (select from known_posts o where o.hall_code = w.hall_code and o.holder_id is not null)`,
    );
    return rows.map((row) => row.hall_code);
  },

  async findClosedPickups(tx, hallCodes, limit, aside) {
    const rows = await tx.query<{ hall_code: string; id: string }[]>(
      `select /* sweep */ c.hall_code, c.id from ${closedWindows} w join cases c on c.hall_code = w.hall_code and ${waitsAt}
        where w.hall_code = any($1) and c.id <> all($3::uuid[]) limit $2`,
      [hallCodes, limit, aside],
    );
    return rows.map(({ hall_code: hallCode, id }) => ({ hallCode, id }));
  },

  async lockOpenCasesOf(tx, hallCode, postId) {
    const rows = await tx.query<CaseRow[]>(
      `select ${caseColumns} from cases where hall_code = $1 and post_id = $2 and status in ${openStatuses} order by id for no key update`,
      [hallCode, postId],
    );
    return rows.map(toCase);
  },

  async saveCases(tx, changes) {
    if (changes.length === 0) return;
    // Several changes of one case are one row with the last state, and a line each in the record.
    const latest = new Map(changes.map(({ next }) => [next.id, next]));
    const rows = [...latest.values()].map((next) => ({
      hall_code: next.hallCode,
      id: next.id,
      handling_type: next.handlingType,
      status: next.status,
      substitute_window_id: next.substituteWindowId,
      situations: next.situations,
      accepted_by_id: next.acceptedById,
      responsible_id: next.responsibleId,
      accepted_at: next.acceptedAt,
      due_at: next.dueAt,
      paused_on: next.pausedOn,
      handler_ids: next.handlerIds,
      decision: next.decision,
      delivery: next.delivery,
      version: next.version,
    }));
    const saved = tx.query(
      `update cases c
          set handling_type = r.handling_type, status = r.status, substitute_window_id = r.substitute_window_id,
              situations = r.situations, accepted_by_id = r.accepted_by_id, responsible_id = r.responsible_id,
              accepted_at = r.accepted_at, due_at = r.due_at, paused_on = r.paused_on, handler_ids = r.handler_ids,
              decision = r.decision, delivery = r.delivery, version = r.version
         from jsonb_to_recordset($1::jsonb) as r (hall_code text, id uuid, handling_type text, status text,
              substitute_window_id uuid, situations text[], accepted_by_id uuid, responsible_id uuid, accepted_at timestamptz,
              due_at timestamptz, paused_on text, handler_ids uuid[], decision jsonb, delivery jsonb, version integer)
        where c.hall_code = r.hall_code and c.id = r.id`,
      [JSON.stringify(rows)],
    );
    await Promise.all([saved, appendActions(tx, changes)]);
  },

  async isOwnCase(tx, { hallCode, id }, account) {
    const rows = await tx.query<object[]>(
      'select from case_applicants where hall_code = $1 and case_id = $2 and account = $3',
      [hallCode, id, account],
    );
    return rows.length > 0;
  },

  async insertReveal(tx, { hallCode, id }, { by, purpose, at }) {
    await tx.query(
      'insert into applicant_reveals (hall_code, case_id, at, by_id, purpose) values ($1, $2, $3, $4, $5)',
      [hallCode, id, at, by, purpose],
    );
  },
};

function columnsOf(keys: readonly Key[]): [string[], string[]] {
  return [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)];
}

/** The only writer of cases and their records. Every state change writes the line that explains it. */
export function createCaseStore(cipher: Cipher): CaseStore {
  return {
    ...state,
    ...papers,
    ...parts,
    async insertCase(tx, received, applicant) {
      const { hallCode, id } = received.next;
      const values = caseValues(received.next);
      const inserted = tx.query(
        `insert into cases (${caseColumns}) values (${values.map((_value, n) => `$${n + 1}`).join(', ')})`,
        values,
      );
      const seal = (text: string | null): string | null =>
        text === null ? null : cipher.seal(text, `case_applicants/${id}`);
      const applied = tx.query(
        `insert into case_applicants (hall_code, case_id, account, name_sealed, id_number_sealed, id_number_hash, phone_sealed, kind)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          hallCode,
          id,
          applicant.account,
          seal(applicant.name),
          seal(applicant.idNumber),
          cipher.lookupHash(applicant.idNumber),
          seal(applicant.phone),
          applicant.kind,
        ],
      );
      await Promise.all([inserted, applied, appendActions(tx, [received])]);
    },
  };
}
