import type { HallKey } from '@hall/kernel';
import { select, selectOne } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { Department, Hall, ServiceWindow } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import type { StaffMember } from '../../domain/structure/staff';
import { columns, keyed } from '../keys-sql';
import { tables } from '../rows';
import { toHall } from './hall-store';
import { readPosts } from './post-store';

const byKeys = `where ${keyed('id')}`;
const ofHalls = 'where hall_code = any($1)';

/** The read side of the hall's structure: one statement per question, however many keys are asked for. */
export class StructureQueries {
  constructor(private readonly database: Database) {}

  async halls(codes: readonly string[]): Promise<Hall[]> {
    return (await select(this.database, tables.halls, ofHalls, [codes])).map(toHall);
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
}
