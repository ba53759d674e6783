/** A member of staff whom a transaction has looked up. */
export interface StaffNoted {
  readonly hallCode: string;
  readonly account: string;
  readonly staffId: string;
  readonly roles: readonly string[];
}

const known = new WeakMap<object, StaffNoted[]>();

/** Notes in a transaction which member of staff an account belongs to; called where that is looked up. */
export function noteStaff(tx: object, noted: StaffNoted): void {
  known.set(tx, [...(known.get(tx) ?? []), noted]);
}

/** Whom a transaction has looked up. */
export function staffNotedIn(tx: object): readonly StaffNoted[] {
  return known.get(tx) ?? [];
}

/** The member of staff behind an account, as this transaction knows; nobody for a client's account. */
export function staffIdOf(
  tx: object,
  { hallCode, account }: { readonly hallCode?: string; readonly account: string },
): string | undefined {
  return staffNotedIn(tx).find((noted) => noted.hallCode === hallCode && noted.account === account)?.staffId;
}
