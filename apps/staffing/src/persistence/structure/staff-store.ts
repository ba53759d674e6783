import { noteStaff } from '@hall/platform/actor';
import { insert, selectOne } from '@hall/platform/postgres';
import type { StaffStore } from '../../use-cases/ports';
import { tables } from '../rows';

/** The only writer of staff. */
export const staffStore: StaffStore = {
  async insertStaff(tx, member) {
    return (await insert(tx, tables.staff, member, 'on conflict do nothing returning id')).length === 1;
  },

  findStaff: (tx, { hallCode, id }) => selectOne(tx, tables.staff, 'where hall_code = $1 and id = $2', [hallCode, id]),

  async findStaffByAccount(tx, hallCode, account) {
    const member = await selectOne(tx, tables.staff, 'where hall_code = $1 and account = $2', [hallCode, account]);
    if (member) noteStaff(tx, hallCode, account, member.id);
    return member;
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
