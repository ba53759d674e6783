/** A member of staff as far as rules ask who acts: what the hall knows of them, and where they hold a post now. */
export interface Caller {
  readonly id: string;
  readonly departmentId: string;
  readonly roles: readonly string[];
  /** The windows of the posts that they hold. */
  readonly windowIds: readonly string[];
}

/** Whether this person leads the department, or the centre. */
export function isLeader(
  { roles, departmentId: own }: Pick<Caller, 'roles' | 'departmentId'>,
  departmentId: string,
): boolean {
  return roles.includes('CENTRE_LEADER') || (roles.includes('SECTION_HEAD') && own === departmentId);
}
