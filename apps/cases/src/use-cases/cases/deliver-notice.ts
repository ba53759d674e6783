import { done, isRefused, startOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import type { Command } from '@hall/platform/use-case';
import { actedOn } from '../../domain/cases/case';
import type { CaseChange } from '../../domain/cases/case-change';
import { answerTo } from '../../domain/cases/notices';
import { refuseConfirmation, refuseDelivery } from '../../domain/cases/paper-acts';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';
import { authorityOverPost } from './acting-officer';
import { ownDeadline, saveCase, planningOf } from './change-case';
import type { CaseWork } from './change-case';

/** How a notice is handed over. There is no oral way: an applicant is told in writing. */
export interface DeliverNotice {
  readonly hallCode: string;
  readonly number: string;
  readonly mode: 'PRINTED' | 'ELECTRONIC';
}

/**
 * Hands a notice over to the applicant: on paper, signed for at the counter, or electronically by the channel that the
 * applicant chose, acknowledged by them later. Only then the applicant's time begins.
 *
 * @regulation S4.3a S4.3c A-15
 * @refuses NOTICE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, NOTICE_DELIVERED, NOTICE_WITHOUT_CHANNEL, CASE_ACTION_NOT_POSSIBLE once the case has ended
 */
export function deliverNotice(ports: CasePorts, command: Command<DeliverNotice>): Promise<Outcome<HallKey>> {
  const { hallCode, number, mode } = command.input;
  return ports.run(command, { operation: 'deliverNotice', hallCode }, async (tx) => {
    const notice = await ports.cases.lockNoticeDelivery(tx, hallCode, number);
    const key = notice && { hallCode, id: notice.caseId };
    const current = key && command.actor.hallCode === hallCode ? await ports.cases.lockCase(tx, key) : undefined;
    if (!notice || !key || !current) return refuse('NOTICE_NOT_FOUND');
    const officer = await authorityOverPost(tx, command, current);
    if (isRefused(officer)) return officer;
    const refused = refuseDelivery(current, notice);
    if (refused) return refused;
    if (mode === 'ELECTRONIC' && !notice.canConfirm) return refuse('NOTICE_WITHOUT_CHANNEL');
    const { by } = officer.value;
    const [counting, open, written] = await Promise.all([
      findCounting(ports, tx, hallCode),
      ports.cases.openDefects(tx, current),
      ports.cases.writtenDays(tx, [current]),
    ]);
    const now = ports.clock.now();
    const work: CaseWork = { ports, tx, current, by, now, counting, ...planningOf(ports) };
    const { sessions } = startOf((await ownDeadline(work)).ledger);
    // Whoever has a later day in writing already keeps it.
    const before = written.get(current.id) ?? notice.replyBy;
    const replyBy = before > notice.replyBy ? before : notice.replyBy;
    const answer = answerTo(current, { ...notice, replyBy }, open, sessions, work);
    await ports.cases.insertNoticeDelivery(tx, {
      hallCode,
      number,
      mode,
      deliveredById: by.officerId,
      deliveredAt: now,
      replyBy: answer?.replyBy ?? null,
    });
    // Whoever takes the paper signs for it at the counter.
    if (mode === 'PRINTED') await ports.cases.acknowledgeNotice(tx, hallCode, number, now);
    const change: CaseChange = {
      next: actedOn(current, by, {}),
      kind: 'NOTICE_DELIVERED',
      clause: 'S4.3a',
      note: number,
      ...(notice.deadlineId !== null && { finishPart: notice.deadlineId }),
      // The day on this notice takes the place of the day on the one before.
      ...(answer && { finish: ['CORRECTION'], opened: [answer.deadline] }),
    };
    await saveCase(work, change, command);
    return done(key);
  });
}

/**
 * The applicant confirms having received a notice electronically.
 *
 * @regulation A-15
 * @refuses NOTICE_NOT_FOUND, also for everybody it is not for, NOTICE_NOT_DELIVERED
 */
export function acknowledgeNotice(
  ports: CasePorts,
  command: Command<{ readonly hallCode: string; readonly number: string }>,
): Promise<Outcome<HallKey>> {
  const { hallCode, number } = command.input;
  return ports.run(command, { operation: 'acknowledgeNotice', hallCode }, async (tx) => {
    const notice = await ports.cases.lockNoticeDelivery(tx, hallCode, number);
    const key = notice && { hallCode, id: notice.caseId };
    if (!notice || !key || !(await ports.cases.isOwnCase(tx, key, command.actor.account)))
      return refuse('NOTICE_NOT_FOUND');
    const refused = refuseConfirmation(notice);
    if (refused) return refused;
    if (notice.acknowledgedAt === null) await ports.cases.acknowledgeNotice(tx, hallCode, number, ports.clock.now());
    return done(key);
  });
}
