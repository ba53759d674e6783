import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { Holder } from '../../domain/authority/authority';
import type { CoverCause } from '../../domain/authority/whereabouts';
import type { CoversRow, PostDutiesRow, VacanciesRow } from '../rows';

/** A holder of a post's authority, as recorded. */
export interface Duty extends Holder, HallKey {
  readonly coverId: string | null;
  readonly since: Date;
}

/** A cover, as recorded. */
export interface Cover extends HallKey {
  readonly postId: string;
  readonly absentId: string | null;
  readonly actingId: string;
  readonly cause: CoverCause;
  readonly from: Date;
  readonly to: Date | null;
}

/** An open vacancy of a post. */
export interface Vacancy {
  readonly hallCode: string;
  readonly postId: string;
  readonly ownerId: string;
  readonly reason: string;
  readonly since: Date;
}

/** The read side of authority: who held which post, and what stood open. */
export class AuthorityQueries {
  constructor(private readonly database: Database) {}

  /** Who held each post at an instant, from recorded history. */
  dutiesAt(posts: readonly HallKey[], at: Date): Promise<Duty[]> {
    return read<Omit<PostDutiesRow, 'during' | 'post_id'> & { readonly id: string; readonly since: Date }>(
      this.database,
      `select hall_code, post_id as id, staff_id, role, acting_for_id, cover_id, lower(during) as since
         from post_duties where ${byKeys('post_id')} and during @> $3::timestamptz`,
      [...keyColumns(posts), at],
    );
  }

  covers(keys: readonly HallKey[]): Promise<Cover[]> {
    return read<Omit<CoversRow, 'during'> & { readonly from: Date; readonly to: Date | null }>(
      this.database,
      `select hall_code, id, post_id, absent_id, acting_id, cause, lower(during) as "from", upper(during) as "to"
         from covers where ${byKeys()}`,
      keyColumns(keys),
    );
  }

  openVacancies(posts: readonly HallKey[]): Promise<Vacancy[]> {
    return read<Omit<VacanciesRow, 'during'> & { readonly since: Date }>(
      this.database,
      `select hall_code, post_id, owner_id, reason, lower(during) as since
         from vacancies where ${byKeys('post_id')} and upper_inf(during)`,
      keyColumns(posts),
    );
  }
}
