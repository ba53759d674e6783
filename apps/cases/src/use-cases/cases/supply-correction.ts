import type { HallKey } from '@hall/kernel';
import { done, isRefused } from '@hall/kernel';
import type { Defect } from '../../domain/cases/check-materials';
import { applySpotCorrection, applySupply } from '../../domain/cases/correct-materials';
import { authorityOverPost } from './acting-officer';
import { caseAct } from './change-case';
import { recordDefects, settleCheck, settleDefects } from './settle-check';

/** What the applicant brings after a notice, and what the officer found in it. */
export interface SupplyCorrection {
  readonly key: HallKey;
  readonly materials: readonly string[];
  readonly findings: readonly Defect[];
}

/**
 * The applicant brings what a notice asked for. When nothing is left open, the case is accepted at once. What is wrong with
 * the new papers has not been told in writing yet: the clock stands still for it, and the application can be returned for
 * it, only from the next notice on.
 *
 * @regulation S4.1b S4.4e A-14
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, MATERIAL_NOT_ON_NOTICE, FINDING_WITHOUT_MATERIAL
 */
export const supplyCorrection = caseAct({
  operation: 'supplyCorrection',
  authorise: authorityOverPost,
  async rule(work, handedIn: SupplyCorrection) {
    const { ports, tx, current, by, now } = work;
    const supplied = applySupply(current, by, await ports.cases.openDefects(tx, current), handedIn);
    if (isRefused(supplied)) return supplied;
    const { next, settled, left } = supplied.value;
    await settleDefects(work, settled);
    await ports.cases.insertMaterials(tx, current, handedIn.materials, now);
    const found = await recordDefects(work, next, handedIn.findings, { noticeNumber: null, newlySupplied: true });
    return done(await settleCheck(work, next, [...left, ...found], { kind: 'MATERIAL_SUPPLIED', clause: 'S4.3c' }));
  },
});

/** An error that was corrected together with the applicant. */
export interface CorrectOnSpot {
  readonly key: HallKey;
  readonly materialCode: string;
  readonly note: string;
}

/**
 * Helps the applicant to correct an error on the spot.
 *
 * @regulation S4.2c
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, NOTHING_TO_CORRECT
 */
export const correctOnSpot = caseAct({
  operation: 'correctOnSpot',
  authorise: authorityOverPost,
  async rule(work, { materialCode, note }: CorrectOnSpot) {
    const { ports, tx, current, by } = work;
    const open = await ports.cases.openDefects(tx, current);
    const corrected = applySpotCorrection(current, by, open, materialCode);
    if (isRefused(corrected)) return corrected;
    const { next, settled, left } = corrected.value;
    await settleDefects(work, settled);
    const said = { kind: 'CORRECTED_ON_SPOT', clause: 'S4.2c', note: `${materialCode}：${note}` } as const;
    return done(await settleCheck(work, next, left, said));
  },
});
