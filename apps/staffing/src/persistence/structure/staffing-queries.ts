import type { HallKey } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { CoverCause, Holder, PostRole } from '../../domain/authority/authority';
import type { AttendanceMark } from '../../domain/attendance/attendance';
import type { PublishedYear } from '../../domain/calendar/calendar-year';
import type { Department, Hall, ServiceWindow } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import type { StaffMember } from '../../domain/structure/staff';
import { selectYearsInForce, toPublishedYear } from '../calendar/calendar-store';
import type { CalendarYearRow } from '../calendar/calendar-store';
import { hallColumns, toDepartment, toHall, toWindow } from './hall-store';
import type { DepartmentRow, HallRow, WindowRow } from './hall-store';
import { selectPosts, toPost } from './post-store';
import type { PostRow } from './post-store';
import { staffColumns, toStaff } from './staff-store';
import type { StaffRow } from './staff-store';

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

/** Rows of any number of halls by key, in one statement: the two arrays travel side by side. */
const byKeys = '(hall_code, id) in (select * from unnest($1::text[], $2::uuid[]))';

function columns(keys: readonly HallKey[]): [string[], string[]] {
  return [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)];
}

/** The read side of staffing: one statement per question, however many keys are asked for. */
export class StaffingQueries {
  constructor(private readonly database: Database) {}

  async halls(codes: readonly string[]): Promise<Hall[]> {
    const rows = await this.database.query<HallRow>(`select ${hallColumns} from halls where hall_code = any($1)`, [
      codes,
    ]);
    return rows.map(toHall);
  }

  /** The revision in force of each year that a hall has published. */
  async calendarYearsOfHalls(codes: readonly string[]): Promise<PublishedYear[]> {
    const rows = await this.database.query<CalendarYearRow>(selectYearsInForce, [codes]);
    return rows.map(toPublishedYear);
  }

  async departments(keys: readonly HallKey[]): Promise<Department[]> {
    const rows = await this.database.query<DepartmentRow>(
      `select hall_code, id, code, name, head_id from departments where ${byKeys}`,
      columns(keys),
    );
    return rows.map(toDepartment);
  }

  async departmentsOfHalls(codes: readonly string[]): Promise<Department[]> {
    const rows = await this.database.query<DepartmentRow>(
      'select hall_code, id, code, name, head_id from departments where hall_code = any($1) order by code',
      [codes],
    );
    return rows.map(toDepartment);
  }

  async windows(keys: readonly HallKey[]): Promise<ServiceWindow[]> {
    const rows = await this.database.query<WindowRow>(
      `select hall_code, id, number, name, department_id, status, version from service_windows where ${byKeys}`,
      columns(keys),
    );
    return rows.map(toWindow);
  }

  async windowsOfHalls(codes: readonly string[]): Promise<ServiceWindow[]> {
    const rows = await this.database.query<WindowRow>(
      `select hall_code, id, number, name, department_id, status, version
         from service_windows where hall_code = any($1) order by number`,
      [codes],
    );
    return rows.map(toWindow);
  }

  async windowsOfDepartments(departments: readonly HallKey[]): Promise<ServiceWindow[]> {
    const rows = await this.database.query<WindowRow>(
      `select hall_code, id, number, name, department_id, status, version from service_windows
        where (hall_code, department_id) in (select * from unnest($1::text[], $2::uuid[])) order by number`,
      columns(departments),
    );
    return rows.map(toWindow);
  }

  async postsOfWindows(windows: readonly HallKey[]): Promise<Post[]> {
    const rows = await this.database.query<PostRow>(
      `${selectPosts} where (p.hall_code, p.window_id) in (select * from unnest($1::text[], $2::uuid[])) order by p.code`,
      columns(windows),
    );
    return rows.map(toPost);
  }

  async staff(keys: readonly HallKey[]): Promise<StaffMember[]> {
    const rows = await this.database.query<StaffRow>(
      `select ${staffColumns} from staff where ${byKeys}`,
      columns(keys),
    );
    return rows.map(toStaff);
  }

  async staffByAccount(hallCode: string, account: string): Promise<StaffMember | undefined> {
    const [row] = await this.database.query<StaffRow>(
      `select ${staffColumns} from staff where hall_code = $1 and account = $2`,
      [hallCode, account],
    );
    return row && toStaff(row);
  }

  async posts(keys: readonly HallKey[]): Promise<Post[]> {
    const rows = await this.database.query<PostRow>(
      `${selectPosts} where (p.hall_code, p.id) in (select * from unnest($1::text[], $2::uuid[]))`,
      columns(keys),
    );
    return rows.map(toPost);
  }

  async postsOfHalls(codes: readonly string[]): Promise<Post[]> {
    const rows = await this.database.query<PostRow>(`${selectPosts} where p.hall_code = any($1) order by p.code`, [
      codes,
    ]);
    return rows.map(toPost);
  }

  /** Who held each post at an instant, from recorded history. */
  async dutiesAt(posts: readonly HallKey[], at: Date): Promise<Duty[]> {
    const rows = await this.database.query<{
      hall_code: string;
      post_id: string;
      staff_id: string;
      role: PostRole;
      acting_for_id: string | null;
      cover_id: string | null;
      since: Date;
    }>(
      `select hall_code, post_id, staff_id, role, acting_for_id, cover_id, lower(during) as since
         from post_duties
        where (hall_code, post_id) in (select * from unnest($1::text[], $2::uuid[])) and during @> $3::timestamptz`,
      [...columns(posts), at],
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      id: row.post_id,
      staffId: row.staff_id,
      role: row.role,
      actingForId: row.acting_for_id,
      coverId: row.cover_id,
      since: row.since,
    }));
  }

  async covers(keys: readonly HallKey[]): Promise<Cover[]> {
    const rows = await this.database.query<{
      hall_code: string;
      id: string;
      post_id: string;
      absent_id: string;
      acting_id: string;
      cause: CoverCause;
      from: Date;
      to: Date | null;
    }>(
      `select hall_code, id, post_id, absent_id, acting_id, cause, lower(during) as "from", upper(during) as "to"
         from covers where ${byKeys}`,
      columns(keys),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      id: row.id,
      postId: row.post_id,
      absentId: row.absent_id,
      actingId: row.acting_id,
      cause: row.cause,
      from: row.from,
      to: row.to,
    }));
  }

  async openVacancies(posts: readonly HallKey[]): Promise<Vacancy[]> {
    const rows = await this.database.query<{
      hall_code: string;
      post_id: string;
      owner_id: string;
      reason: string;
      since: Date;
    }>(
      `select hall_code, post_id, owner_id, reason, lower(during) as since
         from vacancies
        where (hall_code, post_id) in (select * from unnest($1::text[], $2::uuid[])) and upper_inf(during)`,
      columns(posts),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      postId: row.post_id,
      ownerId: row.owner_id,
      reason: row.reason,
      since: row.since,
    }));
  }

  async checkIns(keys: readonly HallKey[]): Promise<CheckInRecord[]> {
    const rows = await this.database.query<{
      hall_code: string;
      id: string;
      staff_id: string;
      window_id: string;
      mark: AttendanceMark;
      at: Date;
    }>(
      `select hall_code, id, staff_id, window_id, mark, lower(during) as at from presences where ${byKeys}`,
      columns(keys),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      id: row.id,
      staffId: row.staff_id,
      windowId: row.window_id,
      mark: row.mark,
      at: row.at,
    }));
  }
}
