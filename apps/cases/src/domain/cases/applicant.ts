import { checkCreditCode, checkIdentityNumber, done } from '@hall/kernel';
import type { Outcome, PlainDate } from '@hall/kernel';
import { refuse } from '../refusals';
import type { ApplicantKind } from './case';
import { numberFaults } from './number-faults';

/** Who applies. Personal data: leaves this service masked, and whole only through a logged reveal. */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string | null;
  /** The applicant's own sign-in account, when there is one. */
  readonly account: string | null;
}

/**
 * The number by which a person or an organisation is known, in its full form.
 *
 * @refuses IDENTITY_NUMBER_INVALID, CREDIT_CODE_INVALID
 */
export function checkedNumber({ kind, idNumber }: Applicant, today: PlainDate): Outcome<string> {
  if (kind === 'ORGANISATION') {
    const organisation = checkCreditCode(idNumber);
    if (organisation.kind === 'VALID') return done(organisation.code);
    return refuse('CREDIT_CODE_INVALID', numberFaults[organisation.fault]);
  }
  const person = checkIdentityNumber(idNumber, { today });
  if (person.kind === 'VALID') return done(person.number);
  return refuse('IDENTITY_NUMBER_INVALID', numberFaults[person.fault]);
}
