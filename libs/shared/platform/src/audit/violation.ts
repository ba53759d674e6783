/** One place where an invariant does not hold. */
export interface Violation {
  readonly hall: string;
  /** What it is about. */
  readonly subject: string;
  /** Who answers for it, as far as that is known. */
  readonly owner: string | null;
  readonly since: Date | null;
  readonly detail: string | null;
}
