import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { applyCorrection, clauseOfFinding, openConductRecord } from '../../domain/conduct/conduct';
import type { Detected } from '../../domain/conduct/conduct';
import { rulesInForce } from '../../domain/conduct/conduct-rules';
import type { Detection } from '../../domain/conduct/conduct-rules';
import type { StaffingPorts } from '../ports';
import { findAssessor } from './assessor';
import { conductStore } from '../../persistence/conduct/conduct-store';
import { staffStore } from '../../persistence/structure/staff-store';

/** What somebody saw. */
export interface RecordConduct {
  readonly staff: HallKey;
  readonly clause: string;
  readonly source: Exclude<Detection, 'SYSTEM'>;
  readonly facts: string;
  readonly occurredAt: Date | null;
}

/**
 * Writes down a breach of the rules of conduct. It costs nothing before the person was heard and it was decided.
 *
 * @regulation S4.5b S1.4b A-05
 * @refuses STAFF_NOT_FOUND, STAFF_NOT_KNOWN, ASSESSOR_REQUIRED, CONDUCT_RULE_NOT_FOUND, CONDUCT_RULE_OFF, OCCURRED_IN_FUTURE
 */
export function recordConduct(ports: StaffingPorts, command: Command<RecordConduct>): Promise<Outcome<HallKey>> {
  const { staff, clause, source, facts, occurredAt } = command.input;
  const { hallCode } = staff;
  return ports.run(command, { operation: 'recordConduct', hallCode }, async (tx) => {
    const assessor = await findAssessor(tx, command, staff);
    if (isRefused(assessor)) return assessor;
    const now = ports.clock.now();
    const seen = { hallCode, id: ports.newId(), staffId: staff.id, clause, source, facts };
    const known = { finding: null, causeId: null, caseId: null, recordedById: assessor.value.id };
    const rules = rulesInForce(await conductStore.findRevisions(tx, hallCode));
    const recorded = openConductRecord({ ...seen, ...known, occurredAt: occurredAt ?? now, recordedAt: now }, rules);
    if (isRefused(recorded)) return recorded;
    await conductStore.insertRecord(tx, recorded.value);
    await conductStore.insertAction(tx, recorded.value, {
      kind: 'RECORDED',
      at: now,
      byId: assessor.value.id,
      note: facts,
    });
    await ports.publish(tx, command, [{ kind: 'CONDUCT_CHANGED', record: recorded.value, sequence: 1 }]);
    return done({ hallCode, id: recorded.value.id });
  });
}

/**
 * Writes down what the system has found: a broken promise, lateness, a second notice. A rule that the hall has switched
 * off is not recorded.
 *
 * @regulation S4.5b S1.2e S1.2f S1.5a A-04 A-17
 */
export async function recordDetected(
  ports: StaffingPorts,
  tx: Tx,
  cause: { readonly correlationId: string; readonly causationId?: string },
  { finding, ...detected }: Detected,
): Promise<void> {
  const { hallCode, staffId } = detected;
  if (!(await staffStore.findStaff(tx, { hallCode, id: staffId }))) return;
  const rules = rulesInForce(await conductStore.findRevisions(tx, hallCode));
  const { clause } = clauseOfFinding[finding];
  const now = ports.clock.now();
  // An event may come from a service whose clock is a moment ahead.
  const recordedAt = now < detected.occurredAt ? detected.occurredAt : now;
  const found = { ...detected, id: ports.newId(), clause, source: 'SYSTEM', finding, facts: null } as const;
  const recorded = openConductRecord({ ...found, recordedAt, recordedById: null }, rules);
  if (isRefused(recorded)) return;
  if (!(await conductStore.insertRecord(tx, recorded.value))) return;
  await conductStore.insertAction(tx, recorded.value, { kind: 'RECORDED', at: recordedAt, byId: null, note: null });
  await ports.publish(tx, cause, [{ kind: 'CONDUCT_CHANGED', record: recorded.value, sequence: 1 }]);
}

/**
 * Late news says that somebody else answered when something was broken: the record of whoever was charged stays, says so and
 * counts for nothing; whoever answered then gets one.
 *
 * @regulation S5.4c A-22
 */
export async function correctDetected(
  ports: StaffingPorts,
  tx: Tx,
  cause: { readonly correlationId: string; readonly causationId?: string },
  previousId: string,
  detected: Detected,
): Promise<void> {
  const wrong = await conductStore.lockDetected(tx, { ...detected, staffId: previousId });
  if (wrong) {
    const record = applyCorrection(wrong);
    const note = '迟到的权限信息：当时由他人负责 / Late news: somebody else answered then';
    await conductStore.updateRecord(tx, record);
    await conductStore.insertAction(tx, record, { kind: record.status, at: ports.clock.now(), byId: null, note });
    await ports.publish(tx, cause, [{ kind: 'CONDUCT_CHANGED', record, sequence: 5 }]);
  }
  await recordDetected(ports, tx, cause, detected);
}
