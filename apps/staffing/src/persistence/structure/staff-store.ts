import type { HallKey } from '@hall/kernel';
import { noteStaff } from '@hall/platform/actor';
import { insert, selectOne } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import { tables } from '../rows';
import type { StaffMember } from '../../domain/structure/staff';

/** The only writer of staff. */
export const staffStore = {
  async insertStaff(tx: Tx, member: StaffMember): Promise<boolean> {
    return (await insert(tx, tables.staff, member, 'on conflict do nothing returning id')).length === 1;
  },

  findStaff: (tx: Tx, { hallCode, id }: HallKey): Promise<StaffMember | undefined> =>
    selectOne(tx, tables.staff, 'where hall_code = $1 and id = $2', [hallCode, id]),

  async findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<StaffMember | undefined> {
    const member = await selectOne(tx, tables.staff, 'where hall_code = $1 and account = $2', [hallCode, account]);
    if (member) noteStaff(tx, { hallCode, account, staffId: member.id, roles: member.roles });
    return member;
  },

  /** Who answers for a vacancy, by window: the department's head, else a centre leader, else the centre office. */
  async vacancyOwners(tx: Tx, hallCode: string, windowIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; owner_id: string | null }[]>(
      `select w.id, coalesce(d.head_id, (
                select s.id from staff s
                 where s.hall_code = w.hall_code and s.roles && array['CENTRE_LEADER', 'CENTRE_OFFICE']
                 order by array_position(s.roles, 'CENTRE_LEADER') nulls last, s.badge_number limit 1)) as owner_id
         from service_windows w join departments d on d.hall_code = w.hall_code and d.id = w.department_id
        where w.hall_code = $1 and w.id = any($2::uuid[])`,
      [hallCode, windowIds],
    );
    return new Map(rows.flatMap(({ id, owner_id }) => (owner_id === null ? [] : [[id, owner_id]])));
  },
};
