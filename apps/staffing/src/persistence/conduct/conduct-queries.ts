import type { HallKey, YearMonth } from '@hall/kernel';
import { atHallTime, byKeys, codeList, keyColumns, select } from '@hall/platform/postgres';
import type { Database, DatedCursor } from '@hall/platform/postgres';
import { undecidedStatuses } from '../../domain/conduct/conduct';
import type { ConductAction, ConductRecord } from '../../domain/conduct/conduct';
import { rulesInForce } from '../../domain/conduct/conduct-rules';
import type { ConductRule } from '../../domain/conduct/conduct-rules';
import { tables } from '../rows';
import { readRevisions } from './conduct-store';

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
    return rulesInForce(await readRevisions(this.database, hallCode));
  }

  records(keys: readonly HallKey[]): Promise<ConductRecord[]> {
    return select(this.database, tables.conductRecords, `where ${byKeys()}`, keyColumns(keys));
  }

  /** Records of people whose breach lies in a month of the hall, oldest first. */
  recordsOfMonth(staff: readonly HallKey[], month: YearMonth): Promise<ConductRecord[]> {
    return select(
      this.database,
      tables.conductRecords,
      `where ${byKeys('staff_id')}
          and occurred_at >= ($3 || '-01')::date::timestamp ${atHallTime}
          and occurred_at < (($3 || '-01')::date + interval '1 month') ${atHallTime}
        order by occurred_at, id`,
      [...keyColumns(staff), month],
    );
  }

  /** A page of a hall's records, the newest first. */
  recordPage(
    hallCode: string,
    { onlyOpen, departmentId }: ConductFilter,
    after: DatedCursor | null,
    size: number,
  ): Promise<ConductRecord[]> {
    return select(
      this.database,
      tables.conductRecords,
      `r where hall_code = $1 and (not $2 or status in ${codeList(undecidedStatuses)})
          and ($3::uuid is null or exists (select from staff s where s.hall_code = r.hall_code and s.id = r.staff_id and s.department_id = $3))
          and ($4::timestamptz is null or (recorded_at, id) < ($4, $5))
        order by recorded_at desc, id desc limit $6`,
      [hallCode, onlyOpen, departmentId, after?.at ?? null, after?.id ?? null, size + 1],
    );
  }

  /** What was said about each record, in order. */
  actions(records: readonly HallKey[]): Promise<RecordedAction[]> {
    return select(
      this.database,
      tables.conductActions,
      `where ${byKeys('record_id')} order by sequence`,
      keyColumns(records),
    );
  }
}
