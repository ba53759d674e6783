import { isBlank, mostWorkingDaysWithin } from '@hall/kernel';
import type { TimeLimit, Yardstick } from '@hall/kernel';
import { limitFaults, statutoryOf, withStepLimits } from './limits';
import type { LimitFault } from './limits';
import { missingDisclosures, withRoomForSteps } from './publish-item';
import type { CatalogueEntry, Draft } from './publish-item';
import { confidentialRegimes, windowsOffering } from './service-item';
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
  readonly statutoryLimit?: TimeLimit | null;
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
export const importFaultTexts = {
  CODE_REPEATED: '编码重复 / The code stands in two rows',
  DEPARTMENT_NOT_KNOWN: '部门未登记 / The department is not registered',
  WINDOW_NOT_KNOWN: '窗口未登记 / The window is not registered',
  MATERIAL_REPEATED: '材料重复 / A material stands there twice',
  MATERIAL_WITHOUT_BASIS: '材料没有依据 / A material without a basis',
  RESULTS_CONFIDENTIAL: '结果依法不公开 / Results that the law keeps confidential',
  STATUTE_ABOVE_REGIME: '法定时限超过其适用制度 / The statutory limit exceeds that of its regime',
  PROMISE_ABOVE_STATUTE: '承诺时限超过法定时限 / The promise exceeds the statutory limit',
  STEPS_ABOVE_PROMISE: '各环节时限之和超过承诺 / The steps take longer than the promise',
  JOINT_WITHOUT_PARTICIPANTS: '联办事项没有联办部门 / A joint item without departments that take part',
  JOINT_LIMIT_ABOVE_PROMISE: '联办时限超过承诺 / The parts take longer than the promise',
  LEAD_WINDOW_NOT_JOINT: '非联办事项指明了牵头窗口 / A leading window of an item that is not joint',
} as const satisfies Readonly<Record<LimitFault['code'], string>> & Readonly<Record<string, string>>;
/** One of {@link importFaultTexts}. */
export type ImportFaultCode = keyof typeof importFaultTexts;

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
  /** What the catalogue has already, by code. */
  readonly entries?: ReadonlyMap<string, CatalogueEntry>;
}

/** What becomes of a row. */
export type ImportedRow =
  /** Nothing new, or an item that has been retired and stays so until somebody says otherwise by hand. */
  | { readonly kind: 'UNCHANGED' | 'RETIRED' }
  /** Something that must be disclosed is not known: nobody outside sees it. */
  | { readonly kind: 'DRAFT'; readonly draft: Draft }
  | { readonly kind: 'PUBLISHED'; readonly content: Omit<ServiceItem, 'hallCode' | 'id'> };

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

/** The faults of one row, together with what the catalogue says of its item already. */
function faultsOf(row: ItemDraft, place: number, { known, entries, ...defaults }: ImportFacts): ImportFault[] {
  const faults: ImportFault[] = [];
  const fault = (field: string, code: ImportFaultCode, detail: string): void =>
    void faults.push({ row: place, field, code, detail });
  if (!known.departmentIds.has(row.departmentId)) fault('departmentId', 'DEPARTMENT_NOT_KNOWN', row.departmentId);
  for (const id of row.windowIds ?? []) if (!known.windowIds.has(id)) fault('windowIds', 'WINDOW_NOT_KNOWN', id);
  const { leadWindowId: lead, materials = [] } = row;
  if (lead !== undefined && !known.windowIds.has(lead)) fault('leadWindowId', 'WINDOW_NOT_KNOWN', lead);
  for (const { departmentId: id } of row.participants ?? []) {
    if (!known.departmentIds.has(id)) fault('participants', 'DEPARTMENT_NOT_KNOWN', id);
  }
  const merged = mergedDraft(row, entries?.get(row.code), defaults.by);
  const { handlingType, regime, resultsPublic = false } = merged;
  const body = versionOf({ ...merged, ...merged.body }, defaults);
  for (const { field, code, details } of limitFaults({ handlingType, regime, body }, defaults.by)) {
    fault(field, code, Object.values(details).join(' > '));
  }
  if (resultsPublic && confidentialRegimes.includes(regime)) fault('resultsPublic', 'RESULTS_CONFIDENTIAL', regime);
  const codes = materials.map(({ code }) => code);
  codes.filter((code, i) => codes.indexOf(code) !== i).forEach((code) => fault('materials', 'MATERIAL_REPEATED', code));
  for (const { code, basis } of materials) if (isBlank(basis)) fault('materials', 'MATERIAL_WITHOUT_BASIS', code);
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

/**
 * The version that a row describes, with defaults where the source is silent; which fields were filled is recorded.
 *
 * @regulation A-07 A-08
 */
export function versionOf(draft: ItemDraft, { promiseDays, by }: Defaults): Omit<ItemVersion, 'number'> {
  const { regime = headDefaults.regime } = draft;
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
  const fields = Object.keys(defaults) as (keyof typeof defaults)[];
  const assumed = fields.filter((field) => isSilent(draft[field]));
  const given = Object.fromEntries(
    fields.filter((field) => !assumed.includes(field)).map((field) => [field, draft[field]]),
  );
  const said = { ...defaults, ...given };
  const procedure = withStepLimits(said.procedure, said.promisedLimit);
  const lead = draft.leadWindowId === undefined ? {} : { leadWindowId: draft.leadWindowId };
  return { ...said, procedure, statutoryLimit, participants: draft.participants ?? [], ...lead, assumed };
}

/** Fields of the head that a source may be silent about, and what they are then. */
const headDefaults = { handlingType: 'PROMISED', regime: 'HALL_PROMISE' } as const;

/** What a row says, on top of what the catalogue knows already; what nobody has said stays open. */
export function mergedDraft(row: ItemDraft, entry: CatalogueEntry | undefined, by: Yardstick): Draft {
  const { code, name, departmentId, handlingType, regime, windowIds, resultsPublic, ...body } = row;
  const before = entry?.draft ?? entry?.current ?? undefined;
  const said = Object.fromEntries(Object.entries(body).filter(([, value]) => !isSilent(value)));
  const merged: Draft['body'] = { ...bodyBefore(entry), ...said };
  return {
    code,
    name,
    departmentId,
    handlingType: handlingType ?? before?.handlingType ?? headDefaults.handlingType,
    regime: regime ?? before?.regime ?? headDefaults.regime,
    windowIds: windowIds ?? before?.windowIds ?? [],
    resultsPublic: resultsPublic ?? before?.resultsPublic ?? false,
    body: row.procedure === undefined ? withRoomForSteps(merged, by) : merged,
  };
}

/** What is prepared, else what is in force, without what was only assumed. */
function bodyBefore(entry: CatalogueEntry | undefined): Draft['body'] {
  if (entry?.draft) return entry.draft.body;
  if (!entry?.current) return {};
  const { number: _number, assumed, ...body } = entry.current.current;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !assumed.includes(field)));
}

function isSilent(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * What becomes of a row. What the source does not say is never the hall's word: an item that lacks something is a draft,
 * or, where the import is told so, open with every assumed field marked. A revision that somebody prepares is not
 * published by an import, and a retired item is left alone.
 *
 * @param opensAssumed whether items open although fields of theirs are assumed
 * @regulation S3.3a S4.4d A-07 A-08
 */
export function planRow(
  row: ItemDraft,
  entry: CatalogueEntry | undefined,
  { opensAssumed, ...defaults }: Defaults & { readonly opensAssumed: boolean },
): ImportedRow {
  if (entry?.retiredAt) return { kind: 'RETIRED' };
  const isOpen = entry?.current != null;
  if (entry && !saysMore(row, entry) && (isOpen || !opensAssumed)) return { kind: 'UNCHANGED' };
  const draft = mergedDraft(row, entry, defaults.by);
  const isComplete = missingDisclosures(draft).length === 0;
  if (!(isComplete || opensAssumed) || (isOpen && entry.draft)) return { kind: 'DRAFT', draft };
  const { body, resultsPublic = false, windowIds, ...head } = draft;
  const { assumed, ...version } = versionOf({ ...head, ...body }, defaults);
  const known = entry?.draft ?? entry?.current;
  const silent = known ? [] : Object.keys(headDefaults).filter((name) => row[name as keyof ItemDraft] === undefined);
  const stillSilent = entry?.current?.current.assumed.filter((name) => name in headDefaults && !(name in row)) ?? [];
  const current = {
    ...version,
    number: (entry?.current?.current.number ?? 0) + 1,
    assumed: isComplete ? assumed : [...assumed, ...silent, ...stillSilent],
  };
  const offered = windowsOffering(windowIds, version.leadWindowId);
  return { kind: 'PUBLISHED', content: { ...head, resultsPublic, windowIds: offered, current } };
}

/** Whether a row says anything that the catalogue does not; an unchanged row makes no new version. */
export function saysMore(row: ItemDraft, { draft, current }: Pick<CatalogueEntry, 'draft' | 'current'>): boolean {
  const known = draft ?? current;
  if (!known) return true;
  const { promisedLimit } = row;
  const body: Draft['body'] = draft?.body ?? current!.current;
  const { departmentId, windowIds, procedure, leadWindowId, ...rest } = row;
  const offered = windowIds && windowsOffering(windowIds, leadWindowId ?? body.leadWindowId);
  const promise = promisedLimit ?? body.promisedLimit;
  const steps = procedure && promise && !draft ? withStepLimits(procedure, promise) : procedure;
  const said = { ...rest, departmentId, windowIds: offered, procedure: steps, leadWindowId };
  const assumed = current?.current.assumed ?? [];
  return Object.entries(said).some(([field, value]) => {
    if (isSilent(value)) return false;
    if (!draft && assumed.includes(field)) return true;
    return canonical(value) !== canonical({ ...body, ...known, body: undefined, current: undefined }[field as 'name']);
  });
}

/** Text of a value that does not depend on the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
