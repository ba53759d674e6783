/** What may be told about a refusal: the values that fill the slots of its text. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An expected “no” (业务不予): a stable code, the clause that says so, and what is possible instead. */
export interface Refusal {
  /** `SCREAMING_SNAKE`, prefixed with the noun; never reused. */
  readonly code: string;
  /** Clause id of the regulation, e.g. `S4.1b`. */
  readonly clause?: string;
  readonly details?: RefusalDetails;
  /** The thing that was to be changed, so that what is possible instead can be narrowed to its caller. */
  readonly about?: { readonly hallCode: string; readonly id: string };
  /** Names of the acts that are possible in the present state. */
  readonly allowedActions?: readonly string[];
}

/** A rule or use case said yes. */
export interface Done<T> {
  readonly kind: 'DONE';
  readonly value: T;
}

/** A rule or use case said no; nothing has changed. */
export interface Refused {
  readonly kind: 'REFUSED';
  readonly refusal: Refusal;
}

/** What a rule or use case returns. Refusals are values; faults are exceptions. */
export type Outcome<T> = Done<T> | Refused;

/** Says yes, with the result. */
export function done(): Done<void>;
export function done<T>(value: T): Done<T>;
export function done(value?: unknown): Done<unknown> {
  return { kind: 'DONE', value };
}

/** Says no. Services use the typed function that `refuser` makes from their catalogue. */
export function refuse(refusal: Refusal): Refused {
  return { kind: 'REFUSED', refusal };
}

/** Whether the answer is a no. */
export function isRefused<T>(outcome: Outcome<T>): outcome is Refused {
  return outcome.kind === 'REFUSED';
}

/** What follows from a yes; a no stays what it is. */
export function mapDone<T, U>(outcome: Outcome<T>, next: (value: T) => U): Outcome<U> {
  return isRefused(outcome) ? outcome : done(next(outcome.value));
}
