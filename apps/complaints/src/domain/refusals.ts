import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';
import { registerRefusals } from './register/refusals';
import { handlingRefusals } from './handling/refusals';

/** Every way in which complaints says no. Codes are stable and never reused. */
export const complaintRefusals = {
  ...registerRefusals,
  ...handlingRefusals,
} as const satisfies RefusalCatalogue;

/** Says no with a code of this catalogue. */
export const refuse = refuser(complaintRefusals);

/** Refusals that may only mean that a fact of another service has not arrived here yet. */
export const staleFactCodes: ReadonlySet<string> = new Set([
  'COMPLAINT_TARGET_NOT_KNOWN',
  'COMPLAINT_OWNER_MISSING',
] satisfies (keyof typeof complaintRefusals)[]);
