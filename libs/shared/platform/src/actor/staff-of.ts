const known = new WeakMap<object, Map<string, string>>();

const nameOf = (hallCode: string | undefined, account: string): string => `${hallCode} ${account}`;

/** Notes in a transaction which member of staff an account belongs to; called where that is looked up. */
export function noteStaff(tx: object, hallCode: string, account: string, staffId: string): void {
  const noted = known.get(tx) ?? new Map<string, string>();
  known.set(tx, noted.set(nameOf(hallCode, account), staffId));
}

/** The member of staff behind an account, as this transaction knows; nobody for a client's account. */
export function staffIdOf(
  tx: object,
  { hallCode, account }: { readonly hallCode?: string; readonly account: string },
): string | undefined {
  return known.get(tx)?.get(nameOf(hallCode, account));
}
