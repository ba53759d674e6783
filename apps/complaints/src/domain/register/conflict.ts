/** What the conflict rule needs to know of a complaint. */
export interface Concerns {
  /** The respondent and everybody who handled the case complained about. */
  readonly concernedIds: readonly string[];
}

/**
 * Whether a complaint concerns this person. Nobody handles, sees or hears of a complaint about themselves; the same rule
 * stands as one predicate in the statements of the store.
 *
 * @regulation A-26
 */
export function isConcerned({ concernedIds }: Concerns, staffId: string): boolean {
  return concernedIds.includes(staffId);
}

/** Somebody who could own a complaint. */
export interface Candidate {
  readonly id: string;
  readonly roles: readonly string[];
  /** Whom this person acts for at the moment; a deputy must not handle what concerns the person they stand in for. */
  readonly actingForIds: readonly string[];
}

/** The way up: the desk, then the centre office, then the leaders. */
const ladder = ['DESK_OFFICER', 'CENTRE_OFFICE', 'CENTRE_LEADER'] as const;

/**
 * Who owns a new complaint: the caller when the caller works at the desk, else the first person up the ladder; always
 * somebody whom it does not concern, and who does not stand in for anybody whom it concerns.
 *
 * @regulation A-26 S6.4d
 * @returns the owner, or undefined when everybody on the ladder is concerned or nobody is on it
 */
export function chooseOwner(
  concerns: Concerns,
  candidates: readonly Candidate[],
  callerId: string | undefined,
): string | undefined {
  const free = candidates.filter(
    ({ id, actingForIds }) => ![id, ...actingForIds].some((person) => isConcerned(concerns, person)),
  );
  for (const role of ladder) {
    const onRung = free.filter(({ roles }) => roles.includes(role));
    const owner = onRung.find(({ id }) => id === callerId) ?? onRung[0];
    if (owner) return owner.id;
  }
  return undefined;
}
