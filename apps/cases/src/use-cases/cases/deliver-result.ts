import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import type { DeliveryMethod } from '../../domain/cases/case';
import {
  deliverResult as deliver,
  pickupWindowOf,
  substituteWindow as substitute,
} from '../../domain/cases/complete-case';
import { refuse } from '../../domain/refusals';
import { authorityAtWindow, authorityOverPost, leaderOf } from '../officers';
import type { CasePorts, Key } from '../ports';
import { changeCase } from './change-case';
import type { Authorise } from './change-case';

/** What a delivery says. */
export interface DeliverResult {
  readonly key: Key;
  readonly window: Key;
  readonly identityChecked: boolean;
  readonly method: DeliveryMethod;
}

/**
 * The applicant collects the result at the window that accepted the case, or its named substitute; by post or
 * electronically only by the applicant's own choice.
 *
 * @regulation S3.4c S5.4b A-11
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DELIVERABLE, DELIVERY_AT_OTHER_WINDOW,
 *   IDENTITY_NOT_CHECKED
 */
export function deliverResult(ports: CasePorts, command: Command<DeliverResult>): Promise<Outcome<Key>> {
  const { window, identityChecked, method } = command.input;
  const authorise = authorityToDeliver(command.input);
  return changeCase(ports, command, 'deliverResult', authorise, async ({ tx, current, by, now }) => {
    const ownId = pickupWindowOf(current);
    const ownWindow = await ports.directory.findWindow(tx, current.hallCode, ownId);
    const facts = { window, identityChecked, method, now, ownWindowNumber: ownWindow?.number ?? ownId };
    const delivered = deliver(current, by, facts);
    if (isRefused(delivered)) return delivered;
    return done({
      next: delivered.value,
      action: { kind: 'DELIVERED', clause: 'S3.4c', note: method === 'WINDOW' ? null : method },
      facts: [{ kind: 'CASE_COMPLETED', current: delivered.value }],
    });
  });
}

/**
 * Whoever hands a result over holds the post of the case; at the substitute window, a post of that window.
 *
 * @refuses STAFF_NOT_KNOWN, NOT_ON_DUTY
 */
function authorityToDeliver({ window, method }: DeliverResult): Authorise {
  return async (ports, tx, command, current) => {
    const isSubstitute = method === 'WINDOW' && window.id === current.substituteWindowId;
    if (!isSubstitute) return authorityOverPost(ports, tx, command, current);
    const counter = await authorityAtWindow(ports, tx, command, window);
    if (isRefused(counter)) return counter;
    const { by, window: at } = counter.value;
    return done({ by, departmentId: at.departmentId, isLeader: false });
  };
}

/** Which window stands in, and why. */
export interface SubstituteWindow {
  readonly key: Key;
  readonly window: Key;
  readonly reason: string;
}

/**
 * A leader names the one window at which the result can be collected while the accepting one is closed.
 *
 * @regulation S3.4c A-11
 * @refuses CASE_NOT_FOUND, LEADER_REQUIRED, WINDOW_NOT_KNOWN, CASE_ACTION_NOT_POSSIBLE, SUBSTITUTE_ALREADY_NAMED,
 *   SUBSTITUTE_IS_OWN_WINDOW
 */
export function substituteWindow(ports: CasePorts, command: Command<SubstituteWindow>): Promise<Outcome<Key>> {
  const { window, reason } = command.input;
  return changeCase(ports, command, 'substituteWindow', leaderOf, async ({ tx, current, by }) => {
    const isKnown =
      window.hallCode === current.hallCode && (await ports.directory.findWindow(tx, current.hallCode, window.id));
    if (!isKnown) return refuse('WINDOW_NOT_KNOWN');
    const named = substitute(current, by, window.id, await ports.directory.findOpenWindows(tx, current.hallCode));
    if (isRefused(named)) return named;
    return done({
      next: named.value,
      action: { kind: 'SUBSTITUTE_NAMED', clause: 'S3.4c', note: reason },
      facts: [{ kind: 'CASE_CHANGED', current: named.value, changeKind: 'SUBSTITUTE_NAMED', clause: 'S3.4c' }],
    });
  });
}
