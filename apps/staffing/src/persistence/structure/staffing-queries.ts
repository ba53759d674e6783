import type { HallKey } from '@hall/kernel';
import { read, select, selectOne } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { CoverCause, Holder } from '../../domain/authority/authority';
import type { AttendanceMark } from '../../domain/attendance/attendance';
import type { PublishedYear } from '../../domain/calendar/calendar-year';
import type { Department, Hall, ServiceWindow } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import type { StaffMember } from '../../domain/structure/staff';
import { readYearsInForce } from '../calendar/calendar-store';
import { columns, keyed } from '../keys-sql';
import { tables } from '../rows';
import type { CoversRow, PostDutiesRow, PresencesRow, VacanciesRow } from '../rows';
import { toHall } from './hall-store';
import { readPosts } from './post-store';

const byKeys = `where ${keyed('id')}`;
const ofHalls = 'where hall_code = any($1)';

/** A holder of a post's authority, as recorded. */
export interface Duty extends Holder, HallKey {
  readonly coverId: string | null;
  readonly since: Date;
}

/** A cover, as recorded. */
export interface Cover extends HallKey {
  readonly postId: string;
  readonly absentId: string;
  readonly actingId: string;
  readonly cause: CoverCause;
  readonly from: Date;
  readonly to: Date | null;
}

/** A check-in, as recorded. */
export interface CheckInRecord extends HallKey {
  readonly staffId: string;
  readonly windowId: string;
  readonly mark: AttendanceMark;
  readonly at: Date;
}

/** An open vacancy of a post. */
export interface Vacancy {
  readonly hallCode: string;
  readonly postId: string;
  readonly ownerId: string;
  readonly reason: string;
  readonly since: Date;
}

/** The read side of staffing: one statement per question, however many keys are asked for. */
export class StaffingQueries {
  constructor(private readonly database: Database) {}

  async halls(codes: readonly string[]): Promise<Hall[]> {
    return (await select(this.database, tables.halls, ofHalls, [codes])).map(toHall);
  }

  /** The revision in force of each year that a hall has published. */
  calendarYearsOfHalls(codes: readonly string[]): Promise<PublishedYear[]> {
    return readYearsInForce(this.database, codes);
  }

  departments(keys: readonly HallKey[]): Promise<Department[]> {
    return select(this.database, tables.departments, byKeys, columns(keys));
  }

  departmentsOfHalls(codes: readonly string[]): Promise<Department[]> {
    return select(this.database, tables.departments, `${ofHalls} order by code`, [codes]);
  }

  windows(keys: readonly HallKey[]): Promise<ServiceWindow[]> {
    return select(this.database, tables.serviceWindows, byKeys, columns(keys));
  }

  windowsOfHalls(codes: readonly string[]): Promise<ServiceWindow[]> {
    return select(this.database, tables.serviceWindows, `${ofHalls} order by number`, [codes]);
  }

  windowsOfDepartments(departments: readonly HallKey[]): Promise<ServiceWindow[]> {
    const rest = `where ${keyed('department_id')} order by number`;
    return select(this.database, tables.serviceWindows, rest, columns(departments));
  }

  postsOfWindows(windows: readonly HallKey[]): Promise<Post[]> {
    const where = '(p.hall_code, p.window_id) in (select * from unnest($1::text[], $2::uuid[])) order by p.code';
    return readPosts(this.database, where, columns(windows));
  }

  staff(keys: readonly HallKey[]): Promise<StaffMember[]> {
    return select(this.database, tables.staff, byKeys, columns(keys));
  }

  staffByAccount(hallCode: string, account: string): Promise<StaffMember | undefined> {
    return selectOne(this.database, tables.staff, 'where hall_code = $1 and account = $2', [hallCode, account]);
  }

  posts(keys: readonly HallKey[]): Promise<Post[]> {
    const where = '(p.hall_code, p.id) in (select * from unnest($1::text[], $2::uuid[]))';
    return readPosts(this.database, where, columns(keys));
  }

  postsOfHalls(codes: readonly string[]): Promise<Post[]> {
    return readPosts(this.database, 'p.hall_code = any($1) order by p.code', [codes]);
  }

  /** Who held each post at an instant, from recorded history. */
  dutiesAt(posts: readonly HallKey[], at: Date): Promise<Duty[]> {
    return read<Omit<PostDutiesRow, 'during' | 'post_id'> & { readonly id: string; readonly since: Date }>(
      this.database,
      `select hall_code, post_id as id, staff_id, role, acting_for_id, cover_id, lower(during) as since
         from post_duties where ${keyed('post_id')} and during @> $3::timestamptz`,
      [...columns(posts), at],
    );
  }

  covers(keys: readonly HallKey[]): Promise<Cover[]> {
    return read<Omit<CoversRow, 'during'> & { readonly from: Date; readonly to: Date | null }>(
      this.database,
      `select hall_code, id, post_id, absent_id, acting_id, cause, lower(during) as "from", upper(during) as "to"
         from covers ${byKeys}`,
      columns(keys),
    );
  }

  openVacancies(posts: readonly HallKey[]): Promise<Vacancy[]> {
    return read<Omit<VacanciesRow, 'during'> & { readonly since: Date }>(
      this.database,
      `select hall_code, post_id, owner_id, reason, lower(during) as since
         from vacancies where ${keyed('post_id')} and upper_inf(during)`,
      columns(posts),
    );
  }

  checkIns(keys: readonly HallKey[]): Promise<CheckInRecord[]> {
    return read<Pick<PresencesRow, 'hall_code' | 'id' | 'staff_id' | 'window_id' | 'mark'> & { readonly at: Date }>(
      this.database,
      `select hall_code, id, staff_id, window_id, mark, lower(during) as at from presences ${byKeys}`,
      columns(keys),
    );
  }
}
