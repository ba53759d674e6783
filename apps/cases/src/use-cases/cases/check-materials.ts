import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuseUnlessAllowed } from '../../domain/cases/allowed-actions';
import { actedOn } from '../../domain/cases/case';
import { belongsOnNotice, checkMaterials as check } from '../../domain/cases/check-materials';
import type { Defect } from '../../domain/cases/check-materials';
import { startOf } from '@hall/kernel';
import { authorityOverPost } from '../officers';
import type { CasePorts, Key } from '../ports';
import { changeCase, finishTermsAbout } from './change-case';
import { issueNotice, settleCheck } from './settle-check';
import { recordDefects } from './submit-case';

/** What an officer found in an application that had been received unseen. */
export interface CheckMaterials {
  readonly key: Key;
  readonly situations: readonly string[];
  readonly materials: readonly string[];
  readonly findings: readonly Defect[];
}

/**
 * Looks through an application that came by letter or online: it is accepted, or everything that is wrong is told once.
 *
 * @regulation S3.4f S4.1b S4.2c S4.4e A-13
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, SITUATION_NOT_LISTED, MATERIAL_NOT_LISTED,
 *   FINDING_WITHOUT_MATERIAL
 */
export function checkMaterials(ports: CasePorts, command: Command<CheckMaterials>): Promise<Outcome<Key>> {
  const { situations, materials, findings } = command.input;
  return changeCase(ports, command, 'checkMaterials', authorityOverPost, async (work) => {
    const { tx, current, by, now } = work;
    const refused = refuseUnlessAllowed(current, 'checkMaterials');
    if (refused) return refused;
    const version = await ports.items.findVersion(
      tx,
      { hallCode: current.hallCode, id: current.itemId },
      current.itemVersion,
    );
    const defects = check(version.materials, { situations, materials, findings });
    if (isRefused(defects)) return defects;
    await ports.cases.settleDefects(
      tx,
      current,
      (await ports.cases.openDefects(tx, current)).map((it) => it.sequence),
      now,
    );
    await ports.cases.insertMaterials(tx, current, materials, now);
    const next = actedOn(current, by, { situations });
    await finishTermsAbout(work, 'CHECK');
    const own = await ports.terms.lockTerm(tx, current);
    const notice = defects.value.some(belongsOnNotice)
      ? await issueNotice(work, next, startOf(own!.ledger).sessions, { nth: 1, second: null, approvedById: null })
      : undefined;
    const found = await recordDefects(work, next, defects.value, notice?.number ?? null);
    return done(
      await settleCheck(work, next, found, {
        kind: notice ? 'CORRECTION_REQUESTED' : 'CHECKED',
        clause: 'S4.1b',
        note: null,
        fact: { kind: 'CASE_CHANGED', current: next, changeKind: 'CORRECTION_REQUESTED', clause: 'S4.1b' },
      }),
    );
  });
}
