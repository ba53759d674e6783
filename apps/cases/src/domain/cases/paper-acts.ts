import type { OfferedAct, Refused } from '@hall/kernel';
import { refuse } from '../refusals';
import { refuseUnlessAllowed } from './allowed-actions';
import { isLeader } from './caller';
import type { Caller } from './caller';
import type { Case, Standing } from './case';
import type { RejectionReport } from './end-case';
import type { NoticeDelivery } from './notices';

/** Says no to handing a notice over, in whichever way. */
export function refuseDelivery(current: Case, { mode }: Pick<NoticeDelivery, 'mode'>): Refused | undefined {
  return mode === null ? refuseUnlessAllowed(current, 'deliverNotice') : refuse('NOTICE_DELIVERED');
}

/** Says no to confirming a notice that was not handed over; to confirm it again changes nothing. */
export function refuseConfirmation({ mode }: Pick<NoticeDelivery, 'mode'>): Refused | undefined {
  return mode === null ? refuse('NOTICE_NOT_DELIVERED') : undefined;
}

/** A notice of a case, and how whoever looks at it stands to the case. */
interface NoticeInSight {
  readonly current: Case;
  readonly notice: Pick<NoticeDelivery, 'mode'>;
  readonly standing: Pick<Standing, 'holdsPost' | 'isApplicant'>;
}

/**
 * What somebody may do with a notice now.
 *
 * @regulation S4.3a A-15
 */
export const noticeActs = {
  deliverNotice: {
    text: '送达告知书（S4.3a） / Hand over',
    refuse: ({ current, notice, standing }) =>
      standing.holdsPost ? refuseDelivery(current, notice) : refuse('NOT_ON_DUTY'),
  },
  acknowledgeNotice: {
    text: '申请人确认收到（A-15） / Confirm as the applicant',
    refuse: ({ notice, standing }) => (standing.isApplicant ? refuseConfirmation(notice) : refuse('NOTICE_NOT_FOUND')),
  },
} satisfies Record<string, OfferedAct<NoticeInSight>>;

/** A refusal that was reported, its case, and the member of staff who looks at it. */
interface RejectionInSight {
  readonly report: Pick<RejectionReport, 'handledById' | 'readAt'>;
  readonly current: Pick<Case, 'departmentId'>;
  readonly caller: Pick<Caller, 'id' | 'departmentId' | 'roles'>;
}

/** Says no to whoever is no superior of it, and to reading it a second time. */
export function refuseReading({ report, current, caller }: RejectionInSight): Refused | undefined {
  if (report.readAt !== null) return refuse('REPORT_READ');
  const isSuperior = isLeader(caller, current.departmentId) && report.handledById !== caller.id;
  return isSuperior ? undefined : refuse('LEADER_REQUIRED');
}

/** What somebody may do with a reported refusal now. */
export const rejectionActs = {
  acknowledgeRejection: { text: '上级签收 / Confirm having read it', refuse: refuseReading },
} satisfies Record<string, OfferedAct<RejectionInSight>>;
