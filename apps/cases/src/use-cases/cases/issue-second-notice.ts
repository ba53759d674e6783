import type { HallKey } from '@hall/kernel';
import { done, isRefused } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { statusAfterCheck } from '../../domain/cases/accept-case';
import { actedOn } from '../../domain/cases/case';
import type { Case } from '../../domain/cases/case';
import { refuseUnlisted } from '../../domain/cases/check-materials';
import { clockMoves, pausedAfter } from '../../domain/cases/conclude-check';
import { permitSecondNotice, withEverythingUntold } from '../../domain/cases/notices';
import type { SecondNotice } from '../../domain/cases/notices';
import { authorityOverPost, leaderOf } from './acting-officer';
import { caseAct, findVersion } from './change-case';
import { issueNotice, recordDefects, settleDefects } from './settle-check';

/** Another notice for a case. */
export type IssueSecondNotice = SecondNotice & { readonly key: HallKey };

/**
 * Issues another notice after the first. Possible only for papers that were supplied meanwhile or for changed law; what
 * was overlooked the first time is a recorded breach that a head must let pass and that moves no date. After acceptance
 * whatever is asked for is asked for by a head.
 *
 * @regulation S4.1b S4.2c S4.4e S4.5a A-14
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, LEADER_REQUIRED, CASE_ACTION_NOT_POSSIBLE, SECOND_NOTICE, MATERIAL_NOT_LISTED,
 *   SECOND_NOTICE_NEEDS_HEAD, BASIS_NOT_CITABLE, ON_SPOT_NOT_ON_NOTICE
 */
export const issueSecondNotice = caseAct({
  operation: 'issueSecondNotice',
  authorise: (tx, command: Command<IssueSecondNotice>, current) =>
    (isForHead(command.input, current) ? leaderOf : authorityOverPost)(tx, command, current),
  async rule(work, said: IssueSecondNotice) {
    const { ports, tx, current, by, now } = work;
    const { materials } = await findVersion(work);
    const unlisted = refuseUnlisted(
      materials,
      said.defects.map(({ materialCode }) => materialCode),
    );
    if (unlisted) return unlisted;
    const open = await ports.cases.openDefects(tx, current);
    const second = withEverythingUntold(said, open);
    const notices = await ports.cases.noticesOf(tx, current);
    const byHead = isForHead(said, current);
    const facts = { open, noticesBefore: notices.length, byHead };
    const permitted = permitSecondNotice(current, second, facts);
    if (isRefused(permitted)) return permitted;
    const { pausing, isBreach } = permitted.value;
    const acted = actedOn(current, by, {});
    const approvedById = byHead ? by.officerId : null;
    const notice = await issueNotice(work, acted, { nth: notices.length + 1, second, approvedById });
    // What was found in newly supplied papers stands on this notice from now on.
    const renamed = open.filter(
      (defect) => defect.newlySupplied && second.defects.some((named) => named.materialCode === defect.materialCode),
    );
    await settleDefects(work, renamed);
    const named = await recordDefects(work, acted, second.defects, { noticeNumber: notice.number, pausing });
    const left = [...open.filter((it) => !renamed.includes(it)), ...named];
    const pausedOn = pausedAfter(current, statusAfterCheck(left).pausedOn);
    // What was left out is the fault of whoever signed the first notice, else of whoever accepted, whoever answers by now.
    const signedById = notices[0]?.issuedById ?? current.acceptedById ?? current.responsibleId;
    return done({
      facts: isBreach ? [{ kind: 'NOTICE_RULE_BROKEN', current: acted, noticeNumber: notice.number, signedById }] : [],
      // An accepted case stays accepted, and can be decided on what there is.
      next: { ...acted, status: current.acceptedAt ? 'IN_PROGRESS' : 'AWAITING_CORRECTION', pausedOn },
      kind: isBreach ? 'NOTICE_RULE_BROKEN' : 'SECOND_NOTICE_ISSUED',
      clause: 'S4.1b',
      note: `${second.ground}: ${second.basis}`,
      own: clockMoves(current.pausedOn, pausedOn, now),
      // The day on a lawful notice takes the place of the day on the one before; an omission gives no new day.
      finish: isBreach ? [] : ['CORRECTION'],
      opened: notice.deadlines,
    });
  },
});

function isForHead({ ground }: SecondNotice, { acceptedAt }: Case): boolean {
  return ground === 'OMISSION' || acceptedAt !== null;
}
