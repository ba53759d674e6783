/**
 * The head of the department whose window a rating is about, else the office; the one with the first badge of several. The
 * least of a list of texts needs no sort.
 */
const headOfWindow = `(
  select (min(array[(not head.so)::text, coalesce(s.badge_number, '~'), s.id::text]))[3]::uuid
    from known_windows w
    join known_staff s on s.hall_code = w.hall_code
   cross join lateral (select 'SECTION_HEAD' = any(s.roles) and s.department_id = w.department_id as so) head
   where w.hall_code = r.hall_code and w.id = r.window_id and (head.so or 'CENTRE_OFFICE' = any(s.roles)))`;

/**
 * Who answers for the deadline `d` now, asked of its owner: whoever answers for the case; who has reported a major matter; for
 * a bad rating the head of the department, else whose service it was.
 */
export const answerable = `case d.owner_kind
  when 'CASE' then (select c.responsible_id from cases c where c.hall_code = d.hall_code and c.id = d.owner_id)
  when 'MAJOR_MATTER' then (select m.reported_by_id from major_matters m where m.hall_code = d.hall_code and m.id = d.owner_id)
  when 'RATING' then (select coalesce(${headOfWindow}, r.staff_id) from ratings r where r.hall_code = d.hall_code and r.id = d.owner_id)
end`;
