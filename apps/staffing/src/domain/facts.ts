import type { Holder } from './authority/authority';
import type { CoverCause } from './authority/whereabouts';
import type { NewYear } from './calendar/calendar-year';
import type { ConductRecord } from './conduct/conduct';
import type { Department, Hall, ServiceWindow } from './structure/hall';
import type { Post } from './structure/post';
import type { StaffMember } from './structure/staff';

/** What has become true in staffing. `messaging/publications.ts` says which facts leave the service, and as what. */
export type StaffingFact =
  | { readonly kind: 'HALL_REGISTERED'; readonly hall: Hall }
  | { readonly kind: 'DEPARTMENT_REGISTERED'; readonly department: Department }
  | { readonly kind: 'WINDOW_REGISTERED'; readonly window: ServiceWindow }
  | { readonly kind: 'WINDOW_STATUS_CHANGED'; readonly window: ServiceWindow; readonly at: Date }
  | { readonly kind: 'STAFF_REGISTERED'; readonly member: StaffMember }
  | { readonly kind: 'POST_REGISTERED'; readonly post: Post }
  | { readonly kind: 'CALENDAR_YEAR_PUBLISHED'; readonly year: NewYear }
  | { readonly kind: 'CONDUCT_CHANGED'; readonly record: ConductRecord; readonly sequence: number }
  | {
      readonly kind: 'AUTHORITY_CHANGED';
      readonly post: Post;
      readonly holder: (Holder & { readonly coverId: string | null }) | null;
      readonly previousHolderId: string | null;
      readonly cause: AuthorityCause;
      readonly at: Date;
    };

/** Why the authority of a post moved. */
export type AuthorityCause = CoverCause | 'LEAD_PRESENT' | 'OFF_DUTY';
