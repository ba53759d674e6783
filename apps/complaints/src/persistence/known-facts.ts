import {
  findCalendar,
  findOfficer,
  findSessions,
  findStaffByAccount,
  findStaffById,
  findWindow,
} from '@hall/platform/directory';
import type { Directory } from '../use-cases/ports';

/** What this service knows of the hall and its cases. */
export const knownFacts: Directory = {
  findCalendar,
  findSessions,
  findOfficer,
  findStaffByAccount,
  findStaffById,
  findWindow,

  async findCase(tx, hallCode, id) {
    const [row] = await tx.query<{ window_id: string; handler_ids: string[] }[]>(
      'select window_id, handler_ids from known_cases where hall_code = $1 and id = $2',
      [hallCode, id],
    );
    return row && { windowId: row.window_id, handlerIds: row.handler_ids };
  },

  async findCandidates(tx, hallCode) {
    const rows = await tx.query<{ id: string; roles: string[]; acting_for_ids: string[] }[]>(
      `select s.id, s.roles,
              array(select p.acting_for_id from known_posts p
                     where p.hall_code = s.hall_code and p.holder_id = s.id and p.acting_for_id is not null) as acting_for_ids
         from known_staff s
        where s.hall_code = $1 and s.roles && array['DESK_OFFICER', 'CENTRE_OFFICE', 'CENTRE_LEADER']
        order by s.account`,
      [hallCode],
    );
    return rows.map((row) => ({ id: row.id, roles: row.roles, actingForIds: row.acting_for_ids }));
  },
};
