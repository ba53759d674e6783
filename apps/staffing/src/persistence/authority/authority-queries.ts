import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { Holder } from '../../domain/authority/authority';
import type { Assignment } from '../../domain/authority/plan-authority';
import type { CoverCause, PresenceAct } from '../../domain/authority/whereabouts';
import type { KnownLeave } from '../../domain/leave/known-leave';
import type { CoversRow, PostDutiesRow, StaffActsRow, VacanciesRow } from '../rows';
import { readLeaveSpans } from '../leave/leave-spans';
import { readAssignments } from './assignments';

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

/** An act about being there, with when the system knew of it and until when it counted. */
export interface KnownAct {
  readonly id: string;
  readonly staffId: string;
  readonly kind: PresenceAct;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
}

/** What is known of posts in a span of time. */
export interface KnownHistory {
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** In their order, also what was undone. */
  readonly acts: readonly KnownAct[];
  readonly leaves: readonly KnownLeave[];
}

/** A span in which nobody held a post in service. */
export interface RecordedGap {
  readonly hallCode: string;
  readonly postId: string;
  readonly from: Date;
  readonly to: Date | null;
  readonly reason: CoverCause;
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

  /** Who is assigned to these posts of one hall in a span, and what these people did and were granted in it. */
  async historyOf(hallCode: string, postIds: readonly string[], from: Date, to: Date): Promise<KnownHistory> {
    const assignments = await readAssignments(this.database, hallCode, postIds, { from, to });
    const people = [...new Set([...assignments.values()].flat().map(({ staffId }) => staffId))];
    const acts = await read<Pick<StaffActsRow, 'id' | 'staff_id' | 'kind' | 'at' | 'recorded_at' | 'undone_at'>>(
      this.database,
      `select id, staff_id, kind, at, recorded_at, undone_at from staff_acts
        where hall_code = $1 and staff_id = any($2::uuid[]) and at >= $3 and at < $4 order by at, sequence`,
      [hallCode, people, from, to],
    );
    return { assignments, acts, leaves: await readLeaveSpans(this.database, hallCode, people, { from, to }) };
  }

  /** Vacancies of a hall that touch a span, in order. */
  vacanciesBetween(hallCode: string, from: Date, to: Date): Promise<RecordedGap[]> {
    return read<
      Omit<VacanciesRow, 'during' | 'owner_id' | 'reason'> & { from: Date; to: Date | null; reason: CoverCause }
    >(
      this.database,
      `select hall_code, post_id, reason, lower(during) as "from", upper(during) as "to" from vacancies
        where hall_code = $1 and during && tstzrange($2, $3) and not isempty(during) order by lower(during), post_id`,
      [hallCode, from, to],
    );
  }

  /** Covers of posts that touch a span, in order. */
  coversBetween(posts: readonly HallKey[], from: Date, to: Date): Promise<Cover[]> {
    return read<Omit<CoversRow, 'during'> & { readonly from: Date; readonly to: Date | null }>(
      this.database,
      `select hall_code, id, post_id, absent_id, acting_id, cause, lower(during) as "from", upper(during) as "to" from covers
        where ${byKeys('post_id')} and during && tstzrange($3, $4) and not isempty(during) order by lower(during)`,
      [...keyColumns(posts), from, to],
    );
  }
}
