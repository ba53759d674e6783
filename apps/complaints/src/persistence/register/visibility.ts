/**
 * The one predicate that keeps complaints from the people whom they concern: the respondent, whoever handled the
 * case, and whoever stands in for one of them now. It wants the complaints as `c`.
 *
 * @param account number of the parameter that holds the reader's account
 */
export function notConcerning(account: number): string {
  return `not exists (
    select from known_staff reader
     where reader.hall_code = c.hall_code and reader.account = $${account}
       and (reader.id = any(c.concerned_ids)
            or exists (select from known_posts p
                        where p.hall_code = c.hall_code and p.holder_id = reader.id and p.acting_for_id = any(c.concerned_ids))))`;
}
