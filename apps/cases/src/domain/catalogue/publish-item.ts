import { done } from '@hall/kernel';
import type { DeadlineStart, Outcome, Yardstick } from '@hall/kernel';
import { refuse } from '../refusals';
import { limitFaults, statutoryOf, stepsWithin, withStepLimits } from './limits';
import { confidentialRegimes, windowsOffering } from './service-item';
import type { HandlingType, ItemVersion, LegalRegime, ServiceItem } from './service-item';

/** What a draft says so far; nothing is filled in for it. */
export interface Draft {
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly handlingType: HandlingType;
  readonly regime: LegalRegime;
  readonly windowIds: readonly string[];
  /** No, when it does not say. */
  readonly resultsPublic?: boolean;
  readonly body: Partial<Omit<ItemVersion, 'number' | 'assumed'>>;
  /** Fields of the body that no source has said and nobody has confirmed; none when absent. */
  readonly assumed?: readonly string[];
}

/** An item as the catalogue keeps it: what is in force, and what is being prepared. */
export interface CatalogueEntry {
  readonly hallCode: string;
  readonly id: string;
  readonly code: string;
  readonly current: ServiceItem | null;
  readonly draft: Draft | null;
  readonly retiredAt: Date | null;
  /** The hours of its hall, by which limits of different units are compared. */
  readonly sessions: DeadlineStart['sessions'];
}

/** What must be there before an item is open: the seven disclosures, conditions, and a sample (S3.3a, S4.4d). */
const disclosures: readonly (readonly [name: string, isThere: (draft: Draft['body']) => boolean])[] = [
  ['content', ({ content = '' }) => content.trim() !== ''],
  ['procedure', ({ procedure = [] }) => procedure.length > 0],
  ['legalBasis', ({ legalBasis = [] }) => legalBasis.length > 0],
  ['conditions', ({ conditions = [] }) => conditions.length > 0],
  ['materials', ({ materials = [] }) => materials.length > 0],
  ['samples', ({ materials = [] }) => materials.length === 0 || materials.some(({ sampleUrl }) => sampleUrl)],
  ['promisedLimit', ({ promisedLimit }) => promisedLimit !== undefined],
  ['fee', ({ fee }) => fee !== undefined],
  ['result', ({ result = '' }) => result.trim() !== ''],
];

/** The disclosures that a draft still lacks, by name. */
export function missingDisclosures({ body }: Pick<Draft, 'body'>): readonly string[] {
  return disclosures.filter(([, isThere]) => !isThere(body)).map(([name]) => name);
}

/**
 * Publishes a draft as the next version. Running cases keep theirs.
 *
 * @regulation S3.3a S3.5 S4.4d S4.4e A-08 A-09 A-12
 * @refuses ITEM_INCOMPLETE naming every empty field, MATERIAL_WITHOUT_BASIS, STATUTE_ABOVE_REGIME,
 *   PROMISE_ABOVE_STATUTE, STEPS_ABOVE_PROMISE, JOINT_WITHOUT_PARTICIPANTS, JOINT_LIMIT_ABOVE_PROMISE, LEAD_WINDOW_NOT_JOINT, RESULTS_CONFIDENTIAL, ITEM_RETIRED
 */
export function planPublication(entry: CatalogueEntry, draft: Draft, by: Yardstick) {
  const { resultsPublic = false } = draft;
  if (entry.retiredAt !== null) return refuse('ITEM_RETIRED');
  if (resultsPublic && confidentialRegimes.includes(draft.regime)) return refuse('RESULTS_CONFIDENTIAL');
  const missing = missingDisclosures(draft);
  if (missing.length > 0) return refuse('ITEM_INCOMPLETE', { missing });
  // Every disclosure has been seen above.
  const body = draft.body as Required<Draft['body']>;
  const baseless = body.materials.filter(({ basis }) => basis.trim() === '').map(({ name }) => name);
  if (baseless.length > 0) return refuse('MATERIAL_WITHOUT_BASIS', { materials: baseless });
  const [fault] = limitFaults({ ...draft, body }, by);
  // Each fault carries what its own text names.
  if (fault) return refuse(fault.code, fault.details as Required<Parameters<typeof refuse<typeof fault.code>>>[1]);
  const { body: _body, assumed = [], ...head } = draft;
  const procedure = withStepLimits(body.procedure, body.promisedLimit);
  const number = (entry.current?.current.number ?? 0) + 1;
  const participants = body.participants ?? [];
  const statutoryLimit = statutoryOf(draft.regime, body.statutoryLimit);
  const item: ServiceItem = {
    hallCode: entry.hallCode,
    id: entry.id,
    ...head,
    resultsPublic,
    windowIds: windowsOffering(head.windowIds, body.leadWindowId),
    current: { ...body, number, procedure, participants, statutoryLimit, assumed },
  };
  return done(item) as Outcome<ServiceItem>;
}

/**
 * What a revision says: the version in force, with what was changed. Where a shorter promise leaves the steps no room and
 * nothing was said about them, they share it anew.
 */
export function revisedBody(
  { number: _number, assumed: _assumed, leadWindowId, ...before }: ItemVersion,
  { handlingType, body: change }: Pick<Draft, 'handlingType' | 'body'>,
  by: Yardstick,
): Draft['body'] {
  const lead = handlingType === 'JOINT' && leadWindowId !== undefined ? { leadWindowId } : {};
  const body = { ...before, ...lead, ...change };
  return change.procedure === undefined ? withRoomForSteps(body, by) : body;
}

/** Steps that have no room within the promise share it anew. */
export function withRoomForSteps<B extends Draft['body']>(body: B, by: Yardstick): B {
  const { procedure, promisedLimit } = body;
  if (!procedure || !promisedLimit || stepsWithin(procedure, promisedLimit, by)) return body;
  return { ...body, procedure: procedure.map(({ name }) => ({ name })) };
}
