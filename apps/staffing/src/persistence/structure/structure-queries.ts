import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read, select, selectOne, counted } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { Department, Hall, ServiceWindow } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import type { TemporaryAppointment } from '../../domain/structure/temporary';
import type { StaffMember } from '../../domain/structure/staff';
import { tables } from '../rows';
import type { PostAssignmentsRow } from '../rows';
import { toHall } from './hall-store';
import { readPosts } from './post-store';

const withKeys = `where ${byKeys()}`;
const ofHalls = 'where hall_code = any($1)';

/** A temporary, whose appointment says why and by whom. */
type TemporaryRow = Pick<PostAssignmentsRow, 'hall_code' | 'post_id' | 'staff_id'> & {
  readonly from: Date;
  readonly to: Date;
  readonly reason: string;
  readonly appointed_by_id: string;
};

/** The read side of the hall's structure: one statement per question, however many keys are asked for. */
export class StructureQueries {
  constructor(private readonly database: Database) {}

  async halls(codes: readonly string[]): Promise<Hall[]> {
    return (await select(this.database, tables.halls, ofHalls, [codes])).map(toHall);
  }

  departments(keys: readonly HallKey[]): Promise<Department[]> {
    return select(this.database, tables.departments, withKeys, keyColumns(keys));
  }

  departmentsOfHalls(codes: readonly string[]): Promise<Department[]> {
    return select(this.database, tables.departments, `${ofHalls} order by code`, [codes]);
  }

  windows(keys: readonly HallKey[]): Promise<ServiceWindow[]> {
    return select(this.database, tables.serviceWindows, withKeys, keyColumns(keys));
  }

  windowsOfHalls(codes: readonly string[]): Promise<ServiceWindow[]> {
    return select(this.database, tables.serviceWindows, `${ofHalls} order by ${counted('number')}`, [codes]);
  }

  windowsOfDepartments(departments: readonly HallKey[]): Promise<ServiceWindow[]> {
    const rest = `where ${byKeys('department_id')} order by ${counted('number')}`;
    return select(this.database, tables.serviceWindows, rest, keyColumns(departments));
  }

  postsOfWindows(windows: readonly HallKey[]): Promise<Post[]> {
    const where = `${byKeys('p.window_id')} order by p.code`;
    return readPosts(this.database, where, keyColumns(windows));
  }

  staff(keys: readonly HallKey[]): Promise<StaffMember[]> {
    return select(this.database, tables.staff, withKeys, keyColumns(keys));
  }

  staffByAccount(hallCode: string, account: string): Promise<StaffMember | undefined> {
    return selectOne(this.database, tables.staff, 'where hall_code = $1 and account = $2', [hallCode, account]);
  }

  /** Who stands in at these posts now or later, in order. */
  temporaries(posts: readonly HallKey[], now: Date): Promise<TemporaryAppointment[]> {
    return read<TemporaryRow>(
      this.database,
      `select hall_code, post_id, staff_id, lower(during) as "from", upper(during) as "to", reason, appointed_by_id
         from post_assignments where ${byKeys('post_id')} and role = 'TEMPORARY' and upper(during) > $3
        order by lower(during), staff_id`,
      [...keyColumns(posts), now],
    );
  }

  posts(keys: readonly HallKey[]): Promise<Post[]> {
    const where = byKeys('p.id');
    return readPosts(this.database, where, keyColumns(keys));
  }

  postsOfHalls(codes: readonly string[]): Promise<Post[]> {
    return readPosts(this.database, 'p.hall_code = any($1) order by p.code', [codes]);
  }
}
