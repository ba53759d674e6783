import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { deliverResult as deliver } from '../domain/complete-case';
import { refuse } from '../domain/refusals';
import { authorityOverPost } from './find-officer';
import type { CasePorts, Key } from './ports';

/** What a delivery says. */
export interface DeliverResult {
  readonly key: Key;
  readonly window: Key;
  readonly identityChecked: boolean;
}

/**
 * The applicant collects the result at the window that accepted the case.
 *
 * @regulation S3.4c
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DELIVERABLE, DELIVERY_AT_OTHER_WINDOW
 */
export function deliverResult(ports: CasePorts, command: Command<DeliverResult>): Promise<Outcome<Key>> {
  const { key, window, identityChecked } = command.input;
  const { hallCode } = key;
  return ports.run(command, { operation: 'deliverResult', hallCode }, async (tx) => {
    const found = command.actor.hallCode === hallCode ? await ports.cases.lockCase(tx, key) : undefined;
    if (!found) return refuse('CASE_NOT_FOUND');
    const authority = await authorityOverPost(ports, tx, command, found);
    if (isRefused(authority)) return authority;
    const ownWindow = await ports.directory.findWindow(tx, hallCode, found.windowId);
    const now = ports.clock.now();
    const facts = { window, identityChecked, now, ownWindowNumber: ownWindow?.number ?? found.windowId };
    const delivered = deliver(found, authority.value, facts);
    if (isRefused(delivered)) return delivered;
    await ports.cases.saveCase(tx, delivered.value, {
      kind: 'DELIVERED',
      at: now,
      by: authority.value,
      clause: 'S3.4c',
      note: null,
    });
    await ports.publish(tx, command, [{ kind: 'CASE_COMPLETED', current: delivered.value }]);
    return done(key);
  });
}
