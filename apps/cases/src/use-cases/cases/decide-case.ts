import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decideCase as decide } from '../../domain/cases/complete-case';
import { authorityOverPost } from '../officers';
import type { CasePorts, Key } from '../ports';
import { changeCase } from './change-case';
import type { OfficerWork } from './change-case';

/** What a decision says. */
export interface DecideCase {
  readonly key: Key;
  readonly approved: boolean;
  readonly grounds: string;
}

/**
 * The holder of the case's post decides it; that ends its terms. A refusal is reported upwards with its grounds.
 *
 * @regulation S1.5c S3.2 S3.4a S3.4d S3.5 S5.4b
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DECIDABLE, OPINIONS_OPEN, INSTANT_NOT_FINISHED
 */
export function decideCase(ports: CasePorts, command: Command<DecideCase>): Promise<Outcome<Key>> {
  const { approved, grounds } = command.input;
  return changeCase(ports, command, 'decideCase', authorityOverPost, async (work) => {
    const { tx, current, by, now } = work;
    const tasks = current.handlingType === 'JOINT' ? await ports.cases.tasksOf(tx, current) : [];
    const openOpinions = tasks.filter(({ state }) => state !== 'GIVEN').map(({ departmentId }) => departmentId);
    const decided = decide(current, by, { approved, grounds, now, openOpinions });
    if (isRefused(decided)) return decided;
    if (!approved) await reportRefusal(work, grounds);
    return done({
      next: decided.value,
      action: { kind: 'DECIDED', clause: 'S3.5', note: grounds },
      facts: [{ kind: 'CASE_DECIDED', current: decided.value }],
      endTerms: 'FINISH',
    });
  });
}

/** A decision against the applicant is reported upwards (否定报备). */
async function reportRefusal({ ports, tx, current, by, now }: OfficerWork, grounds: string): Promise<void> {
  await ports.cases.insertRejection(tx, {
    hallCode: current.hallCode,
    number: `${current.number}-N`,
    caseId: current.id,
    reason: 'DECIDED_AGAINST',
    explanation: grounds,
    referToWindowId: null,
    referToBody: null,
    handledById: by.officerId,
    at: now,
    readById: null,
    readAt: null,
  });
}
