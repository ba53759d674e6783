import { findDepartmentNames } from '@hall/platform/directory';
import type { HallKey } from '@hall/kernel';
import { done, isRefused } from '@hall/kernel';
import { applyDecision } from '../../domain/cases/complete-case';
import { reportRejection } from '../../domain/cases/end-case';
import { openOpinions } from '../../domain/cases/joint';
import { decisionNote } from '../../domain/cases/steps';
import { authorityOverPost } from './acting-officer';
import { caseAct } from './change-case';

/** What a decision says. */
export interface DecideCase {
  readonly key: HallKey;
  readonly approved: boolean;
  readonly grounds: string;
}

/**
 * The holder of the case's post decides it; that ends its deadlines, and by name the steps that were not passed on. A refusal is reported upwards with its grounds (否定报备).
 *
 * @regulation S1.5c S2.3b S3.2 S3.4a S3.4d S3.5 S5.4b
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DECIDABLE, OPINIONS_OPEN
 */
export const decideCase = caseAct({
  operation: 'decideCase',
  authorise: authorityOverPost,
  async rule({ ports, tx, current, by, now }, { approved, grounds }: DecideCase) {
    const tasks = current.handlingType === 'JOINT' ? await ports.cases.tasksOf(tx, current) : [];
    const silent = await findDepartmentNames(tx, current.hallCode, openOpinions(tasks));
    const decided = applyDecision(current, by, { approved, grounds, now, openOpinions: silent });
    if (isRefused(decided)) return decided;
    if (!approved) {
      const said = {
        reason: 'DECIDED_AGAINST',
        explanation: grounds,
        referToWindowId: null,
        referToBody: null,
      } as const;
      await ports.cases.insertRejection(tx, reportRejection(current, { ...said, handledById: by.officerId, at: now }));
    }
    const closedSteps = current.handlingType === 'INSTANT' ? [] : await ports.cases.closeSteps(tx, current, now);
    const note = decisionNote(grounds, closedSteps);
    return done({ next: decided.value, kind: 'DECIDED', clause: 'S3.5', note, end: 'FINISH', closedSteps });
  },
});
