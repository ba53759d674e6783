/** The least of a list of texts needs no sort: the one of the first rank, with the first badge of several. */
const headOf = (
  hallCode: string,
  departmentId: string,
  others: readonly [string, string],
  besides = 'null',
): string => `(
  select (min(array[head.rank, coalesce(s.badge_number, '~'), s.id::text]))[3]::uuid
    from known_staff s
   cross join lateral (select case when 'SECTION_HEAD' = any(s.roles) and s.department_id = ${departmentId} then '0'
                                   when '${others[0]}' = any(s.roles) then '1' when '${others[1]}' = any(s.roles) then '2' end as rank) head
   where s.hall_code = ${hallCode} and head.rank is not null and s.id is distinct from ${besides})`;

/** Who answers for a vacancy at the window `w`: the head of its department, else who leads the centre, else its office. */
export const vacancyOwner = headOf('w.hall_code', 'w.department_id', ['CENTRE_LEADER', 'CENTRE_OFFICE']);

/** Whoever answers the major matter `m` of the member of staff `o`: their head, else who leads the centre; never they themselves. */
export const answersMatter = `coalesce(${headOf('o.hall_code', 'o.department_id', ['CENTRE_LEADER', 'CENTRE_OFFICE'], 'o.id')}, m.reported_by_id)`;

/** Whoever owes the report that the deadline `d` is about: the centre's office, else who leads it. */
const owesReport = headOf('d.hall_code', 'null::uuid', ['CENTRE_OFFICE', 'CENTRE_LEADER']);

/** The department that a rating `r` is about: that of the window, else that of whose service it was. */
const departmentRated = `coalesce((select w.department_id from known_windows w where w.hall_code = r.hall_code and w.id = r.window_id),
  (select o.department_id from known_staff o where o.hall_code = r.hall_code and o.id = r.staff_id))`;

/** Whoever answers the bad rating `r`: the head of its department, else who leads the centre; never whose service it was. */
export const answersRating = `coalesce(${headOf('r.hall_code', departmentRated, ['CENTRE_LEADER', 'CENTRE_OFFICE'], 'r.staff_id')}, r.staff_id)`;

/** Who answers for the part `t` of a joint case: whoever has taken it in its department, until then its head, else the office. */
const taskOwner = (taker: string): string =>
  `coalesce(${taker}, ${headOf('t.hall_code', 't.department_id', ['CENTRE_OFFICE', 'CENTRE_LEADER'])})`;

/** Who answers for the part `t` of a joint case now. */
export const answerableForTask = taskOwner('t.taken_by_id');

/** Who of its department had taken the part `t` last at the instant `r.at`: it may pass through several hands, as the record says. */
const takerThen = `(
  select a.officer_id from case_actions a join known_staff s on s.hall_code = a.hall_code and s.id = a.officer_id
   where a.hall_code = t.hall_code and a.case_id = t.case_id and a.kind = 'TASK_TAKEN' and s.department_id = t.department_id
     and a.at between t.started_at and r.at order by a.sequence desc limit 1)`;

const ofPart = (owner: string): string => `case when d.subject = 'JOINT_TASK' then (
    select ${owner} from joint_tasks t where t.hall_code = d.hall_code and t.id = d.id) end`;

/**
 * Who answers for the deadline `d` now, asked of its owner: whoever answers for the case, or for the part of another department
 * in it; the superior of whoever has reported a major matter; the owner of a contact; for a bad rating the head of the
 * department, else who leads the centre.
 */
export const answerable = `case d.owner_kind
  when 'CASE' then coalesce(${ofPart(answerableForTask)},
    (select c.responsible_id from cases c where c.hall_code = d.hall_code and c.id = d.owner_id))
  when 'MAJOR_MATTER' then (select ${answersMatter}
      from major_matters m join known_staff o on o.hall_code = m.hall_code and o.id = m.reported_by_id
     where m.hall_code = d.hall_code and m.id = d.owner_id)
  when 'CONTACT' then (select k.owner_id from contacts k where k.hall_code = d.hall_code and k.id = d.owner_id)
  when 'REPORT' then ${owesReport}
  when 'RATING' then (select ${answersRating} from ratings r where r.hall_code = d.hall_code and r.id = d.owner_id)
end`;

/** Who answered for the deadline `d` at the instant `r.at`, out of the history of its post; null where that says nothing. */
export const answeredThen = `case d.owner_kind when 'CASE' then coalesce(${ofPart(taskOwner(takerThen))},
    (select h.answerable_id from cases c join post_holders h on h.hall_code = c.hall_code and h.post_id = c.post_id
      where c.hall_code = d.hall_code and c.id = d.owner_id and h.at <= r.at order by h.at desc, h.sequence desc limit 1)) end`;

/** To whom the level `r` is charged: to whoever was found later to have answered then, else to whoever was found at once. */
export const charged = `coalesce((
  select k.answerable_id from level_corrections k where k.hall_code = r.hall_code and k.deadline_id = r.deadline_id
     and k.promise = r.promise and k.level = r.level order by k.id desc limit 1), r.answerable_id)`;
