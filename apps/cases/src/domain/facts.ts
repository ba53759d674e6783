import type { Case } from './case';
import type { Contact } from './contact';
import type { ServiceItem } from './service-item';

/** What has become true in cases. `messaging/publications.ts` says which facts leave the service, and as what. */
export type CaseFact =
  | { readonly kind: 'ITEM_PUBLISHED'; readonly item: ServiceItem }
  | { readonly kind: 'CONTACT_RECORDED'; readonly contact: Contact }
  | { readonly kind: 'CASE_ACCEPTED'; readonly current: Case }
  | {
      readonly kind: 'RESPONSIBLE_CHANGED';
      readonly current: Case;
      readonly previousResponsibleId: string;
      readonly cause: string;
    }
  | { readonly kind: 'CASE_DECIDED'; readonly current: Case }
  | { readonly kind: 'CASE_COMPLETED'; readonly current: Case };
