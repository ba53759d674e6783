import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read, select, selectOne } from '@hall/platform/postgres';
import type { Camel, Database, Table } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { ApplicantKind, Case, CaseActionKind, Standing } from '../../domain/cases/case';
import type { DefectKind } from '../../domain/cases/check-materials';
import type { CorrectionNotice } from '../../domain/cases/notices';
import type { CaseStep } from '../../domain/cases/steps';
import type { RejectionReport } from '../../domain/cases/end-case';
import type { AcceptanceSlip } from '../../domain/cases/plan-handling';
import { tables } from '../rows';
import type { CorrectionNoticesRow } from '../rows';
import { toStep } from './case-steps-store';
import { findTasks } from './joint-task-queries';
import type { AssignedTask } from './joint-task-queries';
import { agentOf, toCase } from './case-store';

/** A row that belongs to a case. */
export type OfCase<T> = T & { readonly hallCode: string; readonly caseId: string };

/** One line of a case's record, as stored. */
export interface RecordedAction {
  readonly sequence: number;
  readonly kind: CaseActionKind;
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
  /** The day by which to answer, counted from then; null where none is set, or it was not written down. */
  readonly replyBy: string | null;
}

/** A notice with how it was handed over; null before. */
export interface DeliveredNotice extends CorrectionNotice {
  readonly delivery: NoticeDelivered | null;
}

/** How somebody stands to a case, and their roles in its hall; null for nobody of its staff. */
export type KnownStanding = HallKey & Standing & { readonly roles: readonly string[] | null };

/** The read side of single cases: one statement per question, however many keys are asked for. */
export class CaseQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async cases(keys: readonly HallKey[]): Promise<Case[]> {
    return (await select(this.database, tables.cases, `where ${byKeys()}`, keyColumns(keys))).map(toCase);
  }

  async caseByNumber(hallCode: string, number: string): Promise<Case | undefined> {
    const row = await selectOne(this.database, tables.cases, 'where hall_code = $1 and number = $2', [
      hallCode,
      number,
    ]);
    return row && toCase(row);
  }

  /** Every slip of each case, the one in force first. */
  slips(cases: readonly HallKey[]): Promise<OfCase<AcceptanceSlip>[]> {
    return this.#ofCases(tables.acceptanceSlips, cases, 'issued_at desc, number desc');
  }

  /** The notices of each case, the newest first. */
  notices(cases: readonly HallKey[]): Promise<OfCase<DeliveredNotice>[]> {
    return read<CorrectionNoticesRow & { readonly delivery: NoticeDelivered | null }>(
      this.database,
      `select ${tables.correctionNotices.all},
              (select jsonb_build_object('mode', d.mode, 'deliveredAt', d.delivered_at, 'acknowledgedAt', d.acknowledged_at, 'replyBy', d.reply_by)
                 from notice_deliveries d where d.hall_code = n.hall_code and d.notice_number = n.number) as delivery
         from correction_notices n where ${byKeys('case_id')} order by issued_at desc, number desc`,
      keyColumns(cases),
    );
  }

  /** Everything that was ever found wanting, in order. */
  defects(cases: readonly HallKey[]): Promise<OfCase<RecordedDefect>[]> {
    return this.#ofCases(tables.caseDefects, cases, 'sequence');
  }

  async steps(cases: readonly HallKey[]): Promise<OfCase<CaseStep>[]> {
    return (await this.#ofCases(tables.caseSteps, cases, 'place')).map(toStep);
  }

  async tasks(cases: readonly HallKey[]): Promise<OfCase<AssignedTask>[]> {
    const where = `where ${byKeys('t.case_id')} order by t.stage, t.id`;
    return findTasks(this.database, where, keyColumns(cases));
  }

  rejections(cases: readonly HallKey[]): Promise<OfCase<RejectionReport>[]> {
    return this.#ofCases(tables.refusalReports, cases, 'at');
  }

  /** The record of each case, in order. */
  actions(cases: readonly HallKey[]): Promise<OfCase<RecordedAction>[]> {
    return this.#ofCases(tables.caseActions, cases, 'hall_code, case_id, sequence');
  }

  materials(cases: readonly HallKey[]): Promise<OfCase<{ code: string; receivedAt: Date }>[]> {
    return this.#ofCases(tables.caseMaterials, cases, 'hall_code, case_id, code, received_at');
  }

  /** Applicants, opened; callers mask them unless the reader may see more. */
  async applicants(cases: readonly HallKey[]): Promise<OfCase<StoredApplicant>[]> {
    const rows = await this.#ofCases(tables.caseApplicants, cases, 'case_id');
    return rows.map(({ hallCode, caseId, kind, account, ...sealed }) => {
      const open = (text: string): string => this.cipher.open(text, `case_applicants/${caseId}`);
      const [name, idNumber] = [open(sealed.nameSealed), open(sealed.idNumberSealed)];
      const phone = sealed.phoneSealed === null ? null : open(sealed.phoneSealed);
      return { hallCode, caseId, kind, account, name, idNumber, phone };
    });
  }

  /** Who received the result for the applicant, opened; null where the applicant did, or nobody yet. */
  agentName({ id, delivery }: Case): string | null {
    return delivery?.agentSealed ? this.cipher.open(delivery.agentSealed, agentOf(id)) : null;
  }

  /** Which of these cases belong to an applicant's account: an applicant sees no other. */
  async ownCaseIds(account: string, cases: readonly HallKey[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ case_id: string }>(
      `select case_id from case_applicants where ${byKeys('case_id')} and account = $3`,
      [...keyColumns(cases), account],
    );
    return new Set(rows.map((row) => row.case_id));
  }

  /** How the one with this account stands to each of these cases; nobody's standing is that of a stranger. */
  standings(account: string, cases: readonly HallKey[]): Promise<KnownStanding[]> {
    return read<KnownStanding>(
      this.database,
      `with k as (select * from unnest($1::text[], $2::uuid[]) as k(hall_code, id))
       select c.hall_code, c.id, s.roles,
              exists (select from known_posts p
                       where p.hall_code = c.hall_code and p.id = c.post_id and p.holder_id = s.id) as holds_post,
              exists (select from known_posts p where p.hall_code = c.hall_code and p.holder_id = s.id
                                                  and p.window_id in (c.window_id, c.substitute_window_id)) as holds_pickup,
              coalesce('CENTRE_LEADER' = any(s.roles)
                       or 'SECTION_HEAD' = any(s.roles) and s.department_id = c.department_id, false) as leads,
              exists (select from joint_tasks t where t.hall_code = c.hall_code and t.case_id = c.id
                                                  and t.state = 'OPEN' and t.department_id = s.department_id) as is_participant,
              exists (select from joint_tasks t where t.hall_code = c.hall_code and t.case_id = c.id
                                                  and t.state = 'OPEN' and t.department_id = s.department_id
                                                  and t.taken_by_id is distinct from s.id) as can_take,
              exists (select from case_applicants a
                       where a.hall_code = c.hall_code and a.case_id = c.id and a.account = $3) as is_applicant
         from k join cases c on c.hall_code = k.hall_code and c.id = k.id
         left join known_staff s on s.hall_code = c.hall_code and s.account = $3`,
      [...keyColumns(cases), account],
    );
  }

  #ofCases<Row extends { readonly case_id: string }, Name extends keyof Row>(
    table: Table<Row, Name, keyof Row>,
    cases: readonly HallKey[],
    order: string,
  ): Promise<Camel<Row>[]> {
    return select(this.database, table, `where ${byKeys('case_id')} order by ${order}`, keyColumns(cases));
  }
}
