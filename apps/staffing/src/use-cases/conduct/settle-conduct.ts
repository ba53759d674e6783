import { done, isRefused, mapDone } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { createActs } from '@hall/platform/use-case';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { applyAppeal, applyConductDecision, applyStatement } from '../../domain/conduct/conduct';
import type { ConductRecord } from '../../domain/conduct/conduct';
import { refuseUnlessConcerned } from '../../domain/conduct/offered-actions';
import { refuse } from '../../domain/refusals';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { conductStore } from '../../persistence/conduct/conduct-store';
import type { StaffingPorts } from '../ports';
import { findOfficer } from '../structure/find-officer';
import { findAssessor } from './assessor';

/** What becomes of a record of conduct, by whom, and in whose words. */
interface ConductChange {
  readonly record: ConductRecord;
  readonly byId: string;
  readonly note: string;
}

/** How often a record has changed in each state: the sequence of its event. */
const sequences: Readonly<Record<ConductRecord['status'], number>> = {
  RECORDED: 1,
  STATEMENT_GIVEN: 2,
  DECIDED: 3,
  APPEALED: 4,
  UPHELD: 5,
  OVERTURNED: 5,
};

/** The shell of every act on a record of conduct. */
const conductAct = createActs<StaffingPorts, ConductRecord, object, ConductChange>({
  notFound: () => refuse('CONDUCT_NOT_FOUND'),
  lock: (_ports, tx, key) => conductStore.lockRecord(tx, key),
  prepare: () => Promise.resolve({}),
  async save({ ports, tx, now }, { record, byId, note }, command) {
    await conductStore.updateRecord(tx, record);
    await conductStore.insertAction(tx, record, { kind: record.status, at: now, byId, note });
    await ports.publish(tx, command, [{ kind: 'CONDUCT_CHANGED', record, sequence: sequences[record.status] }]);
  },
});

/** A record and what its person says about it. */
export interface SayAboutConduct {
  readonly key: HallKey;
  readonly text: string;
}

/**
 * The person is heard.
 *
 * @regulation S4.5b
 * @refuses CONDUCT_NOT_FOUND, STAFF_NOT_KNOWN, CONDUCT_NOT_POSSIBLE
 */
export const respondToConduct = conductAct({
  operation: 'respondToConduct',
  authorise: personConcerned,
  rule: ({ current, officerId }, { text }: SayAboutConduct) =>
    mapDone(applyStatement(current), (record) => ({ record, byId: officerId, note: text })),
});

/**
 * The person appeals.
 *
 * @regulation S4.5b
 * @refuses CONDUCT_NOT_FOUND, STAFF_NOT_KNOWN, CONDUCT_NOT_POSSIBLE
 */
export const appealConduct = conductAct({
  operation: 'appealConduct',
  authorise: personConcerned,
  rule: ({ current, officerId }, { text }: SayAboutConduct) =>
    mapDone(applyAppeal(current), (record) => ({ record, byId: officerId, note: text })),
});

/** The person whom a record is about; to everybody else it looks as if it did not exist here. */
async function personConcerned(
  tx: Tx,
  command: Command<unknown>,
  record: ConductRecord,
): Promise<Outcome<{ readonly officerId: string }>> {
  const officer = await findOfficer(tx, command, record.hallCode);
  if (isRefused(officer)) return officer;
  return refuseUnlessConcerned(record, officer.value.id) ?? done({ officerId: officer.value.id });
}

/** A decision about a record. */
export interface DecideConduct {
  readonly key: HallKey;
  readonly isUpheld: boolean;
  readonly points: number | null;
  readonly reason: string;
}

/**
 * Decides about a breach, or about the appeal against a decision.
 *
 * @regulation S4.5b A-17
 * @refuses CONDUCT_NOT_FOUND, STAFF_NOT_KNOWN, ASSESSOR_REQUIRED, DECIDE_OWN_CONDUCT, CONDUCT_NOT_POSSIBLE, STATEMENT_FIRST,
 *   APPEAL_OTHER_DECIDER, POINTS_ABOVE_RULE
 */
export const decideConduct = conductAct({
  operation: 'decideConduct',
  authorise: async (tx, command: Command<DecideConduct>, { hallCode, staffId }) =>
    mapDone(await findAssessor(tx, command, { hallCode, id: staffId }), ({ id }) => ({ officerId: id })),
  async rule({ ports, tx, current, officerId, now }, { isUpheld, points, reason }: DecideConduct) {
    const calendar = calendarInForce(await calendarStore.findYears(tx, current.hallCode));
    const { statementWithinWorkingDays } = ports.settings['A-17'];
    const decision = { officerId, isUpheld, points, now, calendar, statementWithinWorkingDays };
    const decided = applyConductDecision(current, decision);
    return mapDone(decided, (record) => ({ record, byId: officerId, note: reason }));
  },
});
