import type { EscalationLevel } from '@hall/kernel';
import { alertOfDeadline, alertReader, isForReader, pageOfAlerts } from '@hall/platform/deadlines';
import { read } from '@hall/platform/postgres';
import type { Cursor, Database } from '@hall/platform/postgres';
import { notConcerning } from '../register/visibility';

/** An open complaint and the last level that its term reached. */
export interface ComplaintAlert {
  readonly id: string;
  readonly at: Date;
  readonly kind: EscalationLevel;
  readonly urgency: Date | null;
  readonly complaintId: string;
  readonly responsibleId: string;
}

const departmentOf = `(select s.department_id from known_staff s where s.hall_code = c.hall_code and s.id = c.owner_id)`;

/**
 * Complaints that run out or are late, the most urgent first: leaders and the office see all of the hall, heads those of their
 * department's people, others their own; nobody one that concerns them.
 *
 * @param after the place of the last one seen
 */
export function findComplaintAlerts(
  database: Database,
  hallCode: string,
  account: string,
  after: Cursor | null,
  size: number,
): Promise<ComplaintAlert[]> {
  return read<ComplaintAlert>(
    database,
    `with ${alertReader}
     select ${alertOfDeadline}, c.id as complaint_id, c.owner_id as responsible_id
       from me, deadlines d join complaints c on c.hall_code = d.hall_code and c.id = d.owner_id
      where ${isForReader(departmentOf, 'c.owner_id')} and ${notConcerning(2)} and ${pageOfAlerts}`,
    [hallCode, account, after && (after.at ?? 'infinity'), after?.id ?? null, size + 1],
  );
}
