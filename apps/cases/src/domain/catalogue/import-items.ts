import { mostWorkingDaysWithin } from '@hall/kernel';
import type { TimeLimit, Yardstick } from '@hall/kernel';
import { limitFaults, statutoryOf, withStepLimits } from './limits';
import type { LimitFault } from './limits';
import { windowsOffering } from './service-item';
import type {
  Fee,
  HandlingType,
  ItemVersion,
  LegalRegime,
  Material,
  Participant,
  ProcedureStep,
  ServiceItem,
} from './service-item';

/** One row of a catalogue to be taken over. What the source does not say is undefined. */
export interface ItemDraft {
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly handlingType?: HandlingType;
  readonly regime?: LegalRegime;
  readonly windowIds?: readonly string[];
  readonly resultsPublic?: boolean;
  readonly content?: string;
  readonly procedure?: readonly ProcedureStep[];
  readonly legalBasis?: readonly string[];
  readonly conditions?: readonly string[];
  readonly materials?: readonly Material[];
  readonly statutoryLimit?: TimeLimit;
  readonly promisedLimit?: TimeLimit;
  readonly fee?: Fee;
  readonly result?: string;
  readonly participants?: readonly Participant[];
  readonly leadWindowId?: string;
}

/** A fault in one row of an import. Rows count from 0. */
export interface ImportFault {
  readonly row: number;
  readonly field: string;
  readonly code: ImportFaultCode;
  readonly detail: string;
}

/** What can be wrong with a row. */
export type ImportFaultCode =
  'CODE_REPEATED' | 'DEPARTMENT_NOT_KNOWN' | 'WINDOW_NOT_KNOWN' | 'MATERIAL_REPEATED' | LimitFault['code'];

/** What the hall knows of itself, to check references against. */
export interface KnownHall {
  readonly departmentIds: ReadonlySet<string>;
  readonly windowIds: ReadonlySet<string>;
}

/** What a row is filled from where the source is silent. */
export interface Defaults {
  /** The hall's own promise where the source gives none, in working days. */
  readonly promiseDays: number;
  readonly by: Yardstick;
}

/** What the rows of an import are held against. */
export interface ImportFacts extends Defaults {
  readonly known: KnownHall;
}

const workdays = (amount: number): TimeLimit => ({ amount, unit: 'WORKING_DAY' });

const defaultBasis: Partial<Record<LegalRegime, string>> = {
  LICENCE: '《中华人民共和国行政许可法》',
  SOCIAL_INSURANCE: '《中华人民共和国社会保险法》',
};

/** Identity papers are the one thing that may be asked for without a special basis. */
const identityPapers: Material = {
  code: 'IDENTITY',
  name: '有效身份证件',
  original: true,
  copies: 0,
  basis: '《社会保险经办条例》第三十一条',
};

/** The faults of one row. */
function faultsOf(draft: ItemDraft, row: number, { known, ...defaults }: ImportFacts): ImportFault[] {
  const faults: ImportFault[] = [];
  const fault = (field: string, code: ImportFaultCode, detail: string): void =>
    void faults.push({ row, field, code, detail });
  if (!known.departmentIds.has(draft.departmentId)) fault('departmentId', 'DEPARTMENT_NOT_KNOWN', draft.departmentId);
  for (const id of draft.windowIds ?? []) if (!known.windowIds.has(id)) fault('windowIds', 'WINDOW_NOT_KNOWN', id);
  const { leadWindowId: lead, handlingType = 'PROMISED' } = draft;
  if (lead !== undefined && !known.windowIds.has(lead)) fault('leadWindowId', 'WINDOW_NOT_KNOWN', lead);
  for (const { departmentId: id } of draft.participants ?? []) {
    if (!known.departmentIds.has(id)) fault('participants', 'DEPARTMENT_NOT_KNOWN', id);
  }
  const body = versionOf(draft, defaults);
  for (const { field, code, details } of limitFaults({ handlingType, regime: regimeOf(draft), body }, defaults.by)) {
    fault(field, code, Object.values(details).join(' > '));
  }
  const codes = (draft.materials ?? []).map(({ code }) => code);
  codes.filter((code, i) => codes.indexOf(code) !== i).forEach((code) => fault('materials', 'MATERIAL_REPEATED', code));
  return faults;
}

/**
 * Every fault of an import, so that a person corrects all of them in one go.
 *
 * @regulation S3.3a A-08
 */
export function importFaults(drafts: readonly ItemDraft[], facts: ImportFacts): ImportFault[] {
  const firstRow = new Map<string, number>();
  return drafts.flatMap((draft, row) => {
    const first = firstRow.get(draft.code);
    firstRow.set(draft.code, first ?? row);
    const repeated: ImportFault[] =
      first === undefined ? [] : [{ row, field: 'code', code: 'CODE_REPEATED', detail: `row ${first}` }];
    return [...repeated, ...faultsOf(draft, row, facts)];
  });
}

/** The regime of a row: what the source says, else the hall's own promise. */
export function regimeOf({ regime }: ItemDraft): LegalRegime {
  return regime ?? 'HALL_PROMISE';
}

/**
 * The version that a row describes, with defaults where the source is silent; which fields were filled is recorded.
 *
 * @regulation A-07 A-08
 */
export function versionOf(draft: ItemDraft, { promiseDays, by }: Defaults): Omit<ItemVersion, 'number'> {
  const regime = regimeOf(draft);
  const statutoryLimit = statutoryOf(regime, draft.statutoryLimit);
  const most = statutoryLimit ? (mostWorkingDaysWithin(statutoryLimit, by) ?? 0) : Infinity;
  const defaults = {
    content: draft.name,
    procedure: ['受理', '审核', '决定', '送达'].map((name): ProcedureStep => ({ name })),
    legalBasis: [defaultBasis[regime] ?? '大厅服务承诺制'],
    conditions: ['符合该事项规定的办理条件'],
    materials: [identityPapers],
    promisedLimit: workdays(Math.min(promiseDays, most)),
    fee: { amountFen: 0, basis: '不收费' },
    result: '办理结果告知书',
  };
  const isSilent = (field: keyof typeof defaults): boolean => {
    const given = draft[field];
    return given === undefined || given === '' || (Array.isArray(given) && given.length === 0);
  };
  const assumed = (Object.keys(defaults) as (keyof typeof defaults)[]).filter(isSilent);
  const given = Object.fromEntries(
    (Object.keys(defaults) as (keyof typeof defaults)[])
      .filter((field) => !isSilent(field))
      .map((field) => [field, draft[field]]),
  );
  const said = { ...defaults, ...given };
  const procedure = withStepLimits(said.procedure, said.promisedLimit);
  const lead = draft.leadWindowId === undefined ? {} : { leadWindowId: draft.leadWindowId };
  return { ...said, procedure, statutoryLimit, participants: draft.participants ?? [], ...lead, assumed };
}

/** Whether a row says something else than the version in force; an unchanged row makes no new version. */
export function isChanged(item: ServiceItem, draft: ItemDraft, defaults: Defaults): boolean {
  const { number: _number, ...current } = item.current;
  const sameHead =
    item.name === draft.name &&
    item.departmentId === draft.departmentId &&
    item.handlingType === (draft.handlingType ?? 'PROMISED') &&
    item.regime === regimeOf(draft) &&
    item.resultsPublic === (draft.resultsPublic ?? false) &&
    canonical(item.windowIds) === canonical(windowsOffering(draft.windowIds, draft.leadWindowId));
  return !sameHead || canonical(current) !== canonical(versionOf(draft, defaults));
}

/** Text of a value that does not depend on the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
