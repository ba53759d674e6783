import { item } from '../../../test/support/case-fixtures';
import { findDefects, requiredMaterials } from './check-materials';
import type { Defect, HandedIn } from './check-materials';

const listed = item.current.materials;
const complete: HandedIn = { situations: [], materials: ['ID', 'FORM'], findings: [] };
const finding = (materialCode: string, kind: Defect['kind']): Defect => ({ materialCode, kind, explanation: '看不清' });

describe('checking an application part by part', () => {
  test('S3.4b complete materials have no defect', () => {
    expect(findDefects(listed, complete)).toEqual({ kind: 'DONE', value: [] });
  });

  test('S4.1b everything is told at once, in the order of the published list: missing and wrong together', () => {
    const checked = findDefects(listed, {
      situations: ['委托他人代办的'],
      materials: ['FORM'],
      findings: [finding('FORM', 'NOT_LEGAL_FORM')],
    });
    expect(checked).toMatchObject({
      kind: 'DONE',
      value: [
        { materialCode: 'ID', kind: 'MISSING', explanation: '身份证' },
        { materialCode: 'FORM', kind: 'NOT_LEGAL_FORM' },
        { materialCode: 'PROXY', kind: 'MISSING' },
      ],
    });
  });

  test('S4.4e what only some circumstances call for is not asked of others', () => {
    expect(requiredMaterials(listed, []).map(({ code }) => code)).toEqual(['ID', 'FORM']);
    expect(requiredMaterials(listed, ['委托他人代办的'])).toHaveLength(3);
  });

  test.each<[string, Partial<HandedIn>, string]>([
    ['S4.4e an unlisted material cannot be taken', { materials: ['ID', 'FORM', 'MARRIAGE'] }, 'MATERIAL_NOT_LISTED'],
    [
      'S4.4e an unlisted material cannot be found wanting',
      { findings: [finding('MARRIAGE', 'WRONG_CONTENT')] },
      'MATERIAL_NOT_LISTED',
    ],
    ['S4.4e circumstances that the item does not know', { situations: ['外地户口'] }, 'SITUATION_NOT_LISTED'],
    ['S4.1b “missing” is not typed', { findings: [finding('FORM', 'MISSING')] }, 'FINDING_WITHOUT_MATERIAL'],
    [
      'S4.1b what was not handed in cannot be wrong',
      { materials: ['ID'], findings: [finding('FORM', 'WRONG_CONTENT')] },
      'FINDING_WITHOUT_MATERIAL',
    ],
  ])('%s', (_title, change, code) => {
    expect(findDefects(listed, { ...complete, ...change })).toMatchObject({ kind: 'REFUSED', refusal: { code } });
  });
});
