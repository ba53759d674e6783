import type { Complaint } from './register/complaint';

/** What has become true in complaints. `messaging/publications.ts` says as what it leaves the service. */
export interface ComplaintFact {
  readonly kind: 'REGISTERED' | 'CLASSIFIED' | 'DECIDED' | 'FED_BACK' | 'CLOSED';
  readonly complaint: Complaint;
}
