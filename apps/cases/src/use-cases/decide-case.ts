import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decideCase as decide } from '../domain/complete-case';
import { refuse } from '../domain/refusals';
import { authorityOverPost } from './find-officer';
import type { CasePorts, Key } from './ports';

/** What a decision says. */
export interface DecideCase {
  readonly key: Key;
  readonly approved: boolean;
  readonly grounds: string;
}

/**
 * The holder of the case's post decides it; that ends the term.
 *
 * @regulation S1.5c S3.2 S3.5 S5.4b
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DECIDABLE
 */
export function decideCase(ports: CasePorts, command: Command<DecideCase>): Promise<Outcome<Key>> {
  const { key, approved, grounds } = command.input;
  return ports.run(command, { operation: 'decideCase', hallCode: key.hallCode }, async (tx) => {
    const found = command.actor.hallCode === key.hallCode ? await ports.cases.lockCase(tx, key) : undefined;
    if (!found) return refuse('CASE_NOT_FOUND');
    const authority = await authorityOverPost(ports, tx, command, found);
    if (isRefused(authority)) return authority;
    const now = ports.clock.now();
    const decided = decide(found, authority.value, { approved, grounds, now });
    if (isRefused(decided)) return decided;
    const action = { kind: 'DECIDED', at: now, by: authority.value, clause: 'S3.5', note: grounds };
    await ports.cases.saveCase(tx, decided.value, action, { kind: 'FINISH', at: now });
    await ports.publish(tx, command, [{ kind: 'CASE_DECIDED', current: decided.value }]);
    return done(key);
  });
}
