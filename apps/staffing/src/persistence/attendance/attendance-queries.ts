import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { AttendanceMark } from '../../domain/attendance/attendance';
import type { PresencesRow } from '../rows';

/** A check-in, as recorded. */
export interface CheckInRecord extends HallKey {
  readonly staffId: string;
  readonly windowId: string;
  readonly mark: AttendanceMark;
  readonly at: Date;
}

/** The read side of attendance. */
export class AttendanceQueries {
  constructor(private readonly database: Database) {}

  checkIns(keys: readonly HallKey[]): Promise<CheckInRecord[]> {
    return read<Pick<PresencesRow, 'hall_code' | 'id' | 'staff_id' | 'window_id' | 'mark'> & { readonly at: Date }>(
      this.database,
      `select hall_code, id, staff_id, window_id, mark, lower(during) as at from presences where ${byKeys()}`,
      keyColumns(keys),
    );
  }
}
