import type { Tx } from '@hall/platform/postgres';
import type { Cause } from '@hall/platform/publishing';
import { followAuthority as follow } from '../../domain/cases/follow-authority';
import type { CaseFact } from '../../domain/facts';
import type { CaseChange, CasePorts } from '../ports';

/** A move of the authority over a post, as staffing tells it. */
export interface AuthorityChange {
  readonly hallCode: string;
  readonly postId: string;
  readonly holderId: string | null;
  readonly cause: string;
  readonly at: Date;
}

/**
 * The authority over a post has moved: its open cases follow. Runs inside the transaction of the event's handler.
 *
 * @regulation S5.2a S5.4a A-21
 */
export async function followAuthority(
  ports: CasePorts,
  tx: Tx,
  change: AuthorityChange,
  because: Cause,
): Promise<void> {
  const { hallCode, postId, holderId, cause, at } = change;
  const changes: CaseChange[] = [];
  const facts: CaseFact[] = [];
  for (const current of await ports.cases.lockOpenCasesOf(tx, hallCode, postId)) {
    const next = follow(current, holderId);
    if (!next) continue;
    changes.push({ next, action: { kind: 'RESPONSIBLE_CHANGED', at, by: null, clause: 'S5.2a', note: cause } });
    const previousResponsibleId = current.responsibleId;
    facts.push({ kind: 'RESPONSIBLE_CHANGED', current: next, previousResponsibleId, cause });
  }
  await ports.cases.saveCases(tx, changes);
  await ports.publish(tx, because, facts);
}
