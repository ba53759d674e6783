import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';
import { allowedActions, refuseUnlessAllowed } from './allowed-actions';
import { actedOn } from './case';
import type { Attribution, Case } from './case';
import { belongsOnNotice } from './check-materials';
import type { Defect, OpenDefect } from './check-materials';

/** What somebody has put right. */
export interface Corrected {
  readonly next: Case;
  readonly settled: readonly OpenDefect[];
  /** What is open besides. */
  readonly left: readonly OpenDefect[];
}

function corrected(
  current: Case,
  by: Attribution,
  open: readonly OpenDefect[],
  isSettled: (of: OpenDefect) => boolean,
) {
  const next = actedOn(current, by, {});
  return done({ next, settled: open.filter(isSettled), left: open.filter((defect) => !isSettled(defect)) });
}

/**
 * The applicant brings what was asked for, and nothing else.
 *
 * @regulation S4.3c S4.4e A-14
 * @refuses CASE_ACTION_NOT_POSSIBLE, MATERIAL_NOT_ON_NOTICE, FINDING_WITHOUT_MATERIAL
 */
export function applySupply(
  current: Case,
  by: Attribution,
  open: readonly OpenDefect[],
  { materials, findings }: { readonly materials: readonly string[]; readonly findings: readonly Defect[] },
): Outcome<Corrected> {
  const refused = refuseUnlessAllowed(current, 'supplyCorrection');
  if (refused) return refused;
  const asked = new Set(open.filter(belongsOnNotice).map(({ materialCode }) => materialCode));
  if (asked.size === 0) {
    const facts = { status: current.status, action: 'supplyCorrection' };
    return refuse('CASE_ACTION_NOT_POSSIBLE', facts, allowedActions(current));
  }
  const unasked = materials.filter((code) => !asked.has(code));
  if (unasked.length > 0) return refuse('MATERIAL_NOT_ON_NOTICE', { materials: unasked });
  const loose = findings.filter(({ materialCode, kind }) => kind === 'MISSING' || !materials.includes(materialCode));
  if (loose.length > 0) return refuse('FINDING_WITHOUT_MATERIAL', { materials: loose.map((it) => it.materialCode) });
  return corrected(current, by, open, (it) => belongsOnNotice(it) && materials.includes(it.materialCode));
}

/**
 * An error is corrected on the spot, together with the applicant.
 *
 * @regulation S4.2c
 * @refuses CASE_ACTION_NOT_POSSIBLE, NOTHING_TO_CORRECT
 */
export function applySpotCorrection(
  current: Case,
  by: Attribution,
  open: readonly OpenDefect[],
  material: string,
): Outcome<Corrected> {
  const refused = refuseUnlessAllowed(current, 'correctOnSpot');
  if (refused) return refused;
  const isMeant = (defect: OpenDefect): boolean => defect.materialCode === material && !belongsOnNotice(defect);
  if (!open.some(isMeant)) return refuse('NOTHING_TO_CORRECT', { material });
  return corrected(current, by, open, isMeant);
}
