import type { HallKey } from '@hall/kernel';
import { alertReader, isForReader } from '@hall/platform/deadlines';
import { byKeys, keyColumns, read, select } from '@hall/platform/postgres';
import type { Database, DatedCursor } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import { tables } from '../rows';
import type { MajorMattersRow } from '../rows';
import { toMatter } from './major-matter-store';

const departmentOf =
  '(select s.department_id from known_staff s where s.hall_code = m.hall_code and s.id = m.reported_by_id)';

/** The read side of major matters. */
export class MajorMatterQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async matters(keys: readonly HallKey[]): Promise<MajorMatter[]> {
    const rows = await select(this.database, tables.majorMatters, `where ${byKeys()}`, keyColumns(keys));
    return rows.map((row) => toMatter(this.cipher, row));
  }

  /** Major matters, the newest first: leaders and the office see all of the hall, heads their department, others their own. */
  async matterPage(
    { hallCode, account }: { readonly hallCode: string; readonly account: string },
    onlyOpen: boolean,
    after: DatedCursor | null,
    size: number,
  ): Promise<MajorMatter[]> {
    const rows = await read<MajorMattersRow>(
      this.database,
      `with ${alertReader}
       select ${tables.majorMatters.of('m')} from me, major_matters m
        where m.hall_code = $1 and ${isForReader(departmentOf, 'm.reported_by_id')}
          and (not $3 or m.answered_at is null) and ($4::timestamptz is null or (m.reported_at, m.id) < ($4, $5))
        order by m.reported_at desc, m.id desc limit $6`,
      [hallCode, account, onlyOpen, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map((row) => toMatter(this.cipher, row));
  }
}
