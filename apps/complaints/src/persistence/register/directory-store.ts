import { read, selectOne } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import { complaintDesk } from '../../domain/register/viewer';
import { tables } from '../rows';
import type { KnownStaffRow } from '../rows';

/** A case, as far as a complaint about it needs to know. */
export const findCase = (tx: Tx, hallCode: string, id: string) =>
  selectOne(tx, tables.knownCases, 'where hall_code = $1 and id = $2', [hallCode, id]);

/** Everybody who could own a complaint, with whom they act for now. */
export const findCandidates = (tx: Tx, hallCode: string) =>
  read<Pick<KnownStaffRow, 'id' | 'roles'> & { readonly acting_for_ids: readonly string[] }>(
    tx,
    `select s.id, s.roles,
            array(select p.acting_for_id from known_posts p
                   where p.hall_code = s.hall_code and p.holder_id = s.id and p.acting_for_id is not null) as acting_for_ids
       from known_staff s
      where s.hall_code = $1 and s.roles && $2::text[]
      order by s.account`,
    [hallCode, complaintDesk],
  );
