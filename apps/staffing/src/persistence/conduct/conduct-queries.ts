import type { YearMonth, HallKey } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { ConductRecord } from '../../domain/conduct/conduct';
import { rulesInForce } from '../../domain/conduct/conduct-rules';
import type { ConductRule } from '../../domain/conduct/conduct-rules';
import type { ConductAction } from '../../use-cases/ports';
import { conductColumns, selectRevisions, toConduct } from './conduct-store';
import type { ConductRow, RevisionRow } from './conduct-store';

/** An entry in the record of a breach. */
export interface RecordedAction extends ConductAction {
  readonly hallCode: string;
  readonly recordId: string;
}

/** Which records are wanted. */
export interface ConductFilter {
  readonly onlyOpen: boolean;
  /** A department whose head asks; null for the whole hall. */
  readonly departmentId: string | null;
}

/** The read side of conduct: one statement per question, however many keys are asked for. */
export class ConductQueries {
  constructor(private readonly database: Database) {}

  /** The rules that a hall has in force. */
  async rules(hallCode: string): Promise<readonly ConductRule[]> {
    const rows = await this.database.query<RevisionRow>(selectRevisions, [[hallCode]]);
    return rulesInForce(rows.map(({ clause, points, is_active: isActive }) => ({ clause, points, isActive })));
  }

  async records(keys: readonly HallKey[]): Promise<ConductRecord[]> {
    const rows = await this.database.query<ConductRow>(
      `select ${conductColumns} from conduct_records
        where (hall_code, id) in (select * from unnest($1::text[], $2::uuid[]))`,
      [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)],
    );
    return rows.map(toConduct);
  }

  /** Records of people whose breach lies in a month of the hall, oldest first. */
  async recordsOfMonth(staff: readonly HallKey[], month: YearMonth): Promise<ConductRecord[]> {
    const rows = await this.database.query<ConductRow>(
      `select ${conductColumns} from conduct_records
        where (hall_code, staff_id) in (select * from unnest($1::text[], $2::uuid[]))
          and occurred_at >= ($3 || '-01')::date::timestamp at time zone 'Asia/Shanghai'
          and occurred_at < (($3 || '-01')::date + interval '1 month') at time zone 'Asia/Shanghai'
        order by occurred_at, id`,
      [staff.map(({ hallCode }) => hallCode), staff.map(({ id }) => id), month],
    );
    return rows.map(toConduct);
  }

  /** A page of a hall's records, the newest first. */
  async recordPage(
    hallCode: string,
    { onlyOpen, departmentId }: ConductFilter,
    after: { at: Date; id: string } | null,
    size: number,
  ): Promise<ConductRecord[]> {
    const rows = await this.database.query<ConductRow>(
      `select ${conductColumns} from conduct_records r
        where hall_code = $1 and (not $2 or status in ('RECORDED', 'STATEMENT_GIVEN', 'APPEALED'))
          and ($3::uuid is null or exists (select from staff s where s.hall_code = r.hall_code and s.id = r.staff_id and s.department_id = $3))
          and ($4::timestamptz is null or (recorded_at, id) < ($4, $5))
        order by recorded_at desc, id desc limit $6`,
      [hallCode, onlyOpen, departmentId, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map(toConduct);
  }

  /** What was said about each record, in order. */
  async actions(records: readonly HallKey[]): Promise<RecordedAction[]> {
    const rows = await this.database.query<{
      hall_code: string;
      record_id: string;
      kind: RecordedAction['kind'];
      at: Date;
      by_id: string | null;
      note: string | null;
    }>(
      `select hall_code, record_id, kind, at, by_id, note from conduct_actions
        where (hall_code, record_id) in (select * from unnest($1::text[], $2::uuid[])) order by sequence`,
      [records.map(({ hallCode }) => hallCode), records.map(({ id }) => id)],
    );
    return rows.map(({ hall_code: hallCode, record_id: recordId, by_id: byId, ...row }) => ({
      hallCode,
      recordId,
      byId,
      ...row,
    }));
  }
}
