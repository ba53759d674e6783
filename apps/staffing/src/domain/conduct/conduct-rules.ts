import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';

/** Parts of conduct (行为规范的方面). */
export const conductAreas = [
  'POLICY',
  'KNOWLEDGE',
  'STYLE',
  'HANDLING',
  'RECEPTION',
  'PREPARATION',
  'APPEARANCE',
  'DISCIPLINE',
] as const;
/** One of {@link conductAreas}. */
export type ConductArea = (typeof conductAreas)[number];

/** How a breach comes to light. */
export const detections = ['SYSTEM', 'INSPECTION', 'COMPLAINT', 'SELF_CHECK'] as const;
/** One of {@link detections}. */
export type Detection = (typeof detections)[number];

/** Whether a rule commands or forbids. */
export type Polarity = 'MUST' | 'MUST_NOT';

/** One rule of conduct, and what breaking it costs. */
export interface ConductRule {
  /** The clause that it is. */
  readonly clause: string;
  readonly polarity: Polarity;
  readonly area: ConductArea;
  readonly detection: Detection;
  /** What an upheld breach costs at most, of the month's hundred points. */
  readonly points: number;
  /** A rule that is switched off is not recorded any more. */
  readonly isActive: boolean;
}

/** A hall's own points for a rule, or the rule switched off. */
export interface ConductRuleRevision {
  readonly hallCode: string;
  readonly clause: string;
  readonly points: number;
  readonly isActive: boolean;
  readonly reason: string;
  readonly revisedBy: string;
  readonly revisedAt: Date;
}

/**
 * Appearance rules that differ by gender: an inspector may note them, nobody scores them, and a hall can switch them off.
 */
const neverScored = 'S1.4b';

/**
 * The scheme of points that holds until a hall sets its own: half a day's absence 3, lateness 1, a broken promise 5, a
 * notification not given at once 2, a matter wrongly not accepted or a refusal not explained 2, a quarrel 3, idling 1,
 * an untidy window 2, wrong statistics 2. What no source gives points for is recorded and costs nothing.
 */
const scheme: readonly (readonly [string, ConductRule['polarity'], ConductArea, Detection, number])[] = [
  ['S1.1a', 'MUST', 'POLICY', 'SELF_CHECK', 0],
  ['S1.1b', 'MUST', 'POLICY', 'INSPECTION', 0],
  ['S1.1c', 'MUST', 'HANDLING', 'SYSTEM', 0],
  ['S1.2a', 'MUST', 'KNOWLEDGE', 'SELF_CHECK', 0],
  ['S1.2b', 'MUST', 'HANDLING', 'SYSTEM', 0],
  ['S1.2c', 'MUST', 'KNOWLEDGE', 'SELF_CHECK', 0],
  ['S1.2d', 'MUST_NOT', 'STYLE', 'INSPECTION', 0],
  ['S1.2e', 'MUST_NOT', 'STYLE', 'SYSTEM', 0],
  ['S1.2f', 'MUST_NOT', 'HANDLING', 'SYSTEM', 0],
  ['S1.2g', 'MUST', 'HANDLING', 'INSPECTION', 0],
  ['S1.2h', 'MUST', 'HANDLING', 'SYSTEM', 0],
  ['S1.2i', 'MUST', 'HANDLING', 'SYSTEM', 2],
  ['S1.2j', 'MUST', 'RECEPTION', 'SYSTEM', 0],
  ['S1.2k', 'MUST', 'RECEPTION', 'SYSTEM', 0],
  ['S1.2l', 'MUST', 'RECEPTION', 'COMPLAINT', 0],
  ['S1.2m', 'MUST', 'RECEPTION', 'INSPECTION', 0],
  ['S1.3a', 'MUST', 'PREPARATION', 'SYSTEM', 0],
  ['S1.3b', 'MUST', 'PREPARATION', 'INSPECTION', 2],
  ['S1.3c', 'MUST', 'PREPARATION', 'SYSTEM', 0],
  ['S1.3d', 'MUST', 'PREPARATION', 'SYSTEM', 0],
  ['S1.4a', 'MUST', 'APPEARANCE', 'INSPECTION', 0],
  [neverScored, 'MUST', 'APPEARANCE', 'INSPECTION', 0],
  ['S1.4c', 'MUST', 'APPEARANCE', 'INSPECTION', 0],
  ['S1.4d', 'MUST_NOT', 'DISCIPLINE', 'INSPECTION', 0],
  ['S1.5a', 'MUST_NOT', 'DISCIPLINE', 'SYSTEM', 3],
  ['S1.5b', 'MUST_NOT', 'DISCIPLINE', 'COMPLAINT', 3],
  ['S1.5c', 'MUST_NOT', 'DISCIPLINE', 'SYSTEM', 0],
  ['S1.5d', 'MUST_NOT', 'DISCIPLINE', 'INSPECTION', 1],
  ['S1.5e', 'MUST_NOT', 'DISCIPLINE', 'INSPECTION', 0],
  ['S2.3b', 'MUST', 'HANDLING', 'SYSTEM', 5],
  ['S3.3d', 'MUST', 'HANDLING', 'SYSTEM', 0],
  ['S3.4d', 'MUST', 'HANDLING', 'SYSTEM', 5],
  ['S3.5', 'MUST', 'HANDLING', 'SYSTEM', 5],
  ['S4.1b', 'MUST', 'HANDLING', 'SYSTEM', 2],
  ['S4.4b', 'MUST_NOT', 'HANDLING', 'COMPLAINT', 2],
  ['S4.4c', 'MUST', 'HANDLING', 'COMPLAINT', 2],
];

/**
 * Every rule of conduct as the regulation brings it.
 *
 * @regulation S4.5b A-05 A-17
 */
export const conductRules: readonly ConductRule[] = scheme.map(([clause, polarity, area, detection, points]) => ({
  clause,
  polarity,
  area,
  detection,
  points,
  isActive: true,
}));

/** The rules of a hall: the scheme, with the hall's own latest revision of each. */
export function rulesInForce(
  revisions: readonly Pick<ConductRuleRevision, 'clause' | 'points' | 'isActive'>[],
): readonly ConductRule[] {
  const own = new Map(revisions.map(({ clause, points, isActive }) => [clause, { points, isActive }]));
  return conductRules.map((rule) => ({ ...rule, ...own.get(rule.clause) }));
}

/**
 * Sets a hall's own points for a rule, or switches it off.
 *
 * @regulation S4.5b A-05 A-17
 * @refuses CONDUCT_RULE_NOT_FOUND, APPEARANCE_NEVER_SCORED
 */
export function planRuleRevision(revision: ConductRuleRevision): Outcome<ConductRuleRevision> {
  if (!conductRules.some(({ clause }) => clause === revision.clause)) return refuse('CONDUCT_RULE_NOT_FOUND');
  if (revision.clause === neverScored && revision.points > 0) return refuse('APPEARANCE_NEVER_SCORED');
  return done(revision);
}
