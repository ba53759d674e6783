import { waitingLists } from '@hall/platform/deadlines';
import type { WaitingPart } from '@hall/platform/deadlines';
import type { ComplaintWaitingKind } from '../../domain/handling/waiting';
import { complaintDesk } from '../../domain/register/viewer';
import { notConcerning } from '../register/visibility';

const open = `c.status in ('REGISTERED', 'CLASSIFIED', 'INVESTIGATING', 'ESCALATED', 'ORDERED', 'DECIDED', 'FED_BACK')`;
const isTold = `(c.anonymous or c.feedback is not null)`;

const part = (
  kind: ComplaintWaitingKind,
  when: string,
  since: string,
): WaitingPart<ComplaintWaitingKind, 'complaint'> => ({
  kind,
  from: `complaints c left join deadlines d on d.hall_code = $1 and d.id = c.id and d.is_open
          where c.hall_code = $1 and c.owner_id = me.id and ${open} and ${when} and ${notConcerning(2)}`,
  key: 'c.id',
  subject: 'complaint',
  subjectId: 'c.id',
  windowId: 'c.window_id',
  since,
  deadline: 'd',
  may: `me.roles && array[${complaintDesk.map((role) => `'${role}'`).join(', ')}]`,
});
const lastDone = `(select max(a.at) from complaint_actions a where a.hall_code = c.hall_code and a.complaint_id = c.id and a.officer_id is not null)`;

/**
 * The complaints of which the next step is the reader's, by who owns them now; none that concerns the reader.
 *
 * @regulation S6.5.0 A-26
 */
export const complaintsWaiting = waitingLists([
  part('COMPLAINT_TO_CLASSIFY', `c.status = 'REGISTERED'`, 'c.received_at'),
  part('COMPLAINT_TO_DECIDE', `c.status in ('CLASSIFIED', 'INVESTIGATING', 'ESCALATED', 'ORDERED')`, lastDone),
  part('FEEDBACK_TO_GIVE', `c.status = 'DECIDED' and not ${isTold}`, lastDone),
  part('COMPLAINT_TO_CLOSE', `c.status in ('DECIDED', 'FED_BACK') and ${isTold}`, lastDone),
]);
