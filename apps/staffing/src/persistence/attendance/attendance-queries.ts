import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { ArrivalMark } from '../../domain/attendance/attendance';

/** A check-in, as recorded. */
export interface CheckInRecord extends HallKey {
  readonly staffId: string;
  readonly windowId: string;
  readonly mark: ArrivalMark;
  readonly at: Date;
}

/** The read side of attendance. */
export class AttendanceQueries {
  constructor(private readonly database: Database) {}

  checkIns(keys: readonly HallKey[]): Promise<CheckInRecord[]> {
    return read<{ hall_code: string; id: string; staff_id: string; window_id: string; mark: ArrivalMark; at: Date }>(
      this.database,
      `select hall_code, id, staff_id, window_id, mark, at from staff_acts where kind = 'CHECK_IN' and ${byKeys()}`,
      keyColumns(keys),
    );
  }
}
