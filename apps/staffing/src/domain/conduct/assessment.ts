import { counts } from './conduct';
import type { ConductRecord } from './conduct';

/** Grades of a month. */
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

/** With how many points a month begins, and from how many on it is good, or fair. */
export interface AssessmentScheme {
  readonly basePoints: number;
  readonly goodFromPoints: number;
  readonly fairFromPoints: number;
}

/**
 * Adds a month up: the points that it begins with, less what upheld breaches cost, never below nothing.
 *
 * @regulation S4.5b A-17
 */
export function assess(
  records: readonly ConductRecord[],
  { basePoints, goodFromPoints, fairFromPoints }: AssessmentScheme,
): Assessment {
  const deductions = records.filter((record) => counts(record) && (record.points ?? 0) > 0);
  const lost = deductions.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const points = Math.max(0, basePoints - lost);
  const undecided = records.filter(({ isUpheld }) => isUpheld === null).length;
  const grade = points >= goodFromPoints ? 'GOOD' : points >= fairFromPoints ? 'FAIR' : 'POOR';
  return { points, grade, deductions, undecided };
}
