import type { HallKey } from '@hall/kernel';
import { done, isRefused } from '@hall/kernel';
import { refuseUnlessAllowed } from '../../domain/cases/allowed-actions';
import { actedOn } from '../../domain/cases/case';
import { belongsOnNotice, findDefects } from '../../domain/cases/check-materials';
import type { HandedIn } from '../../domain/cases/check-materials';
import { authorityOverPost } from './acting-officer';
import { caseAct, findVersion } from './change-case';
import { issueNotice, recordDefects, settleCheck, settleDefects } from './settle-check';

/** What an officer found in an application that had been received unseen. */
export interface CheckMaterials extends HandedIn {
  readonly key: HallKey;
}

/**
 * Looks through an application that came by letter or online: it is accepted, or everything that is wrong is told once.
 *
 * @regulation S3.4f S4.1b S4.2c S4.4e A-13
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, SITUATION_NOT_LISTED, MATERIAL_NOT_LISTED,
 *   FINDING_WITHOUT_MATERIAL
 */
export const checkMaterials = caseAct({
  operation: 'checkMaterials',
  authorise: authorityOverPost,
  async rule(work, handedIn: CheckMaterials) {
    const { ports, tx, current, by, now } = work;
    const refused = refuseUnlessAllowed(current, 'checkMaterials');
    if (refused) return refused;
    const defects = findDefects((await findVersion(work)).materials, handedIn);
    if (isRefused(defects)) return defects;
    await settleDefects(work, await ports.cases.openDefects(tx, current));
    await ports.cases.insertMaterials(tx, current, handedIn.materials, now);
    const next = actedOn(current, by, { situations: handedIn.situations });
    const notice = defects.value.some(belongsOnNotice)
      ? await issueNotice(work, next, { nth: 1, second: null, approvedById: null })
      : undefined;
    const found = await recordDefects(work, next, defects.value, { noticeNumber: notice?.number ?? null });
    const settled = await settleCheck(work, next, found, {
      kind: 'CORRECTION_REQUESTED',
      recordedAs: notice ? 'CORRECTION_REQUESTED' : 'CHECKED',
      clause: 'S4.1b',
    });
    const { finish = [] } = settled;
    // What is corrected on the spot is told to nobody: the duty to check runs on until it is accepted or told.
    return done({ ...settled, finish: notice ? [...finish, 'CHECK'] : finish, opened: notice?.deadlines ?? [] });
  },
});
