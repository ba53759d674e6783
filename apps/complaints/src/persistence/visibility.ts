import type { Actor } from '@hall/platform/actor';

/**
 * Who asks, as the statements of this service need to know it. Every read of complaints carries this reader; there is no
 * other way to a row.
 */
export interface Reader {
  /** Reads all of a hall but what concerns them; reads only what they registered themselves; reads figures only. */
  readonly scope: 'STAFF' | 'OWN' | 'FIGURES' | 'NONE';
  readonly account: string;
  readonly hallCode: string;
}

const staffReaders: readonly string[] = ['DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER'];

/** The reader behind an actor. An administrator keeps the installation, not the complaints. */
export function readerOf({ account, hallCode, roles }: Actor): Reader {
  if (account === undefined || hallCode === undefined) return { scope: 'NONE', account: '', hallCode: '' };
  if (roles.some((role) => staffReaders.includes(role))) return { scope: 'STAFF', account, hallCode };
  if (roles.includes('APPLICANT') || roles.includes('OFFICER')) return { scope: 'OWN', account, hallCode };
  return { scope: roles.includes('ANALYST') ? 'FIGURES' : 'NONE', account, hallCode };
}

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
