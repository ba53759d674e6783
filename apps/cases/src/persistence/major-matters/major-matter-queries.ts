import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, select } from '@hall/platform/postgres';
import type { Database, DatedCursor } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import { tables } from '../rows';
import { toMatter } from './major-matter-store';

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

  /** Major matters of a hall, the newest first. */
  async matterPage(
    hallCode: string,
    onlyOpen: boolean,
    after: DatedCursor | null,
    size: number,
  ): Promise<MajorMatter[]> {
    const rows = await select(
      this.database,
      tables.majorMatters,
      `where hall_code = $1 and (not $2 or answered_at is null) and ($3::timestamptz is null or (reported_at, id) < ($3, $4))
        order by reported_at desc, id desc limit $5`,
      [hallCode, onlyOpen, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map((row) => toMatter(this.cipher, row));
  }
}
