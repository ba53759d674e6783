import type { HallKey } from '@hall/kernel';

/** Roles that the hall’s own people can have. */
export const staffRoleNames = [
  'OFFICER',
  'DESK_OFFICER',
  'SECTION_HEAD',
  'CENTRE_LEADER',
  'CENTRE_OFFICE',
  'ADMIN',
] as const;
/** One of {@link staffRoleNames}. */
export type StaffRole = (typeof staffRoleNames)[number];

/** A member of staff (窗口工作人员). Name and badge are shown at the window (S1.4a). */
export interface StaffMember extends HallKey {
  /** The sign-in account, the token's subject. */
  readonly account: string;
  readonly badgeNumber: string;
  readonly name: string;
  readonly departmentId: string;
  readonly roles: readonly StaffRole[];
}
