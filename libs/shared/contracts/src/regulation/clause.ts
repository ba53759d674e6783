/** How far software can hold people to a clause: enforce it, record and check it, or only keep its words. */
export type EnforcementClass = 'E' | 'R' | 'C';

/** One of the six systems of rules (制度之一 … 制度之六) that the catalogue covers. */
type SystemNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** One rule of the hall, small enough to be kept or broken as a whole. */
export interface Clause {
  /** `S<system>.<article><letter>`; refusals, records, tests and documents cite it. Never reused. */
  readonly id: string;
  readonly system: SystemNumber;
  /** The few Chinese words by which people know it. */
  readonly term: string;
  /** The hall's own wording, with slips of the pen put right; a reading of it where one sentence holds several rules. */
  readonly zh: string;
  /** The rule: who, when, what. */
  readonly en: string;
  /** By when, in the words of the clause; null where time plays no part. */
  readonly deadline: string | null;
  /** What is kept as proof; null where there is nothing to prove. */
  readonly record: string | null;
  /** Who answers for it; null for a mere statement of purpose. */
  readonly accountable: string | null;
  /** The strongest first. */
  readonly classes: readonly EnforcementClass[];
}

/** A decision that fills what the clauses leave open (补充默认). Every one of them can be changed by the hall. */
export interface RegulationDefault {
  /** `A-<nn>`. */
  readonly id: string;
  /** The clauses it completes; empty for A-30, which holds for every term. */
  readonly fills: readonly string[];
  /** What the clauses leave open. */
  readonly question: string;
  readonly zh: string;
  readonly en: string;
}

/** One of the seven grounds of complaint (S6.3b). */
export interface GroundOfComplaint {
  /** `g1` … `g7`. */
  readonly id: string;
  /** The same ground in events and in the API. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
