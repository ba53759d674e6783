import { messagingInvariants } from '@hall/platform/audit';
import type { Invariant } from '@hall/platform/audit';

const thePost = `p.hall_code as hall, 'post ' || p.code as subject`;

/** What must hold of the rows of this service at every moment. */
export const invariants: readonly Invariant[] = [
  {
    name: 'holders-are-assigned',
    clause: 'S5.1b',
    text: '持有岗位权限的是该岗 A 岗或 B 岗 / Whoever holds a post is its lead, its deputy or a named temporary',
    sql: `select ${thePost}, y.staff_id::text as owner, lower(y.during) as since, y.role as detail
            from post_duties y join posts p on p.hall_code = y.hall_code and p.id = y.post_id
           where not isempty(y.during) and not exists (select from post_assignments a
                 where a.hall_code = y.hall_code and a.post_id = y.post_id and a.staff_id = y.staff_id and a.role = y.role
                   and a.during @> lower(y.during))`,
  },
  {
    name: 'deputies-act-under-a-cover',
    clause: 'S5.4b',
    text: '顶岗必有记录：替谁、因何 / Whoever is not the lead acts for somebody under a recorded cover, where there is one to act for',
    sql: `select ${thePost}, y.staff_id::text as owner, lower(y.during) as since, y.role || ' without a cover' as detail
            from post_duties y join posts p on p.hall_code = y.hall_code and p.id = y.post_id
           where (y.role = 'LEAD') <> (y.acting_for_id is null) or (y.acting_for_id is not null and not exists (
                  select from covers v where v.hall_code = y.hall_code and v.id = y.cover_id and v.post_id = y.post_id
                     and v.acting_id = y.staff_id and v.absent_id = y.acting_for_id))`,
  },
  {
    name: 'holders-are-present',
    clause: 'S5.2a',
    text: '持有岗位权限的人在岗 / Whoever holds a post is there: the last thing they did that day was to come or to come back',
    sql: `select ${thePost}, y.staff_id::text as owner, lower(y.during) as since, y.role || ' is not there' as detail
            from post_duties y join posts p on p.hall_code = y.hall_code and p.id = y.post_id
           where upper_inf(y.during) and coalesce((select a.kind not in ('CHECK_IN', 'RETURN') from staff_acts a
                 where a.hall_code = y.hall_code and a.staff_id = y.staff_id and a.undone_at is null
                 order by a.at desc, a.sequence desc limit 1), true)`,
  },
  {
    name: 'held-or-vacant',
    clause: 'S5.1c',
    text: '一个岗位不能同时有人又空缺 / A post is not held and vacant at once',
    sql: `select ${thePost}, v.owner_id::text as owner, lower(v.during) as since, 'held by ' || y.staff_id as detail
            from vacancies v join post_duties y on y.hall_code = v.hall_code and y.post_id = v.post_id and y.during && v.during
            join posts p on p.hall_code = v.hall_code and p.id = v.post_id`,
  },
  {
    name: 'vacancies-have-their-person',
    clause: 'A-22',
    text: '空岗有在册人员负责 / Somebody of the hall answers for every vacancy',
    sql: `select ${thePost}, v.owner_id::text as owner, lower(v.during) as since, v.reason as detail
            from vacancies v join posts p on p.hall_code = v.hall_code and p.id = v.post_id
           where upper_inf(v.during) and not exists (select from staff s where s.hall_code = v.hall_code and s.id = v.owner_id)`,
  },
  {
    name: 'nobody-judges-themselves',
    clause: 'A-17',
    text: '本人不得认定自己的违规 / Nobody decides a record about themselves',
    sql: `select r.hall_code as hall, 'conduct ' || r.id as subject, r.staff_id::text as owner, r.recorded_at as since, r.clause as detail
            from conduct_records r where r.decided_by_id = r.staff_id`,
  },
  ...messagingInvariants,
];
