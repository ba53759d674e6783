import type { CommitmentEvent, PauseGround } from './commitment';

/** Whether time passed with the clock running, or stood still on a ground. */
type Passing = 'RUNNING' | PauseGround;

/** What a walk passed, in order; the explanation is written from it. */
export type Passage =
  /** Closes of a span of days; `budget` is what was left before the first of them. */
  | {
      readonly kind: 'CLOSES';
      readonly from: number;
      readonly to: number;
      readonly passing: Passing;
      readonly budget: number;
    }
  /** A span of time in milliseconds, for terms in hours. */
  | {
      readonly kind: 'TIME';
      readonly from: number;
      readonly to: number;
      readonly passing: Passing;
      readonly budget: number;
    }
  | { readonly kind: 'EVENT'; readonly event: CommitmentEvent }
  /** What follows assumes that the clock keeps running. */
  | { readonly kind: 'PROJECTED'; readonly from: number };

/**
 * A term being walked: it holds what is left of the budget and how far the walk has come. Instants are milliseconds.
 * One implementation counts closes, the other opening time.
 */
export interface DeadlineWalker {
  /** What is left: days, or milliseconds of opening time. */
  readonly budget: number;
  /** Whether the clock ran in a year that is not announced yet. */
  readonly touchesProvisional: boolean;
  /** Lets time pass with the clock running, up to and including `to`; returns the due instant if it was reached. */
  run(to: number): number | undefined;
  /** Lets time pass with the clock standing still, up to and including `to`. */
  stand(to: number, ground: PauseGround): void;
  /** Adds to the budget, in the unit of the limit. */
  extend(amount: number): void;
}
