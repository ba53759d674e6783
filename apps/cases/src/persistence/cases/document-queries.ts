import type { TimeLimit } from '@hall/kernel';
import { maskCreditCode, maskIdNumber, maskName } from '@hall/kernel';
import { counted } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { ApplicantKind } from '../../domain/cases/case';
import type { ItemVersion } from '../../domain/catalogue/service-item';

/** What every paper of a case needs to know. */
export interface PaperHead {
  readonly hallCode: string;
  readonly hallName: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly itemCode: string;
  readonly version: ItemVersion;
  readonly applicantMasked: string;
  readonly materials: readonly string[];
}

/** A window's number and name. */
export interface NamedWindow {
  readonly number: string;
  readonly name: string;
}

interface HeadRow {
  readonly hall_name: string;
  readonly case_id: string;
  readonly case_number: string;
  readonly item_name: string;
  readonly item_code: string;
  readonly item_version: number;
  readonly body: Omit<ItemVersion, 'number'>;
  readonly applicant_kind: ApplicantKind;
  readonly name_sealed: string;
  readonly id_number_sealed: string;
  readonly materials: string[] | null;
  readonly issued_at: Date;
  readonly officer: string | null;
}

/** The head of a paper; needs a `where` on `p`, the paper, which names its officer in `officer_id`. */
const head = (papers: string): string => `
  select h.name as hall_name, c.id as case_id, c.number as case_number, i.name as item_name, c.item_code, c.item_version, v.body,
         a.kind as applicant_kind, a.name_sealed, a.id_number_sealed, p.*,
         (select array_agg(distinct m.code) from case_materials m where m.hall_code = c.hall_code and m.case_id = c.id) as materials,
         (select coalesce(s.name, s.account) || coalesce('（' || s.badge_number || '）', '') from known_staff s
           where s.hall_code = c.hall_code and s.id = p.officer_id) as officer
    from (${papers}) p
    join cases c on c.hall_code = p.hall_code and c.id = p.case_id
    join known_halls h on h.hall_code = c.hall_code
    join service_items i on i.hall_code = c.hall_code and i.id = c.item_id
    join service_item_versions v on v.hall_code = c.hall_code and v.item_id = c.item_id and v.number = c.item_version
    join case_applicants a on a.hall_code = c.hall_code and a.case_id = c.id`;

/** A paper with its head. */
export interface StoredPaper<T> {
  readonly head: PaperHead;
  readonly issuedAt: Date;
  readonly officer: string;
  readonly paper: T;
}

/** What papers are made of. */
export class DocumentQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  slip(hallCode: string, number: string) {
    return this.#paper(
      hallCode,
      number,
      `select s.hall_code, s.case_id, s.issued_at, s.code_of, s.due_on::text, s.provisional, e.details as started,
              (select jsonb_build_object('number', w.number, 'name', w.name) from known_windows w
                where w.hall_code = s.hall_code and w.id = s.pickup_window_id) as pickup,
              (select n.number from acceptance_slips n where n.hall_code = s.hall_code and n.case_id = s.case_id
                and (n.issued_at, n.number) > (s.issued_at, s.number) order by n.issued_at, n.number limit 1) as voided_by,
              (select c.accepted_by_id from cases c where c.hall_code = s.hall_code and c.id = s.case_id) as officer_id
         from acceptance_slips s
         join lateral (select details from deadline_events e where e.hall_code = s.hall_code and e.deadline_id = s.case_id and e.kind = 'START'
                        order by e.sequence desc limit 1) e on true
        where s.hall_code = $1 and s.number = $2`,
      (row: {
        code_of: string;
        due_on: string;
        provisional: boolean;
        started: { limit: TimeLimit };
        pickup: NamedWindow | null;
        voided_by: string | null;
      }) => ({
        codeOf: row.code_of,
        dueOn: row.due_on,
        provisional: row.provisional,
        limit: row.started.limit,
        pickupWindow: row.pickup,
        voidedBy: row.voided_by,
      }),
    );
  }

  notice(hallCode: string, number: string) {
    return this.#paper(
      hallCode,
      number,
      `select n.hall_code, n.case_id, n.issued_at, n.issued_by_id as officer_id, n.reply_by::text, n.ground,
              exists (select from acceptance_slips s where s.hall_code = n.hall_code and s.case_id = n.case_id) as has_slip,
              (select jsonb_agg(jsonb_build_object('materialCode', d.material_code, 'kind', d.kind, 'explanation', d.explanation) order by d.sequence)
                 from case_defects d where d.hall_code = n.hall_code and d.case_id = n.case_id and d.notice_number = n.number) as defects
         from correction_notices n where n.hall_code = $1 and n.number = $2`,
      (row: {
        reply_by: string;
        ground: string | null;
        has_slip: boolean;
        defects: { materialCode: string; kind: string; explanation: string }[] | null;
      }) => ({ replyBy: row.reply_by, ground: row.ground, hasSlip: row.has_slip, defects: row.defects ?? [] }),
    );
  }

  rejection(hallCode: string, number: string) {
    return this.#paper(
      hallCode,
      number,
      `select r.hall_code, r.case_id, r.at as issued_at, r.handled_by_id as officer_id, r.reason, r.explanation,
              coalesce(r.refer_to_body, (select w.number || ' ' || w.name from known_windows w
                                          where w.hall_code = r.hall_code and w.id = r.refer_to_window_id)) as refer_to
         from refusal_reports r where r.hall_code = $1 and r.number = $2`,
      (row: { reason: string; explanation: string; refer_to: string | null }) => ({
        reason: row.reason,
        explanation: row.explanation,
        referTo: row.refer_to,
      }),
    );
  }

  /** The names of a hall and a department. */
  async names(hallCode: string, departmentId: string): Promise<{ hall: string; department: string }> {
    const [row] = await this.database.query<{ hall: string; department: string | null }>(
      `select name as hall, (select d.name from known_departments d where d.hall_code = h.hall_code and d.id = $2) as department
         from known_halls h where h.hall_code = $1`,
      [hallCode, departmentId],
    );
    return { hall: row?.hall ?? hallCode, department: row?.department ?? '' };
  }

  /** The departments of a hall by id. */
  async departmentNames(hallCode: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'select id, name from known_departments where hall_code = $1',
      [hallCode],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Windows by their ids, in order of number; all of a hall when none are named. */
  async windows(hallCode: string, ids: readonly string[] | null): Promise<NamedWindow[]> {
    return this.database.query<NamedWindow>(
      `select number, name from known_windows
        where hall_code = $1 and ($2::uuid[] is null or id = any($2)) order by ${counted('number')}`,
      [hallCode, ids],
    );
  }

  async #paper<Row extends object, T>(
    hallCode: string,
    number: string,
    papers: string,
    convert: (row: Row) => T,
  ): Promise<StoredPaper<T> | undefined> {
    const [row] = await this.database.query<HeadRow & Row>(head(papers), [hallCode, number]);
    if (!row) return undefined;
    const place = `case_applicants/${row.case_id}`;
    const [name, idNumber] = [row.name_sealed, row.id_number_sealed].map((sealed) => this.cipher.open(sealed, place));
    const isPerson = row.applicant_kind === 'PERSON';
    const person = isPerson ? [maskName(name!), maskIdNumber(idNumber!)] : [name!, maskCreditCode(idNumber!)];
    const nameOf = (code: string): string =>
      row.body.materials.find((material) => material.code === code)?.name ?? code;
    return {
      head: {
        hallCode,
        hallName: row.hall_name,
        caseNumber: row.case_number,
        itemName: row.item_name,
        itemCode: row.item_code,
        version: { number: row.item_version, ...row.body },
        applicantMasked: person.join('　'),
        materials: (row.materials ?? []).map(nameOf),
      },
      issuedAt: row.issued_at,
      officer: row.officer ?? '',
      paper: convert(row),
    };
  }
}
