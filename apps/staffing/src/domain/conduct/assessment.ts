import { counts } from './conduct';
import type { ConductRecord } from './conduct';

/** Grades of a month: good from 80 points, fair from 60. */
export const assessmentGrades = ['GOOD', 'FAIR', 'POOR'] as const;
/** One of {@link assessmentGrades}. */
export type AssessmentGrade = (typeof assessmentGrades)[number];

/** A month of a member of staff in points; every deduction names its record. */
export interface Assessment {
  readonly points: number;
  readonly grade: AssessmentGrade;
  readonly deductions: readonly ConductRecord[];
  /** Records about which nothing has been decided yet; they cost nothing. */
  readonly undecided: number;
}

/**
 * Adds a month up: the points that it begins with, less what upheld breaches cost, never below nothing.
 *
 * @regulation S4.5b A-17
 */
export function assess(records: readonly ConductRecord[], basePoints: number): Assessment {
  const deductions = records.filter((record) => counts(record) && (record.points ?? 0) > 0);
  const lost = deductions.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const points = Math.max(0, basePoints - lost);
  const undecided = records.filter(({ isUpheld }) => isUpheld === null).length;
  return { points, grade: points >= 80 ? 'GOOD' : points >= 60 ? 'FAIR' : 'POOR', deductions, undecided };
}
