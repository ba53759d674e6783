import { done, isRefused, startOf } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { statusAfterCheck } from '../../domain/cases/accept-case';
import { actedOn } from '../../domain/cases/case';
import { refuseUnlisted } from '../../domain/cases/check-materials';
import { permitSecondNotice, withEverythingUntold } from '../../domain/cases/notices';
import type { SecondNotice } from '../../domain/cases/notices';
import { authorityOverPost, leaderOf } from '../officers';
import type { CasePorts, Key } from '../ports';
import { changeCase, finishTermsAbout } from './change-case';
import { clockMoves, issueNotice, pausedAfter } from './settle-check';
import { recordDefects } from './submit-case';

/**
 * Issues another notice after the first. Possible only for papers that were supplied meanwhile or for changed law; what
 * was overlooked the first time is a recorded breach that a head must let pass and that moves no date.
 *
 * @regulation S4.1b S4.2c S4.4e S4.5a A-14
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, LEADER_REQUIRED, CASE_ACTION_NOT_POSSIBLE, SECOND_NOTICE, MATERIAL_NOT_LISTED,
 *   SECOND_NOTICE_NEEDS_HEAD, ON_SPOT_NOT_ON_NOTICE
 */
export function issueSecondNotice(
  ports: CasePorts,
  command: Command<SecondNotice & { readonly key: Key }>,
): Promise<Outcome<Key>> {
  const byHead = command.input.ground === 'OMISSION';
  const authorise = byHead ? leaderOf : authorityOverPost;
  return changeCase(ports, command, 'issueSecondNotice', authorise, async (work) => {
    const { tx, current, by, now } = work;
    const version = await ports.items.findVersion(
      tx,
      { hallCode: current.hallCode, id: current.itemId },
      current.itemVersion,
    );
    const unlisted = refuseUnlisted(
      version.materials,
      command.input.defects.map(({ materialCode }) => materialCode),
    );
    if (unlisted) return unlisted;
    const open = await ports.cases.openDefects(tx, current);
    const second = withEverythingUntold(command.input, open);
    const notices = await ports.cases.noticesOf(tx, current);
    const permitted = permitSecondNotice(current, second, { open, noticesBefore: notices.length, byHead });
    if (isRefused(permitted)) return permitted;
    const { pausing, isBreach } = permitted.value;
    // The day on a lawful notice takes the place of the day on the one before; an omission gives no new day.
    if (pausing) await finishTermsAbout(work, 'CORRECTION');
    const own = await ports.terms.lockTerm(tx, current);
    const approvedById = isBreach ? by.officerId : null;
    const acted = actedOn(current, by, {});
    const notice = await issueNotice(work, acted, startOf(own!.ledger).sessions, {
      nth: notices.length + 1,
      second,
      approvedById,
    });
    // What was found in newly supplied papers stands on this notice from now on.
    const renamed = open.filter(
      (defect) =>
        defect.newlySupplied && second.defects.some(({ materialCode }) => materialCode === defect.materialCode),
    );
    await ports.cases.settleDefects(
      tx,
      current,
      renamed.map(({ sequence }) => sequence),
      now,
    );
    const named = await recordDefects(work, acted, second.defects, notice.number, { pausing });
    const left = [...open.filter((it) => !renamed.includes(it)), ...named];
    const pausedOn = pausedAfter(current, statusAfterCheck(left).pausedOn);
    const next = { ...acted, status: 'AWAITING_CORRECTION', pausedOn } as const;
    const changeKind = isBreach ? 'NOTICE_RULE_BROKEN' : 'SECOND_NOTICE_ISSUED';
    return done({
      next,
      action: { kind: changeKind, clause: 'S4.1b', note: `${second.ground}: ${second.basis}` },
      facts: [{ kind: 'CASE_CHANGED', current: next, changeKind, clause: 'S4.1b' }],
      term: clockMoves(current.pausedOn, pausedOn, now),
    });
  });
}
