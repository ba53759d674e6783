import { plainDateOf, startOf } from '@hall/kernel';
import type { PauseGround, DeadlineEvent } from '@hall/kernel';
import { accepted, statusAfterCheck } from '../../domain/cases/accept-case';
import type { Case } from '../../domain/cases/case';
import type { Defect } from '../../domain/cases/check-materials';
import { correctionLimit } from '../../domain/cases/notices';
import type { CorrectionNotice, SecondNotice } from '../../domain/cases/notices';
import type { CaseFact } from '../../domain/facts';
import { withEvent } from '../../domain/deadlines/term';
import { beginHandling, childTerm } from './begin-handling';
import { finishTermsAbout } from './change-case';
import type { Changed, CaseWork } from './change-case';

/** What the ledger says when the reason to stand still changes. */
export function clockMoves(before: PauseGround | null, after: PauseGround | null, at: Date): DeadlineEvent[] {
  if (before === after) return [];
  const stop: DeadlineEvent[] = before === null ? [] : [{ kind: 'RESUME', at }];
  return after === null ? stop : [...stop, { kind: 'PAUSE', at, ground: after }];
}

/** Waiting for materials comes and goes with what is open; a clock that stands still for a hearing does so still. */
export function pausedAfter({ pausedOn }: Pick<Case, 'pausedOn'>, waiting: PauseGround | null): PauseGround | null {
  return waiting ?? (pausedOn === 'AWAITING_CORRECTION' ? null : pausedOn);
}

/**
 * Draws the conclusion from what is still open: everything there means accepted, at once; otherwise the case waits, and
 * its clock with it where a notice says so.
 *
 * @param next the case as the rule has left it
 * @param open what is not settled after this act
 */
export async function settleCheck(
  work: CaseWork,
  next: Case,
  open: readonly (Defect & { readonly pausing: boolean })[],
  told: { readonly kind: string; readonly clause: string; readonly note: string | null; readonly fact: CaseFact },
): Promise<Changed> {
  const { ports, tx, current, by, now, calendar } = work;
  const { status, pausedOn: waiting } = statusAfterCheck(open);
  const pausedOn = pausedAfter(current, waiting);
  const term = clockMoves(current.pausedOn, pausedOn, now);
  // Nothing is awaited any more: the day on a notice returns nobody's application.
  if (waiting === null) await finishTermsAbout(work, 'CORRECTION');
  if (status !== 'ACCEPTED') {
    return { next: { ...next, status, pausedOn }, action: told, facts: [told.fact], term };
  }
  await finishTermsAbout(work, 'CHECK');
  if (current.acceptedAt !== null) {
    return { next: { ...next, status: 'IN_PROGRESS', pausedOn }, action: told, facts: [told.fact], term };
  }
  const done = accepted({ ...next, pausedOn }, by, now);
  const own = await ports.terms.lockTerm(tx, current);
  const running = term.reduce((latest, event) => withEvent(latest, event, calendar, now), own!);
  const version = await ports.items.findVersion(
    tx,
    { hallCode: current.hallCode, id: current.itemId },
    current.itemVersion,
  );
  await beginHandling(work, done, version, { plan: running.plan, sessions: startOf(own!.ledger).sessions });
  return {
    next: done,
    action: { kind: 'ACCEPTED', clause: 'S3.4b', note: told.note },
    facts: [{ kind: 'CASE_ACCEPTED', current: done }],
    term,
  };
}

/**
 * Issues a notice to complete the materials: numbered, everything at once, with the day by which to answer.
 *
 * @regulation S4.1b S4.3c S4.5a
 * @param nth 1 for the first notice of a case
 */
export async function issueNotice(
  work: CaseWork,
  of: Case,
  sessions: Parameters<typeof childTerm>[2]['sessions'],
  notice: {
    readonly nth: number;
    readonly second: SecondNotice | null;
    readonly approvedById: string | null;
  },
): Promise<CorrectionNotice> {
  const { ports, tx, now, by } = work;
  if (by === null) throw new Error('a notice is always issued by a named person');
  const { nth, second, approvedById } = notice;
  const term = childTerm(work, of, { subject: 'CORRECTION', id: ports.newId(), limit: correctionLimit, sessions });
  if (term.plan.dueAt === null) throw new Error('no calendar for the day of reply');
  const issued: CorrectionNotice = {
    number: `${of.number}-B${nth}`,
    issuedAt: now,
    issuedById: by.officerId,
    replyBy: plainDateOf(term.plan.dueAt),
    ground: second?.ground ?? null,
    basis: second?.basis ?? null,
    approvedById,
  };
  await ports.cases.insertNotice(tx, of, issued);
  // An omission is the hall's own fault: the application is not returned for it.
  if (second?.ground !== 'OMISSION') await ports.terms.openTerms(tx, [term]);
  return issued;
}
