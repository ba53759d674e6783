import type { HallKey } from '@hall/kernel';
import { done } from '@hall/kernel';
import { refuseUnlessAllowed } from '../../domain/cases/allowed-actions';
import { actedOn } from '../../domain/cases/case';
import { belongsOnNotice } from '../../domain/cases/check-materials';
import type { Defect } from '../../domain/cases/check-materials';
import { refuse } from '../../domain/refusals';
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
  async rule(work, { materials, findings }: SupplyCorrection) {
    const { ports, tx, current, by, now } = work;
    const refused = refuseUnlessAllowed(current, 'supplyCorrection');
    if (refused) return refused;
    const open = await ports.cases.openDefects(tx, current);
    const asked = new Set(open.filter(belongsOnNotice).map(({ materialCode }) => materialCode));
    const unasked = materials.filter((code) => !asked.has(code));
    if (unasked.length > 0) return refuse('MATERIAL_NOT_ON_NOTICE', { materials: unasked });
    const loose = findings.filter(({ materialCode, kind }) => kind === 'MISSING' || !materials.includes(materialCode));
    if (loose.length > 0) return refuse('FINDING_WITHOUT_MATERIAL', { materials: loose.map((it) => it.materialCode) });
    const settled = open.filter((defect) => belongsOnNotice(defect) && materials.includes(defect.materialCode));
    await settleDefects(work, settled);
    await ports.cases.insertMaterials(tx, current, materials, now);
    const next = actedOn(current, by, {});
    const found = await recordDefects(work, next, findings, { noticeNumber: null, newlySupplied: true });
    const left = [...open.filter((defect) => !settled.includes(defect)), ...found];
    return done(await settleCheck(work, next, left, { kind: 'MATERIAL_SUPPLIED', clause: 'S4.3c' }));
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
    const refused = refuseUnlessAllowed(current, 'correctOnSpot');
    if (refused) return refused;
    const open = await ports.cases.openDefects(tx, current);
    const settled = open.filter((defect) => defect.materialCode === materialCode && !belongsOnNotice(defect));
    if (settled.length === 0) return refuse('NOTHING_TO_CORRECT', { material: materialCode });
    await settleDefects(work, settled);
    const left = open.filter((defect) => !settled.includes(defect));
    const said = { kind: 'CORRECTED_ON_SPOT', clause: 'S4.2c', note: `${materialCode}：${note}` } as const;
    return done(await settleCheck(work, actedOn(current, by, {}), left, said));
  },
});
