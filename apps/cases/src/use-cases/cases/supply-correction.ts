import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuseUnlessAllowed } from '../../domain/cases/allowed-actions';
import { actedOn } from '../../domain/cases/case';
import { belongsOnNotice } from '../../domain/cases/check-materials';
import type { Defect } from '../../domain/cases/check-materials';
import { refuse } from '../../domain/refusals';
import { authorityOverPost } from '../officers';
import type { CasePorts, Key } from '../ports';
import { changeCase } from './change-case';
import { settleCheck } from './settle-check';
import { recordDefects } from './submit-case';

/** What the applicant brings after a notice, and what the officer found in it. */
export interface SupplyCorrection {
  readonly key: Key;
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
export function supplyCorrection(ports: CasePorts, command: Command<SupplyCorrection>): Promise<Outcome<Key>> {
  const { materials, findings } = command.input;
  return changeCase(ports, command, 'supplyCorrection', authorityOverPost, async (work) => {
    const { tx, current, by, now } = work;
    const refused = refuseUnlessAllowed(current, 'supplyCorrection');
    if (refused) return refused;
    const open = await ports.cases.openDefects(tx, current);
    const asked = new Set(open.filter(belongsOnNotice).map(({ materialCode }) => materialCode));
    const unasked = materials.filter((code) => !asked.has(code));
    if (unasked.length > 0) return refuse('MATERIAL_NOT_ON_NOTICE', { materials: unasked });
    const loose = findings.filter(({ materialCode, kind }) => kind === 'MISSING' || !materials.includes(materialCode));
    if (loose.length > 0) return refuse('FINDING_WITHOUT_MATERIAL', { materials: loose.map((it) => it.materialCode) });
    const settled = open.filter((defect) => belongsOnNotice(defect) && materials.includes(defect.materialCode));
    await ports.cases.settleDefects(
      tx,
      current,
      settled.map(({ sequence }) => sequence),
      now,
    );
    await ports.cases.insertMaterials(tx, current, materials, now);
    const next = actedOn(current, by, {});
    const found = await recordDefects(work, next, findings, null, { newlySupplied: true });
    const left = [...open.filter((defect) => !settled.includes(defect)), ...found];
    return done(
      await settleCheck(work, next, left, {
        kind: 'MATERIAL_SUPPLIED',
        clause: 'S4.3c',
        note: null,
        fact: { kind: 'CASE_CHANGED', current: next, changeKind: 'MATERIAL_SUPPLIED', clause: 'S4.3c' },
      }),
    );
  });
}

/** An error that was corrected together with the applicant. */
export interface CorrectOnSpot {
  readonly key: Key;
  readonly materialCode: string;
  readonly note: string;
}

/**
 * Helps the applicant to correct an error on the spot.
 *
 * @regulation S4.2c
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, NOTHING_TO_CORRECT
 */
export function correctOnSpot(ports: CasePorts, command: Command<CorrectOnSpot>): Promise<Outcome<Key>> {
  const { materialCode, note } = command.input;
  return changeCase(ports, command, 'correctOnSpot', authorityOverPost, async (work) => {
    const { tx, current, by, now } = work;
    const refused = refuseUnlessAllowed(current, 'correctOnSpot');
    if (refused) return refused;
    const open = await ports.cases.openDefects(tx, current);
    const settled = open.filter((defect) => defect.materialCode === materialCode && !belongsOnNotice(defect));
    if (settled.length === 0) return refuse('NOTHING_TO_CORRECT', { material: materialCode });
    await ports.cases.settleDefects(
      tx,
      current,
      settled.map(({ sequence }) => sequence),
      now,
    );
    const next = actedOn(current, by, {});
    const left = open.filter((defect) => !settled.includes(defect));
    return done(
      await settleCheck(work, next, left, {
        kind: 'CORRECTED_ON_SPOT',
        clause: 'S4.2c',
        note: `${materialCode}：${note}`,
        fact: { kind: 'CASE_CHANGED', current: next, changeKind: 'CORRECTED_ON_SPOT', clause: 'S4.2c' },
      }),
    );
  });
}
