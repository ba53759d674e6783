import { importFaults, isChanged, versionOf } from './import-items';
import { isAboveStatute } from './limits';
import type { ItemDraft } from './import-items';
import type { ServiceItem } from './service-item';

const known = { departmentIds: new Set(['d']), windowIds: new Set(['w']) };
const facts = { known, promiseDays: 5 };
const draft: ItemDraft = { code: 'I-1', name: '失业登记', departmentId: 'd' };

describe('taking over a catalogue', () => {
  test('A-08 a row without a limit promises five working days, and says that this was assumed', () => {
    const version = versionOf(draft, 5);
    expect(version.promisedLimit).toEqual({ amount: 5, unit: 'WORKING_DAY' });
    expect(version.assumed).toContain('promisedLimit');
  });

  test('A-08 what the source says is kept and not called assumed', () => {
    const version = versionOf({ ...draft, promisedLimit: { amount: 3, unit: 'WORKING_DAY' }, result: '登记证' }, 5);
    expect(version).toMatchObject({ promisedLimit: { amount: 3 }, result: '登记证' });
    expect(version.assumed).not.toEqual(expect.arrayContaining(['promisedLimit']));
    expect(version.assumed).not.toEqual(expect.arrayContaining(['result']));
  });

  test('S3.3a after the defaults none of the seven disclosures is empty', () => {
    const { content, procedure, legalBasis, materials, promisedLimit, fee, result } = versionOf(draft, 5);
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
      current: { number: 1, ...versionOf(draft, 5) },
    };
    expect(isChanged(item, draft, 5)).toBe(false);
    expect(isChanged(item, { ...draft, result: '证明' }, 5)).toBe(true);
  });

  test('limits of different units are not compared', () => {
    expect(isAboveStatute({ amount: 30, unit: 'CALENDAR_DAY' }, { amount: 20, unit: 'WORKING_DAY' })).toBe(false);
  });
});
