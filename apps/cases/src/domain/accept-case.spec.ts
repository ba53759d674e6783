import { acceptCase } from './accept-case';
import type { Submission } from './accept-case';
import { versionOf } from './import-items';
import type { ServiceItem } from './service-item';

const materials = [
  { code: 'ID', name: '身份证', original: true, copies: 0, basis: '条例' },
  { code: 'FORM', name: '申请表', original: true, copies: 1, basis: '办法' },
];
const item: ServiceItem = {
  hallCode: 'demo',
  id: 'i',
  code: 'I-1',
  name: '参保登记',
  departmentId: 'd',
  handlingType: 'PROMISED',
  regime: 'SOCIAL_INSURANCE',
  windowIds: [],
  current: { number: 3, ...versionOf({ code: 'I-1', name: '参保登记', departmentId: 'd', materials }) },
};
const now = new Date('2026-11-23T09:00:00+08:00');
const dueAt = new Date('2026-11-30T17:00:00+08:00');
const submission: Submission = {
  id: 'c',
  number: 'demo-20261123-000001',
  item,
  contactId: null,
  window: { id: 'w', departmentId: 'd' },
  submittedMaterials: ['ID', 'FORM'],
  by: { officerId: 'A', postId: 'p', actingForId: null, coverId: null },
  dueAt,
  now,
};

describe('accepting an application', () => {
  test('S3.4b complete materials are accepted; the case keeps the version and has one answerable person', () => {
    expect(acceptCase(submission)).toMatchObject({
      kind: 'DONE',
      value: { status: 'ACCEPTED', itemVersion: 3, acceptedById: 'A', responsibleId: 'A', dueAt, handlerIds: ['A'] },
    });
  });

  test('S4.1b everything that is missing is said at once', () => {
    expect(acceptCase({ ...submission, submittedMaterials: [] })).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'MATERIALS_INCOMPLETE', clause: 'S4.1b', details: { missing: '身份证、申请表' } },
    });
  });

  test('S4.4e nothing outside the published list is taken', () => {
    expect(acceptCase({ ...submission, submittedMaterials: ['ID', 'FORM', 'MARRIAGE'] })).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'MATERIAL_NOT_LISTED', clause: 'S4.4e', details: { unlisted: 'MARRIAGE' } },
    });
  });

  test.each([
    [[], 'd', 'DONE'],
    [[], 'other', 'REFUSED'],
    [['w'], 'other', 'DONE'],
    [['v'], 'd', 'REFUSED'],
  ])(
    'S4.4c an item listed for windows %j is taken at window w of department %s: %s',
    (windowIds, departmentId, kind) => {
      const at = { ...submission, item: { ...item, windowIds }, window: { id: 'w', departmentId } };
      expect(acceptCase(at).kind).toBe(kind);
    },
  );
});
