import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { applyAppeal, applyConductDecision, applyStatement } from '../../domain/conduct/conduct';
import type { ConductAction, ConductRecord } from '../../domain/conduct/conduct';
import { refuse } from '../../domain/refusals';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { findAssessor } from './assessor';
import { conductStore } from '../../persistence/conduct/conduct-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';

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
export function respondToConduct(ports: StaffingPorts, command: Command<SayAboutConduct>): Promise<Outcome<HallKey>> {
  return byPerson(ports, command, 'respondToConduct', applyStatement);
}

/**
 * The person appeals.
 *
 * @regulation S4.5b
 * @refuses CONDUCT_NOT_FOUND, STAFF_NOT_KNOWN, CONDUCT_NOT_POSSIBLE
 */
export function appealConduct(ports: StaffingPorts, command: Command<SayAboutConduct>): Promise<Outcome<HallKey>> {
  return byPerson(ports, command, 'appealConduct', applyAppeal);
}

function byPerson(
  ports: StaffingPorts,
  command: Command<SayAboutConduct>,
  operation: string,
  rule: (record: ConductRecord) => Outcome<ConductRecord>,
): Promise<Outcome<HallKey>> {
  const { key, text } = command.input;
  return ports.run(command, { operation, hallCode: key.hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, key.hallCode);
    if (isRefused(officer)) return officer;
    const record = await conductStore.lockRecord(tx, key);
    // To everybody but the person it is about, a record looks as if it did not exist here.
    if (record?.staffId !== officer.value.id) return refuse('CONDUCT_NOT_FOUND');
    const next = rule(record);
    if (isRefused(next)) return next;
    await save(ports, tx, command, next.value, { byId: officer.value.id, note: text });
    return done(key);
  });
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
export function decideConduct(ports: StaffingPorts, command: Command<DecideConduct>): Promise<Outcome<HallKey>> {
  const { key, isUpheld, points, reason } = command.input;
  const { hallCode } = key;
  return ports.run(command, { operation: 'decideConduct', hallCode }, async (tx) => {
    const record = command.actor.hallCode === hallCode ? await conductStore.lockRecord(tx, key) : undefined;
    if (!record) return refuse('CONDUCT_NOT_FOUND');
    const assessor = await findAssessor(tx, command, { hallCode, id: record.staffId });
    if (isRefused(assessor)) return assessor;
    const { id: officerId } = assessor.value;
    const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
    const next = applyConductDecision(record, { officerId, isUpheld, points, now: ports.clock.now(), calendar });
    if (isRefused(next)) return next;
    await save(ports, tx, command, next.value, { byId: officerId, note: reason });
    return done(key);
  });
}

/** How often a record has changed in each state: the sequence of its event. */
const turns: Readonly<Record<ConductRecord['status'], number>> = {
  RECORDED: 1,
  STATEMENT_GIVEN: 2,
  DECIDED: 3,
  APPEALED: 4,
  UPHELD: 5,
  OVERTURNED: 5,
};

async function save(
  ports: StaffingPorts,
  tx: Tx,
  command: Command<unknown>,
  record: ConductRecord,
  { byId, note }: Pick<ConductAction, 'byId' | 'note'>,
): Promise<void> {
  await conductStore.updateRecord(tx, record);
  await conductStore.insertAction(tx, record, { kind: record.status, at: ports.clock.now(), byId, note });
  await ports.publish(tx, command, [{ kind: 'CONDUCT_CHANGED', record, sequence: turns[record.status] }]);
}
