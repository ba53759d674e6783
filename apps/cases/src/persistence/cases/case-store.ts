import type { HallKey } from '@hall/kernel';
import {
  byKeys,
  codeList,
  everythingOf,
  insert,
  insertAll,
  keyColumns,
  read,
  readOne,
  select,
  selectOne,
  updateAll,
} from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import { openStatuses } from '../../domain/cases/case';
import type { Case } from '../../domain/cases/case';
import type { RecordedChange } from '../../domain/cases/case-change';
import { tables } from '../rows';
import type { CasesRow, KnownPostsRow, PostHoldersRow } from '../rows';
import { vacancyOwner } from '../deadlines/answerable';
import * as papers from './case-documents-store';
import * as parts from './case-steps-store';
import type { Applicant } from '../../domain/cases/applicant';

/** Windows with posts, and nobody at any of them. */
const closedWindows = `(select hall_code, window_id from known_posts group by hall_code, window_id having count(holder_id) = 0)`;
/** A result `c` that is collected at window `w`, and nowhere else. */
const waitsAt = `c.window_id = w.window_id and c.status = 'DECIDED' and c.substitute_window_id is null`;

/** A row as a case. */
export function toCase({ decision, delivery, deliveryChoice, ...row }: Camel<CasesRow>): Case {
  return {
    ...row,
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
    deliveryChoice: deliveryChoice && { ...deliveryChoice, chosenAt: new Date(deliveryChoice.chosenAt) },
    delivery: delivery && { ...delivery, deliveredAt: new Date(delivery.deliveredAt) },
  };
}

/** What the name of an agent is sealed for. */
export const agentOf = (caseId: string): string => `cases/${caseId}/agent`;

/** Lines of the record, one per change; the version of the case is their order. */
async function appendActions(tx: Tx, changes: readonly RecordedChange[]): Promise<void> {
  const rows = changes.map(({ next: { hallCode, id, version }, action: { kind, at, by, clause, note } }) => ({
    hallCode,
    caseId: id,
    sequence: version,
    kind,
    at,
    officerId: by?.officerId ?? null,
    postId: by?.postId ?? null,
    actingForId: by?.actingForId ?? null,
    coverId: by?.coverId ?? null,
    clause,
    note,
  }));
  await insertAll(tx, tables.caseActions, rows);
}

/** Everything but the applicant: the state of a case and its record. */
const state = {
  async nextNumber(tx: Tx, hallCode: string, day: string): Promise<string> {
    const [row] = await tx.query<{ value: string }[]>(`select nextval('case_numbers') as value`, []);
    return `${hallCode}-${day.replaceAll('-', '')}-${row!.value.padStart(6, '0')}`;
  },

  async lockCase(tx: Tx, { hallCode, id }: HallKey): Promise<Case | undefined> {
    const row = await selectOne(tx, tables.cases, 'where hall_code = $1 and id = $2 for no key update', [hallCode, id]);
    return row && toCase(row);
  },

  /** Locks cases in a fixed order, leaving out those that somebody else works on. */
  async lockAvailableCases(tx: Tx, keys: readonly HallKey[]): Promise<Case[]> {
    if (keys.length === 0) return [];
    const rest = `where ${byKeys()} order by id for no key update skip locked`;
    return (await select(tx, tables.cases, rest, keyColumns(keys))).map(toCase);
  },

  /** Halls in which a result waits at a window where nobody is on duty, while somebody is at another. */
  async hallsWithClosedPickup(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ hall_code: string }[]>(
      `select /* sweep */ distinct hall_code from ${closedWindows} w
        where exists (select from cases c where c.hall_code = w.hall_code and ${waitsAt})
          and exists (select from known_posts o where o.hall_code = w.hall_code and o.holder_id is not null)`,
      [],
    );
    return rows.map((row) => row.hall_code);
  },

  /** Keys of results that wait at a window of these halls where nobody is on duty, and nowhere else. */
  findClosedPickups: (
    tx: Tx,
    hallCodes: readonly string[],
    limit: number,
    aside: readonly string[],
  ): Promise<HallKey[]> =>
    read<Pick<CasesRow, 'hall_code' | 'id'>>(
      tx,
      `select /* sweep */ c.hall_code, c.id from ${closedWindows} w join cases c on c.hall_code = w.hall_code and ${waitsAt}
        where w.hall_code = any($1) and c.id <> all($3::uuid[]) limit $2`,
      [hallCodes, limit, aside],
    ),

  /** What is known of a post: how new the news is, and who answers for it when nobody holds it. */
  findPost: (tx: Tx, hallCode: string, postId: string) =>
    readOne<Pick<KnownPostsRow, 'sequence'> & { readonly vacancy_owner_id: string | null }>(
      tx,
      `select p.sequence, ${vacancyOwner} as vacancy_owner_id
         from known_posts p join known_windows w on w.hall_code = p.hall_code and w.id = p.window_id
        where p.hall_code = $1 and p.id = $2`,
      [hallCode, postId],
    ),

  /** Who answers for a post from an instant on: what is charged to whom is read from here. */
  insertHolder: (tx: Tx, holder: Camel<PostHoldersRow>): Promise<unknown> =>
    insertAll(tx, tables.postHolders, [holder], 'on conflict do nothing'),

  /** Locks every open case of a post, in a fixed order. */
  async lockOpenCasesOf(tx: Tx, hallCode: string, postId: string): Promise<Case[]> {
    const rest = `where hall_code = $1 and post_id = $2 and status in ${codeList(openStatuses)} order by id for no key update`;
    return (await select(tx, tables.cases, rest, [hallCode, postId])).map(toCase);
  },

  /** Saves new states together with the lines that explain them; two statements for any number of changes. */
  async saveCases(tx: Tx, changes: readonly RecordedChange[]): Promise<void> {
    // Several changes of one case are one row with the last state, and a line each in the record.
    const latest = new Map(changes.map(({ next }) => [next.id, next]));
    const saved = updateAll(tx, tables.cases, everythingOf(tables.cases), [...latest.values()]);
    await Promise.all([saved, appendActions(tx, changes)]);
  },

  async isOwnCase(tx: Tx, { hallCode, id }: HallKey, account: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      'select from case_applicants where hall_code = $1 and case_id = $2 and account = $3',
      [hallCode, id, account],
    );
    return rows.length > 0;
  },

  async insertReveal(
    tx: Tx,
    { hallCode, id }: HallKey,
    { by, purpose, at }: { by: string; purpose: string; at: Date },
  ): Promise<void> {
    await insert(tx, tables.applicantReveals, { hallCode, caseId: id, at, byId: by, purpose });
  },
};

/** The only writer of cases and their records. Every state change writes the line that explains it. */
export function createCaseStore(cipher: Cipher) {
  return {
    ...state,
    ...papers,
    ...parts,
    /** Somebody’s name who received a result for the applicant: sealed as the applicant’s own is. */
    sealAgent: ({ id }: Case, name: string): string => cipher.seal(name, agentOf(id)),
    async insertCase(
      tx: Tx,
      received: RecordedChange,
      { name, idNumber, phone, account, kind }: Applicant,
    ): Promise<void> {
      const { hallCode, id: caseId } = received.next;
      const seal = (text: string): string => cipher.seal(text, `case_applicants/${caseId}`);
      const inserted = insert(tx, tables.cases, received.next);
      const applied = insert(tx, tables.caseApplicants, {
        hallCode,
        caseId,
        account,
        nameSealed: seal(name),
        idNumberSealed: seal(idNumber),
        idNumberHash: cipher.lookupHash(idNumber),
        phoneSealed: phone === null ? null : seal(phone),
        kind,
      });
      await Promise.all([inserted, applied, appendActions(tx, [received])]);
    },
  };
}
