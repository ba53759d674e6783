import type { TermEvent } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { Case } from '../domain/case';
import type { Contact } from '../domain/contact';
import type { ItemVersion, ServiceItem } from '../domain/service-item';
import type { AcceptanceSlip, Key } from '../use-cases/ports';
import { caseColumns, toCase } from './case-store';
import type { CaseRow } from './case-store';
import { contactColumns, toContact } from './contact-store';
import type { ContactRow } from './contact-store';
import { selectItems, toItem } from './item-store';
import type { ItemRow } from './item-store';

const byKeys = '(hall_code, id) in (select * from unnest($1::text[], $2::uuid[]))';
const byCaseKeys = '(hall_code, case_id) in (select * from unnest($1::text[], $2::uuid[]))';

function columns(keys: readonly Key[]): [string[], string[]] {
  return [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)];
}

/** A row that belongs to a case. */
export type OfCase<T> = T & { readonly hallCode: string; readonly caseId: string };

/** One line of a case's record, as stored. */
export interface RecordedAction {
  readonly sequence: number;
  readonly kind: string;
  readonly at: Date;
  readonly officerId: string | null;
  readonly actingForId: string | null;
  readonly clause: string | null;
  readonly note: string | null;
}

/** An applicant, opened. */
export interface StoredApplicant {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string | null;
  readonly account: string | null;
}

/** The read side of cases: one statement per question, however many keys are asked for. */
export class CaseQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async cases(keys: readonly Key[]): Promise<Case[]> {
    return (await this.database.query<CaseRow>(`select ${caseColumns} from cases where ${byKeys}`, columns(keys))).map(
      toCase,
    );
  }

  async caseByNumber(hallCode: string, number: string): Promise<Case | undefined> {
    const [row] = await this.database.query<CaseRow>(
      `select ${caseColumns} from cases where hall_code = $1 and number = $2`,
      [hallCode, number],
    );
    return row && toCase(row);
  }

  async contacts(keys: readonly Key[]): Promise<Contact[]> {
    return (
      await this.database.query<ContactRow>(`select ${contactColumns} from contacts where ${byKeys}`, columns(keys))
    ).map(toContact);
  }

  async items(keys: readonly Key[]): Promise<ServiceItem[]> {
    const rows = await this.database.query<ItemRow>(
      `${selectItems} where (i.hall_code, i.id) in (select * from unnest($1::text[], $2::uuid[]))`,
      columns(keys),
    );
    return rows.map(toItem);
  }

  async itemByCode(hallCode: string, code: string): Promise<ServiceItem | undefined> {
    const [row] = await this.database.query<ItemRow>(`${selectItems} where i.hall_code = $1 and i.code = $2`, [
      hallCode,
      code,
    ]);
    return row && toItem(row);
  }

  /** A page of the catalogue in order of code; one row more than asked for tells whether there is a next page. */
  async itemPage(hallCode: string, text: string | null, after: string | null, size: number): Promise<ServiceItem[]> {
    const rows = await this.database.query<ItemRow>(
      `${selectItems}
        where i.hall_code = $1 and ($2::text is null or position($2 in i.name) > 0 or i.code = $2) and ($3::text is null or i.code > $3)
        order by i.code limit $4`,
      [hallCode, text, after, size + 1],
    );
    return rows.map(toItem);
  }

  /** The windows that offer each item (S4.4c): those it lists, else all of its department. */
  async windowsOfItems(items: readonly Key[]): Promise<(Key & { readonly itemId: string })[]> {
    const rows = await this.database.query<{ hall_code: string; item_id: string; id: string }>(
      `select i.hall_code, i.id as item_id, w.id
         from service_items i
         join known_windows w on w.hall_code = i.hall_code
          and (w.id = any(i.window_ids) or (i.window_ids = '{}' and w.department_id = i.department_id))
        where (i.hall_code, i.id) in (select * from unnest($1::text[], $2::uuid[])) order by w.number`,
      columns(items),
    );
    return rows.map(({ hall_code: hallCode, item_id: itemId, id }) => ({ hallCode, itemId, id }));
  }

  /** Versions of items, by item and number: a running case shows the version it was accepted under. */
  async itemVersions(keys: readonly (Key & { readonly number: number })[]): Promise<(Key & ItemVersion)[]> {
    const rows = await this.database.query<{
      hall_code: string;
      item_id: string;
      number: number;
      body: Omit<ItemVersion, 'number'>;
    }>(
      `select hall_code, item_id, number, body from service_item_versions
        where (hall_code, item_id, number) in (select * from unnest($1::text[], $2::uuid[], $3::integer[]))`,
      [...columns(keys), keys.map(({ number }) => number)],
    );
    return rows.map((row) => ({ hallCode: row.hall_code, id: row.item_id, number: row.number, ...row.body }));
  }

  /** The slip in force of each case. */
  async slips(cases: readonly Key[]): Promise<OfCase<AcceptanceSlip>[]> {
    const rows = await this.database.query<{
      hall_code: string;
      case_id: string;
      number: string;
      issued_at: Date;
      due_on: string;
      provisional: boolean;
      pickup_window_id: string;
    }>(
      `select distinct on (hall_code, case_id) hall_code, case_id, number, issued_at, due_on::text, provisional, pickup_window_id
         from acceptance_slips where ${byCaseKeys} order by hall_code, case_id, issued_at desc`,
      columns(cases),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      caseId: row.case_id,
      number: row.number,
      issuedAt: row.issued_at,
      dueOn: row.due_on,
      provisional: row.provisional,
      pickupWindowId: row.pickup_window_id,
    }));
  }

  /** The ledger of each case's term, in order. */
  async termEvents(cases: readonly Key[]): Promise<OfCase<TermEvent>[]> {
    const rows = await this.database.query<{
      hall_code: string;
      case_id: string;
      kind: string;
      at: Date;
      details: object;
    }>(
      `select hall_code, case_id, kind, at, details from term_events where ${byCaseKeys} order by hall_code, case_id, sequence`,
      columns(cases),
    );
    return rows.map(
      ({ hall_code: hallCode, case_id: caseId, kind, at, details }) =>
        ({ ...details, hallCode, caseId, kind, at }) as OfCase<TermEvent>,
    );
  }

  /** The record of each case, in order. */
  async actions(cases: readonly Key[]): Promise<OfCase<RecordedAction>[]> {
    const rows = await this.database.query<{
      hall_code: string;
      case_id: string;
      sequence: number;
      kind: string;
      at: Date;
      officer_id: string | null;
      acting_for_id: string | null;
      clause: string | null;
      note: string | null;
    }>(
      `select hall_code, case_id, sequence, kind, at, officer_id, acting_for_id, clause, note
         from case_actions where ${byCaseKeys} order by hall_code, case_id, sequence`,
      columns(cases),
    );
    return rows.map(
      ({ hall_code: hallCode, case_id: caseId, officer_id: officerId, acting_for_id: actingForId, ...row }) => ({
        ...row,
        hallCode,
        caseId,
        officerId,
        actingForId,
      }),
    );
  }

  async materials(cases: readonly Key[]): Promise<OfCase<{ code: string; receivedAt: Date }>[]> {
    const rows = await this.database.query<{ hall_code: string; case_id: string; code: string; received_at: Date }>(
      `select hall_code, case_id, code, received_at from case_materials where ${byCaseKeys} order by hall_code, case_id, code`,
      columns(cases),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      caseId: row.case_id,
      code: row.code,
      receivedAt: row.received_at,
    }));
  }

  /** Applicants, opened; callers mask them unless the reader may see more. */
  async applicants(cases: readonly Key[]): Promise<OfCase<StoredApplicant>[]> {
    const rows = await this.database.query<{
      hall_code: string;
      case_id: string;
      account: string | null;
      name_sealed: string;
      id_number_sealed: string;
      phone_sealed: string | null;
    }>(
      `select hall_code, case_id, account, name_sealed, id_number_sealed, phone_sealed from case_applicants where ${byCaseKeys}`,
      columns(cases),
    );
    return rows.map((row) => {
      const open = (sealed: string): string => this.cipher.open(sealed, `case_applicants/${row.case_id}`);
      return {
        hallCode: row.hall_code,
        caseId: row.case_id,
        account: row.account,
        name: open(row.name_sealed),
        idNumber: open(row.id_number_sealed),
        phone: row.phone_sealed === null ? null : open(row.phone_sealed),
      };
    });
  }

  /** Which of these cases belong to an applicant's account: an applicant sees no other. */
  async ownCaseIds(account: string, cases: readonly Key[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ case_id: string }>(
      `select case_id from case_applicants where ${byCaseKeys} and account = $3`,
      [...columns(cases), account],
    );
    return new Set(rows.map((row) => row.case_id));
  }
}
