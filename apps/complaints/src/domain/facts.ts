import type { LevelInstant, StoredDeadline } from '@hall/kernel';
import type { Complaint } from './register/complaint';

/** What has become true in complaints. `messaging/publications.ts` says as what it leaves the service. */
export type ComplaintFact =
  | {
      readonly kind: 'REGISTERED' | 'CLASSIFIED' | 'DECIDED' | 'FED_BACK' | 'CLOSED' | 'MOVED';
      readonly complaint: Complaint;
    }
  | {
      readonly kind: 'DEADLINE_LEVEL_REACHED';
      readonly reached: LevelInstant & { readonly deadline: StoredDeadline };
    }
  | {
      readonly kind: 'DEADLINE_MOVED';
      readonly moved: { readonly deadline: StoredDeadline; readonly before: Date | null; readonly reason: string };
    };
