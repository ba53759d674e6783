import { toLines } from './report';

const now = new Date('2026-11-24T01:00:00.000Z');
const sound = { service: 'cases', name: 'a', clause: 'S5.2a', text: '甲 / A', violations: [] };

test('the audit says each check with its clause and count, and that all hold', () => {
  expect(toLines([sound], now)).toEqual([
    'audit at 2026-11-24T01:00:00.000Z',
    '    0  cases       a (S5.2a): 甲 / A',
    '1 checks, no violation',
  ]);
});

test('the audit says of a violation what, whose and since when', () => {
  const violations = [
    { hall: 'demo', subject: 'case 1', owner: 'li', since: now, detail: 'late' },
    { hall: 'demo', subject: 'case 2', owner: null, since: null, detail: null },
  ];
  expect(toLines([sound, { ...sound, name: 'b', clause: null, violations }], now).slice(2)).toEqual([
    '    2  cases       b: 甲 / A',
    '      demo · case 1 · of li · since 2026-11-24T01:00:00.000Z · late',
    '      demo · case 2',
    '2 checks, 2 violations of 1',
  ]);
});
