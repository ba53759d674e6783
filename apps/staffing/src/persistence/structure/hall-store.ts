import type {
  Department,
  Hall,
  OpeningSession,
  Preparation,
  ServiceWindow,
  WindowStatus,
} from '../../domain/structure/hall';
import type { HallStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface HallRow {
  readonly hall_code: string;
  readonly name: string;
  readonly time_zone: string;
  readonly sessions: OpeningSession[];
  readonly preparation: Preparation;
}

/** The columns of a {@link HallRow}. */
export const hallColumns = 'hall_code, name, time_zone, sessions, preparation';

/** A row of the table, as it is read. */
export interface DepartmentRow {
  readonly hall_code: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly head_id: string | null;
}

/** A row of the table, as it is read. */
export interface WindowRow {
  readonly hall_code: string;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly department_id: string;
  readonly status: WindowStatus;
  readonly version: number;
}

/** A row as a hall. */
export function toHall(row: HallRow): Hall {
  const { hall_code: code, name, time_zone: timeZone, sessions, preparation } = row;
  return { code, name, timeZone, sessions, preparation };
}

/** A row as a department. */
export function toDepartment(row: DepartmentRow): Department {
  return { hallCode: row.hall_code, id: row.id, code: row.code, name: row.name, headId: row.head_id };
}

/** A row as a window. */
export function toWindow({ hall_code: hallCode, department_id: departmentId, ...row }: WindowRow): ServiceWindow {
  return { hallCode, departmentId, ...row };
}

/** The only writer of halls, departments and windows. */
export const hallStore: HallStore = {
  async insertHall(tx, { code, name, timeZone, sessions, preparation }, at) {
    const inserted = await tx.query(
      `insert into halls (hall_code, name, time_zone, sessions, preparation, registered_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning hall_code`,
      [code, name, timeZone, JSON.stringify(sessions), preparation, at],
    );
    return inserted.length === 1;
  },

  async findHall(tx, hallCode) {
    const [row] = await tx.query<HallRow[]>(`select ${hallColumns} from halls where hall_code = $1`, [hallCode]);
    return row && toHall(row);
  },

  async lockHall(tx, hallCode) {
    const [row] = await tx.query<HallRow[]>(`select ${hallColumns} from halls where hall_code = $1 for no key update`, [
      hallCode,
    ]);
    return row && toHall(row);
  },

  async insertDepartment(tx, { hallCode, id, code, name, headId }) {
    const inserted = await tx.query(
      `insert into departments (hall_code, id, code, name, head_id)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
      [hallCode, id, code, name, headId],
    );
    return inserted.length === 1;
  },

  async findDepartment(tx, { hallCode, id }) {
    const [row] = await tx.query<DepartmentRow[]>(
      'select hall_code, id, code, name, head_id from departments where hall_code = $1 and id = $2',
      [hallCode, id],
    );
    return row && toDepartment(row);
  },

  async insertWindow(tx, { hallCode, id, number, name, departmentId, status, version }) {
    const inserted = await tx.query(
      `insert into service_windows (hall_code, id, number, name, department_id, status, version)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [hallCode, id, number, name, departmentId, status, version],
    );
    return inserted.length === 1;
  },

  async lockWindow(tx, { hallCode, id }) {
    const [row] = await tx.query<WindowRow[]>(
      `select hall_code, id, number, name, department_id, status, version
         from service_windows where hall_code = $1 and id = $2 for no key update`,
      [hallCode, id],
    );
    return row && toWindow(row);
  },

  async setWindowStatus(tx, { hallCode, id, version }, status) {
    await tx.query('update service_windows set status = $3, version = $4 where hall_code = $1 and id = $2', [
      hallCode,
      id,
      status,
      version,
    ]);
  },
};
