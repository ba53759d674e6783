import { by } from '../../../test/support/case-fixtures';
import { importFaults, planRow, saysMore, versionOf } from './import-items';
import type { ImportedRow, ItemDraft } from './import-items';
import type { CatalogueEntry, Draft } from './publish-item';
import type { ServiceItem } from './service-item';

type Published = Extract<ImportedRow, { kind: 'PUBLISHED' }>;
const known = { departmentIds: new Set(['d']), windowIds: new Set(['w']) };
const facts = { known, promiseDays: 5, by };
const draft: ItemDraft = { code: 'I-1', name: '失业登记', departmentId: 'd' };

describe('taking over a catalogue', () => {
  test('A-08 a row without a limit promises five working days, and says that this was assumed', () => {
    const version = versionOf(draft, facts);
    expect(version.promisedLimit).toEqual({ amount: 5, unit: 'WORKING_DAY' });
    expect(version.assumed).toContain('promisedLimit');
  });

  test('A-08 what the source says is kept and not called assumed', () => {
    const version = versionOf({ ...draft, promisedLimit: { amount: 3, unit: 'WORKING_DAY' }, result: '登记证' }, facts);
    expect(version).toMatchObject({ promisedLimit: { amount: 3 }, result: '登记证' });
    expect(version.assumed).not.toEqual(expect.arrayContaining(['promisedLimit']));
    expect(version.assumed).not.toEqual(expect.arrayContaining(['result']));
  });

  test('S3.3a after the defaults none of the seven disclosures is empty', () => {
    const { content, procedure, legalBasis, materials, promisedLimit, fee, result } = versionOf(draft, facts);
    for (const disclosure of [
      content,
      procedure.map(({ name }) => name).join(),
      legalBasis.join(),
      materials.join(),
      fee.basis,
      result,
    ]) {
      expect(disclosure).not.toBe('');
    }
    expect(promisedLimit.amount).toBeGreaterThan(0);
  });

  test('S3.5 a promise above the statutory limit is a fault', () => {
    const faults = importFaults(
      [{ ...draft, regime: 'LICENCE', promisedLimit: { amount: 21, unit: 'WORKING_DAY' } }],
      facts,
    );
    expect(faults).toEqual([{ row: 0, field: 'promisedLimit', code: 'PROMISE_ABOVE_STATUTE', detail: '21 > 20' }]);
  });

  test('every fault of every row is listed', () => {
    const rows: ItemDraft[] = [draft, { ...draft, departmentId: 'x', windowIds: ['w', 'v'] }];
    expect(importFaults(rows, facts).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '1 CODE_REPEATED',
      '1 DEPARTMENT_NOT_KNOWN',
      '1 WINDOW_NOT_KNOWN',
    ]);
  });

  test('a row that says the same again makes no new version', () => {
    const item: ServiceItem = {
      hallCode: 'demo',
      id: 'i',
      code: draft.code,
      name: draft.name,
      departmentId: 'd',
      handlingType: 'PROMISED',
      regime: 'HALL_PROMISE',
      windowIds: [],
      resultsPublic: false,
      current: { number: 1, ...versionOf(draft, facts) },
    };
    expect(saysMore(draft, { draft: null, current: item })).toBe(false);
    expect(saysMore({ ...draft, result: '证明' }, { draft: null, current: item })).toBe(true);
  });

  test.each<[string, Partial<ItemDraft>, string | undefined]>([
    [
      'S3.5 A-08 sixty working days under the sixty days of work injury are a fault',
      { regime: 'INJURY_DETERMINATION', promisedLimit: { amount: 60, unit: 'WORKING_DAY' } },
      'promisedLimit PROMISE_ABOVE_STATUTE 60 WORKING_DAY > 60 CALENDAR_DAY',
    ],
    [
      'S3.5 A-08 an own limit of two hundred days under a law of twenty is a fault',
      {
        regime: 'LICENCE',
        statutoryLimit: { amount: 200, unit: 'WORKING_DAY' },
        promisedLimit: { amount: 150, unit: 'WORKING_DAY' },
      },
      'statutoryLimit STATUTE_ABOVE_REGIME 200 > 20',
    ],
    [
      'S2.3b A-08 a step of ninety days under a promise of five is a fault',
      { procedure: [{ name: '受理' }, { name: '公示', limit: { amount: 90, unit: 'CALENDAR_DAY' } }] },
      'procedure STEPS_ABOVE_PROMISE ',
    ],
    [
      'S3.4d a joint item that names no department is a fault',
      { handlingType: 'JOINT' },
      'participants JOINT_WITHOUT_PARTICIPANTS ',
    ],
    [
      'S3.4d A-12 parts of a joint item above its promise are a fault',
      {
        handlingType: 'JOINT',
        participants: [{ departmentId: 'd', stage: 1, limit: { amount: 30, unit: 'CALENDAR_DAY' } }],
      },
      'participants JOINT_LIMIT_ABOVE_PROMISE ',
    ],
  ])('%s', (_title, change, fault) => {
    const faults = importFaults([{ ...draft, ...change }], facts);
    expect(faults.map(({ field, code, detail }) => `${field} ${code} ${detail}`)).toEqual([fault]);
  });

  const open = { ...facts, opensAssumed: true };
  const strict = { ...facts, opensAssumed: false };
  const entryOf = (change: Partial<CatalogueEntry>): CatalogueEntry => ({
    hallCode: 'demo',
    id: 'i',
    code: draft.code,
    current: null,
    draft: null,
    retiredAt: null,
    sessions: [],
    ...change,
  });
  const whole: ItemDraft = {
    ...draft,
    content: '登记失业人员',
    procedure: [{ name: '受理' }, { name: '送达' }],
    legalBasis: ['《就业促进法》'],
    conditions: ['劳动年龄内'],
    materials: [
      { code: 'ID', name: '身份证', original: true, copies: 0, basis: '条例', sampleUrl: 'https://h.example/s' },
    ],
    promisedLimit: { amount: 3, unit: 'WORKING_DAY' },
    fee: { amountFen: 0, basis: '不收费' },
    result: '登记证',
  };

  test('S3.3a what lacks a disclosure becomes a draft, in which nothing is made up', () => {
    const planned = planRow({ ...draft, result: '登记证' }, undefined, strict);
    expect(planned).toMatchObject({ kind: 'DRAFT', draft: { body: { result: '登记证' } } });
    expect(Object.keys((planned as { draft: Draft }).draft.body)).toEqual(['result']);
    expect(planRow(whole, undefined, strict)).toMatchObject({
      kind: 'PUBLISHED',
      content: { current: { assumed: [] } },
    });
  });

  test('A-08 opened on demand, it says which fields are assumed, regime and kind among them', () => {
    const planned = planRow({ ...draft, result: '登记证' }, undefined, open);
    const { assumed } = (planned as Published).content.current;
    expect(assumed).toEqual(expect.arrayContaining(['fee', 'promisedLimit', 'materials', 'regime', 'handlingType']));
    expect(assumed).not.toContain('result');
  });

  test('S3.3a a row says nothing against what the hall has said itself, and confirms what was assumed', () => {
    const published = planRow(draft, undefined, open) as Published;
    const current = { ...published.content, hallCode: 'demo', id: 'i' };
    expect(planRow(draft, entryOf({ current }), strict)).toEqual({ kind: 'UNCHANGED' });
    const { fee } = current.current;
    const confirmed = planRow({ ...draft, fee }, entryOf({ current }), open) as Published;
    expect(confirmed.content.current.assumed).not.toContain('fee');
    expect(confirmed.content.current.assumed).toEqual(expect.arrayContaining(['promisedLimit', 'regime']));
    expect(planRow({ ...draft, fee }, entryOf({ current }), strict)).toMatchObject({ kind: 'DRAFT' });
    expect(planRow(whole, entryOf({ current }), strict)).toMatchObject({
      kind: 'PUBLISHED',
      content: { current: { number: 2, assumed: [] } },
    });
  });

  test('S3.3a a retired item stays retired, whatever a row says of it', () => {
    const retiredAt = new Date('2026-11-01T09:00:00+08:00');
    expect(planRow(whole, entryOf({ retiredAt }), open)).toEqual({ kind: 'RETIRED' });
  });

  test('S3.3a a revision that somebody prepares is not published by an import', () => {
    const published = planRow(whole, undefined, strict) as Published;
    const current = { ...published.content, hallCode: 'demo', id: 'i' };
    const prepared = (planRow({ ...draft, result: '新证' }, undefined, strict) as { draft: Draft }).draft;
    expect(planRow({ ...whole, result: '证明' }, entryOf({ current, draft: prepared }), open)).toMatchObject({
      kind: 'DRAFT',
      draft: { body: { result: '证明' } },
    });
  });

  test('A-08 where the law counts calendar days, the hall promises no more working days than fit into them', () => {
    const { promisedLimit } = versionOf({ ...draft, statutoryLimit: { amount: 6, unit: 'CALENDAR_DAY' } }, facts);
    expect(promisedLimit.amount).toBeLessThan(4);
  });
});
