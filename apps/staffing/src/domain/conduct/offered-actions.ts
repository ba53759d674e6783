import type { OfferedAct, Refused, WorkCalendar } from '@hall/kernel';
import { refuse } from '../refusals';
import type { StaffMember } from '../structure/staff';
import { isAssessorOf } from './assessor';
import { refuseAppeal, refuseConductDecision, refuseStatement } from './conduct';
import type { ConductRecord } from './conduct';

/** A record of conduct, whose department it is about, and who looks at it. */
interface ConductInSight {
  readonly record: ConductRecord;
  readonly person: Pick<StaffMember, 'departmentId'>;
  readonly caller: StaffMember;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly statementWithinWorkingDays: number;
}

/** To everybody but the person whom a record is about it looks as if it did not exist here. */
export function refuseUnlessConcerned({ staffId }: ConductRecord, officerId: string): Refused | undefined {
  return staffId === officerId ? undefined : refuse('CONDUCT_NOT_FOUND');
}

/**
 * What somebody may do with a record of conduct now.
 *
 * @regulation S4.5b A-17
 */
export const conductActs = {
  respondToConduct: {
    text: '本人陈述（S4.5b） / Be heard as the person concerned',
    refuse: ({ record, caller }) => refuseUnlessConcerned(record, caller.id) ?? refuseStatement(record),
  },
  decideConduct: {
    text: '决定，或对申诉作出决定（S4.5b） / Decide, or decide about the appeal',
    refuse: ({ record, person, caller, ...at }) =>
      isAssessorOf(caller, person)
        ? refuseConductDecision(record, { officerId: caller.id, ...at })
        : refuse('ASSESSOR_REQUIRED'),
  },
  appealConduct: {
    text: '申诉（S4.5b） / Appeal as the person concerned',
    refuse: ({ record, caller }) => refuseUnlessConcerned(record, caller.id) ?? refuseAppeal(record),
  },
} satisfies Record<string, OfferedAct<ConductInSight>>;
