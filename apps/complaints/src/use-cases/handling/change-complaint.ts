import { done, isRefused } from '@hall/kernel';
import type { Outcome, DeadlineEvent, WorkCalendar, HallKey } from '@hall/kernel';
import type { KnownSession } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import type { Complaint } from '../../domain/register/complaint';
import type { ComplaintFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import type { ComplaintPorts } from '../ports';

/** The circumstances in which a rule is asked. */
export interface Circumstances {
  readonly officerId: string;
  readonly now: Date;
  readonly sessions: readonly KnownSession[];
  /** The working-day calendar in force; asked for only by who counts with it. */
  readonly findCalendar: () => Promise<WorkCalendar>;
}

/** What a rule says yes to: the next state, and what it does to the term. */
export interface Changed {
  readonly next: Complaint;
  readonly term?: DeadlineEvent;
}

/** A change of one complaint: the rule, and what the record says of it. */
export interface Change {
  readonly operation: string;
  readonly fact: ComplaintFact['kind'];
  readonly clause: string;
  readonly note?: string;
  readonly rule: (current: Complaint, circumstances: Circumstances) => Outcome<Changed> | Promise<Outcome<Changed>>;
}

/**
 * Changes a complaint: locks it, asks the rule, and writes state, record and fact together. To anybody whom it concerns
 * it does not exist.
 *
 * @regulation A-26
 * @refuses STAFF_NOT_KNOWN, COMPLAINT_NOT_FOUND, and whatever the rule refuses
 */
export function changeComplaint(
  ports: ComplaintPorts,
  command: Command<unknown>,
  key: HallKey,
  change: Change,
): Promise<Outcome<HallKey>> {
  const { actor } = command;
  const { hallCode } = key;
  return ports.run(command, { operation: change.operation, hallCode }, async (tx) => {
    if (actor.hallCode !== hallCode) return refuse('COMPLAINT_NOT_FOUND');
    const officer = await ports.directory.findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const { id: officerId } = officer.value;
    const current = await ports.complaints.lockComplaint(tx, key, officerId);
    if (!current) return refuse('COMPLAINT_NOT_FOUND');
    const now = ports.clock.now();
    const sessions = (await ports.directory.findSessions(tx, hallCode)) ?? [];
    const findCalendar = () => ports.directory.findCalendar(tx, hallCode);
    const changed = await change.rule(current, { officerId, now, sessions, findCalendar });
    if (isRefused(changed)) return changed;
    const { next, term } = changed.value;
    const action = {
      kind: change.fact,
      at: now,
      officerId,
      clause: change.clause,
      note: change.note ?? null,
    };
    await ports.complaints.saveComplaint(tx, next, action, term);
    await ports.publish(tx, command, [{ kind: change.fact, complaint: next }]);
    return done(key);
  });
}
