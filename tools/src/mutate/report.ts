import { readFileSync } from 'node:fs';

/** What became of a mutant; a run that never ends is noticed as well as a test that fails. */
export type MutantStatus =
  'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError';

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One change of one file, and what the tests said of it. */
export interface Mutant {
  readonly status: MutantStatus;
  readonly static?: boolean;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
  /** Ids of the tests that failed. */
  readonly killedBy?: readonly string[];
}

/** The parts that are read of a report in the schema of mutation-testing-elements. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
  readonly testFiles?: Readonly<
    Record<string, { readonly tests: readonly { readonly id: string; readonly name: string }[] }>
  >;
}

/** Reads what StrykerJS has written. */
export function readReport(file: string): MutationReport {
  return JSON.parse(readFileSync(file, 'utf8')) as MutationReport;
}

/** How many mutants were noticed, of how many that could have been. */
export interface Score {
  readonly killed: number;
  readonly valid: number;
}

/** Mutants that were left out, or that do not even load, are no proof of anything. */
export function scoreOf(mutants: readonly Pick<Mutant, 'status'>[]): Score {
  const killed = mutants.filter(isKilled).length;
  return { killed, valid: killed + mutants.filter(isAlive).length };
}

/** Whether a test noticed it. */
export const isKilled = ({ status }: Pick<Mutant, 'status'>): boolean => status === 'Killed' || status === 'Timeout';

/** Whether no test noticed it, though it could have. */
export const isAlive = ({ status }: Pick<Mutant, 'status'>): boolean =>
  status === 'Survived' || status === 'NoCoverage';

/** In percent, with one decimal, rounded down: what is not reached is not shown as reached. */
export function percentOf({ killed, valid }: Score): number {
  return valid === 0 ? 100 : Math.floor((1000 * killed) / valid) / 10;
}
