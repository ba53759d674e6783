/** The caller, and what the caller may see: everything, one department, or what they answer for themselves. */
export const alertReader = `me as (select id, department_id, roles && array['CENTRE_OFFICE', 'CENTRE_LEADER'] as sees_all,
                          'SECTION_HEAD' = any(roles) as is_head
                     from known_staff where hall_code = $1 and account = $2)`;

/** Whether an alert is for that caller. */
export const isForReader = (department: string, responsible: string): string =>
  `(me.sees_all or (me.is_head and ${department} = me.department_id) or ${responsible} = me.id)`;

/** A deadline that stands still has no date and comes last. The index is built on the same expression. */
export const urgencyOfDeadline = `coalesce(d.due_at, 'infinity'::timestamptz)`;

/** What an alert says of the deadline `d`: how urgent it is, the last level that it reached, and when. */
export const alertOfDeadline = `d.id, d.due_at as urgency, d.notified[cardinality(d.notified)] as kind,
                (select max(l.at) from deadline_levels l where l.hall_code = d.hall_code and l.deadline_id = d.id) as at`;

/** The page of open alerts after the place of parameters 3 and 4, of the size of parameter 5. */
export const pageOfAlerts = `d.hall_code = $1 and d.is_open and cardinality(d.notified) > 0
            and ($3::timestamptz is null or (${urgencyOfDeadline}, d.id) > ($3, $4))
          order by ${urgencyOfDeadline}, d.id limit $5`;
