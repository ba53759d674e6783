import { mayOutlast } from '@hall/kernel';
import type { TimeLimit, Yardstick } from '@hall/kernel';
import { jointStages } from '../cases/joint';
import { legalRules } from './legal-regimes';
import type { HandlingType, ItemVersion, LegalRegime, ProcedureStep } from './service-item';

/** A limit that is longer than another one allows. */
export interface LimitFault {
  readonly field: keyof ItemVersion;
  readonly code:
    | 'STATUTE_ABOVE_REGIME'
    | 'PROMISE_ABOVE_STATUTE'
    | 'STEPS_ABOVE_PROMISE'
    | 'JOINT_WITHOUT_PARTICIPANTS'
    | 'JOINT_LIMIT_ABOVE_PROMISE'
    | 'LEAD_WINDOW_NOT_JOINT';
  readonly details: Readonly<Record<string, string | number>>;
}

/** What the limits of an item are looked at with. */
export interface Limited {
  readonly handlingType: HandlingType;
  readonly regime: LegalRegime;
  readonly body: Pick<ItemVersion, 'promisedLimit'> &
    Partial<Pick<ItemVersion, 'statutoryLimit' | 'procedure' | 'participants' | 'leadWindowId'>>;
}

/**
 * What is wrong with the limits of an item, for whoever writes it by hand and for an import alike: its own statutory
 * limit within that of its regime, the promise within both, steps and joint parts within the promise. All are compared
 * by the clock in the worst case of the calendar.
 *
 * @regulation S2.3b S3.4d S3.5 A-08 A-12
 */
export function limitFaults({ handlingType, regime, body }: Limited, by: Yardstick): readonly LimitFault[] {
  const { promisedLimit: promise, procedure = [], participants = [] } = body;
  const legal = legalRules[regime].limit;
  const own = body.statutoryLimit ?? null;
  const faults: LimitFault[] = [];
  const fault = (field: LimitFault['field'], code: LimitFault['code'], details: LimitFault['details'] = {}): void =>
    void faults.push({ field, code, details });
  if (own && legal && mayOutlast([[own]], legal, by)) {
    fault('statutoryLimit', 'STATUTE_ABOVE_REGIME', texts({ own, legal }));
  }
  const statutory = statutoryOf(regime, own);
  if (statutory && mayOutlast([[promise]], statutory, by)) {
    fault('promisedLimit', 'PROMISE_ABOVE_STATUTE', texts({ promised: promise, statutory }));
  }
  if (!stepsWithin(procedure, promise, by)) fault('procedure', 'STEPS_ABOVE_PROMISE');
  if (handlingType !== 'JOINT') {
    if (body.leadWindowId !== undefined) fault('leadWindowId', 'LEAD_WINDOW_NOT_JOINT');
  } else if (participants.length === 0) {
    fault('participants', 'JOINT_WITHOUT_PARTICIPANTS');
  } else if (mayOutlast(jointStages(participants), promise, by)) {
    fault('participants', 'JOINT_LIMIT_ABOVE_PROMISE');
  }
  return faults;
}

/** The limit that the law sets an item: its own where it has one, else that of its regime. */
export function statutoryOf(regime: LegalRegime, own: TimeLimit | null | undefined): TimeLimit | null {
  return own ?? legalRules[regime].limit;
}

/** Whether the limits of the steps, one after the other, are over within the promise. */
export function stepsWithin(procedure: readonly ProcedureStep[], promise: TimeLimit, by: Yardstick): boolean {
  const steps = procedure.flatMap(({ limit }) => (limit ? [[limit]] : []));
  return !mayOutlast(steps, promise, by);
}

/** Limits as a refusal names them: numbers, and their units where these differ. */
function texts<Name extends string>(limits: Readonly<Record<Name, TimeLimit>>): Record<Name, string | number> {
  const all: readonly TimeLimit[] = Object.values(limits);
  const alike = all.every(({ unit }) => unit === all[0]!.unit);
  return Object.fromEntries(
    Object.entries<TimeLimit>(limits).map(([name, { amount, unit }]) => [name, alike ? amount : `${amount} ${unit}`]),
  ) as Record<Name, string | number>;
}

/**
 * The procedure with limits for its inner steps: where the catalogue gives none at all, each step between the first (the
 * acceptance) and the last (the delivery) gets an equal share of the promise, so that their sum never exceeds it.
 *
 * @regulation S2.3b A-08
 */
export function withStepLimits(procedure: readonly ProcedureStep[], promise: TimeLimit): readonly ProcedureStep[] {
  const inner = procedure.slice(1, -1);
  const share = Math.floor(promise.amount / inner.length);
  const least = promise.unit === 'WORKING_HOUR' ? 1 : 0;
  if (inner.length === 0 || share < least || procedure.some(({ limit }) => limit)) return procedure;
  return procedure.map((step, place) =>
    place === 0 || place === procedure.length - 1 ? step : { ...step, limit: { ...promise, amount: share } },
  );
}
