import type { StaffMember, StaffRole } from '../../domain/structure/staff';
import type { StaffStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface StaffRow {
  readonly hall_code: string;
  readonly id: string;
  readonly account: string;
  readonly badge_number: string;
  readonly name: string;
  readonly department_id: string;
  readonly roles: StaffRole[];
}

/** The columns of a {@link StaffRow}. */
export const staffColumns = 'hall_code, id, account, badge_number, name, department_id, roles';

/** A row as a member of staff. */
export function toStaff({
  hall_code: hallCode,
  badge_number: badgeNumber,
  department_id: departmentId,
  ...row
}: StaffRow): StaffMember {
  return { hallCode, badgeNumber, departmentId, ...row };
}

/** The only writer of staff. */
export const staffStore: StaffStore = {
  async insertStaff(tx, { hallCode, id, account, badgeNumber, name, departmentId, roles }) {
    const inserted = await tx.query(
      `insert into staff (hall_code, id, account, badge_number, name, department_id, roles)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [hallCode, id, account, badgeNumber, name, departmentId, roles],
    );
    return inserted.length === 1;
  },

  async findStaff(tx, { hallCode, id }) {
    const [row] = await tx.query<StaffRow[]>(`select ${staffColumns} from staff where hall_code = $1 and id = $2`, [
      hallCode,
      id,
    ]);
    return row && toStaff(row);
  },

  async findStaffByAccount(tx, hallCode, account) {
    const [row] = await tx.query<StaffRow[]>(
      `select ${staffColumns} from staff where hall_code = $1 and account = $2`,
      [hallCode, account],
    );
    return row && toStaff(row);
  },

  async findVacancyOwner(tx, { hallCode, id }) {
    const [row] = await tx.query<{ owner_id: string | null }[]>(
      `select coalesce(d.head_id, (
                select s.id from staff s
                 where s.hall_code = w.hall_code and s.roles && array['CENTRE_LEADER', 'CENTRE_OFFICE']
                 order by array_position(s.roles, 'CENTRE_LEADER') nulls last, s.badge_number limit 1)) as owner_id
         from service_windows w join departments d on d.hall_code = w.hall_code and d.id = w.department_id
        where w.hall_code = $1 and w.id = $2`,
      [hallCode, id],
    );
    return row?.owner_id ?? undefined;
  },
};
