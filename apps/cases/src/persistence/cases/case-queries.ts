import type { EscalationLevel, DeadlineEvent } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { ApplicantKind, Case } from '../../domain/cases/case';
import type { DefectKind } from '../../domain/cases/check-materials';
import type { JointTask } from '../../domain/cases/joint';
import type { CorrectionNotice } from '../../domain/cases/notices';
import type { CaseStep } from '../../domain/cases/steps';
import type { AcceptanceSlip, Key, RejectionReport } from '../../use-cases/ports';
import { noticeColumns, refusalColumns, toNotice, toRefusalReport } from './case-documents-store';
import type { NoticeRow, RefusalRow } from './case-documents-store';
import { stepColumns, taskColumns, toStep, toTask } from './case-steps-store';
import type { StepRow, TaskRow } from './case-steps-store';
import { caseColumns, toCase } from './case-rows';
import type { CaseRow } from './case-rows';
import { byCaseKeys, byKeys, columns } from '../keys-sql';
import type { OfCase } from '../keys-sql';

export type { OfCase } from '../keys-sql';

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
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string | null;
  readonly account: string | null;
}

/** A defect as it was recorded. */
export interface RecordedDefect {
  readonly materialCode: string;
  readonly kind: DefectKind;
  readonly explanation: string;
  readonly noticeNumber: string | null;
  readonly settledAt: Date | null;
}

/** How a notice was handed over. */
export interface NoticeDelivered {
  readonly mode: 'PRINTED' | 'ELECTRONIC';
  readonly deliveredAt: string;
  readonly acknowledgedAt: string | null;
}

/** A notice with how it was handed over; null before. */
export interface DeliveredNotice extends CorrectionNotice {
  readonly delivery: NoticeDelivered | null;
}

/** A rung that was told. */
export interface ToldRung {
  readonly rung: EscalationLevel;
  readonly at: Date;
}

/** A date that a calendar change has moved. */
export interface RecordedMove {
  readonly dueBefore: Date | null;
  readonly dueAfter: Date | null;
  readonly reason: string;
  readonly at: Date;
}

/** What a row of a child table always says. */
interface ChildRow {
  readonly hall_code: string;
  readonly case_id: string;
}

/** The read side of single cases: one statement per question, however many keys are asked for. */
export class CaseQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async cases(keys: readonly Key[]): Promise<Case[]> {
    const rows = await this.database.query<CaseRow>(`select ${caseColumns} from cases where ${byKeys}`, columns(keys));
    return rows.map(toCase);
  }

  async caseByNumber(hallCode: string, number: string): Promise<Case | undefined> {
    const [row] = await this.database.query<CaseRow>(
      `select ${caseColumns} from cases where hall_code = $1 and number = $2`,
      [hallCode, number],
    );
    return row && toCase(row);
  }

  /** Every slip of each case, the one in force first. */
  async slips(cases: readonly Key[]): Promise<OfCase<AcceptanceSlip>[]> {
    return this.#children<
      {
        number: string;
        issued_at: Date;
        due_on: string;
        provisional: boolean;
        pickup_window_id: string;
        code_of: string;
      },
      AcceptanceSlip
    >(
      `select hall_code, case_id, number, issued_at, due_on::text, provisional, pickup_window_id, code_of
         from acceptance_slips where ${byCaseKeys} order by issued_at desc, number desc`,
      cases,
      (row) => ({
        number: row.number,
        issuedAt: row.issued_at,
        dueOn: row.due_on,
        provisional: row.provisional,
        pickupWindowId: row.pickup_window_id,
        codeOf: row.code_of,
      }),
    );
  }

  /** The notices of each case, the newest first. */
  notices(cases: readonly Key[]): Promise<OfCase<DeliveredNotice>[]> {
    return this.#children<NoticeRow & { delivery: NoticeDelivered | null }, DeliveredNotice>(
      `select hall_code, case_id, ${noticeColumns},
              (select jsonb_build_object('mode', d.mode, 'deliveredAt', d.delivered_at, 'acknowledgedAt', d.acknowledged_at)
                 from notice_deliveries d where d.hall_code = n.hall_code and d.notice_number = n.number) as delivery
         from correction_notices n where ${byCaseKeys} order by issued_at desc, number desc`,
      cases,
      (row) => ({ ...toNotice(row), delivery: row.delivery }),
    );
  }

  /** Everything that was ever found wanting, in order. */
  defects(cases: readonly Key[]): Promise<OfCase<RecordedDefect>[]> {
    return this.#children<
      {
        material_code: string;
        kind: DefectKind;
        explanation: string;
        notice_number: string | null;
        settled_at: Date | null;
      },
      RecordedDefect
    >(
      `select hall_code, case_id, material_code, kind, explanation, notice_number, settled_at
         from case_defects where ${byCaseKeys} order by sequence`,
      cases,
      (row) => ({
        materialCode: row.material_code,
        kind: row.kind,
        explanation: row.explanation,
        noticeNumber: row.notice_number,
        settledAt: row.settled_at,
      }),
    );
  }

  steps(cases: readonly Key[]): Promise<OfCase<CaseStep>[]> {
    const sql = `select hall_code, case_id, ${stepColumns} from case_steps where ${byCaseKeys} order by place`;
    return this.#children<StepRow, CaseStep>(sql, cases, toStep);
  }

  tasks(cases: readonly Key[]): Promise<OfCase<JointTask>[]> {
    const sql = `select hall_code, case_id, ${taskColumns} from joint_tasks where ${byCaseKeys} order by stage, id`;
    return this.#children<TaskRow, JointTask>(sql, cases, toTask);
  }

  refusals(cases: readonly Key[]): Promise<OfCase<RejectionReport>[]> {
    const sql = `select ${refusalColumns} from refusal_reports where ${byCaseKeys}`;
    return this.#children<RefusalRow, RejectionReport>(sql, cases, toRefusalReport);
  }

  /** The ledger of each term, in order; a case's own term has the case's id. */
  async termEvents(terms: readonly Key[]): Promise<OfCase<DeadlineEvent>[]> {
    return this.#children<{ kind: string; at: Date; details: object }, DeadlineEvent>(
      `select hall_code, term_id as case_id, kind, at, details from term_events
        where (hall_code, term_id) in (select * from unnest($1::text[], $2::uuid[])) order by hall_code, term_id, sequence`,
      terms,
      ({ kind, at, details }) => ({ ...details, kind, at }) as DeadlineEvent,
    );
  }

  /** The rungs of each term that were told, in order. */
  rungs(terms: readonly Key[]): Promise<OfCase<ToldRung>[]> {
    return this.#children<ToldRung, ToldRung>(
      `select hall_code, term_id as case_id, rung, at from term_rungs
        where (hall_code, term_id) in (select * from unnest($1::text[], $2::uuid[])) order by at, rung`,
      terms,
      ({ rung, at }) => ({ rung, at }),
    );
  }

  /** What calendar changes have moved, in order. */
  moves(terms: readonly Key[]): Promise<OfCase<RecordedMove>[]> {
    return this.#children<{ due_before: Date | null; due_after: Date | null; reason: string; at: Date }, RecordedMove>(
      `select hall_code, term_id as case_id, due_before, due_after, reason, at from term_projections
        where (hall_code, term_id) in (select * from unnest($1::text[], $2::uuid[])) order by at`,
      terms,
      (row) => ({ dueBefore: row.due_before, dueAfter: row.due_after, reason: row.reason, at: row.at }),
    );
  }

  /** The record of each case, in order. */
  actions(cases: readonly Key[]): Promise<OfCase<RecordedAction>[]> {
    return this.#children<
      {
        sequence: number;
        kind: string;
        at: Date;
        officer_id: string | null;
        acting_for_id: string | null;
        clause: string | null;
        note: string | null;
      },
      RecordedAction
    >(
      `select hall_code, case_id, sequence, kind, at, officer_id, acting_for_id, clause, note
         from case_actions where ${byCaseKeys} order by hall_code, case_id, sequence`,
      cases,
      ({ sequence, kind, at, officer_id: officerId, acting_for_id: actingForId, clause, note }) => ({
        sequence,
        kind,
        at,
        officerId,
        actingForId,
        clause,
        note,
      }),
    );
  }

  materials(cases: readonly Key[]): Promise<OfCase<{ code: string; receivedAt: Date }>[]> {
    return this.#children<{ code: string; received_at: Date }, { code: string; receivedAt: Date }>(
      `select hall_code, case_id, code, received_at from case_materials where ${byCaseKeys} order by hall_code, case_id, code, received_at`,
      cases,
      ({ code, received_at: receivedAt }) => ({ code, receivedAt }),
    );
  }

  /** Applicants, opened; callers mask them unless the reader may see more. */
  applicants(cases: readonly Key[]): Promise<OfCase<StoredApplicant>[]> {
    return this.#children<
      {
        case_id: string;
        kind: ApplicantKind;
        account: string | null;
        name_sealed: string;
        id_number_sealed: string;
        phone_sealed: string | null;
      },
      StoredApplicant
    >(
      `select hall_code, case_id, kind, account, name_sealed, id_number_sealed, phone_sealed from case_applicants where ${byCaseKeys}`,
      cases,
      (row) => {
        const open = (sealed: string): string => this.cipher.open(sealed, `case_applicants/${row.case_id}`);
        return {
          kind: row.kind,
          account: row.account,
          name: open(row.name_sealed),
          idNumber: open(row.id_number_sealed),
          phone: row.phone_sealed === null ? null : open(row.phone_sealed),
        };
      },
    );
  }

  /** Which of these cases belong to an applicant's account: an applicant sees no other. */
  async ownCaseIds(account: string, cases: readonly Key[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ case_id: string }>(
      `select case_id from case_applicants where ${byCaseKeys} and account = $3`,
      [...columns(cases), account],
    );
    return new Set(rows.map((row) => row.case_id));
  }

  async #children<Row extends object, T>(
    sql: string,
    parents: readonly Key[],
    convert: (row: Row) => T,
  ): Promise<OfCase<T>[]> {
    const rows = await this.database.query<Row & ChildRow>(sql, columns(parents));
    return rows.map((row) => ({ ...convert(row), hallCode: row.hall_code, caseId: row.case_id }));
  }
}
