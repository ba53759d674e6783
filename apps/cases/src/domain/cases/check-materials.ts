import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Material } from '../catalogue/service-item';
import { refuse } from '../refusals';

/** What can be wrong with a material. MISSING is found by the system, never typed; ON_SPOT is corrected at once. */
export const defectKinds = ['MISSING', 'NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT'] as const;
/** One of {@link defectKinds}. */
export type DefectKind = (typeof defectKinds)[number];

/** One thing to be corrected. */
export interface Defect {
  readonly materialCode: string;
  readonly kind: DefectKind;
  readonly explanation: string;
}

/** A defect that is not settled yet. */
export interface OpenDefect extends Defect {
  readonly sequence: number;
  /** Whether it was found in papers that were supplied after a notice. */
  readonly newlySupplied: boolean;
  /** The notice it stands on; null for what is corrected on the spot, and for what no notice names yet. */
  readonly noticeNumber: string | null;
  /** Whether the clock stands still for it. */
  readonly pausing: boolean;
}

/** A defect to be recorded. */
export interface NewDefect extends Omit<OpenDefect, 'sequence'> {
  readonly foundById: string;
}

/**
 * What was found, each with the notice that names it; without one the clock does not stand still for it.
 *
 * @regulation S4.1b S4.2c
 * @param noticeNumber the notice on which all of them stand that belong on one; null when there is none yet
 */
export function foundDefects(
  defects: readonly Defect[],
  { noticeNumber, foundById, newlySupplied = false, pausing = true }: FindingFacts,
): readonly NewDefect[] {
  return defects.map((defect) => {
    const named = belongsOnNotice(defect) ? noticeNumber : null;
    return { ...defect, newlySupplied, noticeNumber: named, pausing: named !== null && pausing, foundById };
  });
}

/** Who found something, in what, and on which notice it stands. */
export interface FindingFacts {
  readonly noticeNumber: string | null;
  readonly foundById: string;
  readonly newlySupplied?: boolean;
  readonly pausing?: boolean;
}

/** What was handed in, and what an officer found in it. */
export interface HandedIn {
  readonly situations: readonly string[];
  readonly materials: readonly string[];
  readonly findings: readonly Defect[];
}

/** The materials that these circumstances call for. */
export function requiredMaterials(listed: readonly Material[], situations: readonly string[]): readonly Material[] {
  return listed.filter(({ condition }) => condition === undefined || situations.includes(condition));
}

/**
 * Checks an application part by part against the published version: everything that is missing is added by the system,
 * nothing outside the published list can be taken or found wanting.
 *
 * @regulation S3.4f S4.1b S4.2b S4.4e
 * @returns every defect at once, in the order of the published list; none when everything is complete
 * @refuses SITUATION_NOT_LISTED, MATERIAL_NOT_LISTED, FINDING_WITHOUT_MATERIAL
 */
export function findDefects(
  listed: readonly Material[],
  { situations, materials, findings }: HandedIn,
): Outcome<readonly Defect[]> {
  const known = new Set(listed.flatMap(({ condition }) => condition ?? []));
  const unknown = situations.filter((situation) => !known.has(situation));
  if (unknown.length > 0) return refuse('SITUATION_NOT_LISTED', { unknown, known: [...known] });
  const refused = refuseUnlisted(listed, [...materials, ...findings.map(({ materialCode }) => materialCode)]);
  if (refused) return refused;
  const loose = findings.filter(({ materialCode, kind }) => kind === 'MISSING' || !materials.includes(materialCode));
  if (loose.length > 0) return refuse('FINDING_WITHOUT_MATERIAL', { materials: loose.map((it) => it.materialCode) });

  const required = requiredMaterials(listed, situations);
  const missing = required
    .filter(({ code }) => !materials.includes(code))
    .map(({ code, name }): Defect => ({ materialCode: code, kind: 'MISSING', explanation: name }));
  const place = (defect: Defect): number => listed.findIndex(({ code }) => code === defect.materialCode);
  return done([...findings, ...missing].sort((a, b) => place(a) - place(b)));
}

/** Nothing outside the published list may be asked for. */
export function refuseUnlisted(listed: readonly Material[], codes: readonly string[]) {
  const unlisted = [...new Set(codes)].filter((code) => !listed.some((material) => material.code === code));
  return unlisted.length > 0 ? refuse('MATERIAL_NOT_LISTED', { unlisted: unlisted.join('、') }) : undefined;
}

/** Whether a defect belongs on a notice: an error that can be corrected on the spot never does (S4.2c). */
export function belongsOnNotice({ kind }: Pick<Defect, 'kind'>): boolean {
  return kind !== 'ON_SPOT';
}
