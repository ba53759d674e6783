import type { HallKey } from '@hall/kernel';
import { findOpenWindows, isServing } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import { chooseSubstitute } from '../../domain/cases/complete-case';
import type { OpenWindow } from '../../domain/cases/complete-case';
import type { CaseFact } from '../../domain/facts';
import type { RecordedChange } from '../../domain/cases/case-change';
import type { CasePorts } from '../ports';

const batchSize = 200;

/**
 * Results that wait at a window where nobody is on duty in opening hours: the system names the one window at which they
 * can be collected meanwhile.
 *
 * @regulation S3.4c A-11
 */
export function substituteSweep(ports: CasePorts, base: SweepBase): Sweep {
  const find = async (tx: Tx, aside: readonly string[]): Promise<HallKey[]> => {
    const halls: string[] = [];
    for (const hallCode of await ports.cases.hallsWithClosedPickup(tx)) {
      if (await isServing(tx, hallCode, ports.clock.now())) halls.push(hallCode);
    }
    return halls.length === 0 ? [] : ports.cases.findClosedPickups(tx, halls, batchSize, aside);
  };
  return isolatedSweep({ name: 'substitutes', find, work: (tx, keys) => nameSubstitutes(ports, tx, keys) }, base);
}

async function nameSubstitutes(ports: CasePorts, tx: Tx, keys: readonly HallKey[]): Promise<number> {
  const at = ports.clock.now();
  const open = new Map<string, readonly OpenWindow[]>();
  for (const { hallCode } of keys) {
    if (!open.has(hallCode)) open.set(hallCode, await findOpenWindows(tx, hallCode));
  }
  const changes: RecordedChange[] = [];
  const facts: CaseFact[] = [];
  for (const current of await ports.cases.lockAvailableCases(tx, keys)) {
    const chosen = chooseSubstitute(current, open.get(current.hallCode)!);
    if (!chosen) continue;
    const next = { ...current, substituteWindowId: chosen.id, version: current.version + 1 };
    const note = `受理窗口无人在岗：${chosen.number}`;
    changes.push({ next, action: { kind: 'SUBSTITUTE_NAMED', at, by: null, clause: 'S3.4c', note } });
    facts.push({ kind: 'CASE_CHANGED', current: next, changeKind: 'SUBSTITUTE_NAMED', clause: 'S3.4c' });
  }
  await ports.cases.saveCases(tx, changes);
  await ports.publish(tx, { correlationId: 'sweep' }, facts);
  return changes.length;
}
