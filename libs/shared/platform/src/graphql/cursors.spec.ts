import { parsePlace, toPlace } from './cursors';

const id = '0198b8a0-0000-7000-8000-000000000001';

test('a place in a list is found again, whatever the list is ordered by', () => {
  const at = new Date('2026-11-24T10:00:00+08:00');
  expect(parsePlace(toPlace(at, id, 3), 'instant', 'id', 'number')).toEqual([at.toISOString(), id, 3]);
  expect(parsePlace(toPlace(-2, '社保 补缴'), 'number', 'text')).toEqual([-2, '社保 补缴']);
  expect(parsePlace(toPlace('2026-11-24', id), 'day', 'id')).toEqual(['2026-11-24', id]);
  expect(parsePlace(null, 'number')).toBeNull();
});

test.each([
  ['another list’s', toPlace(3, id)],
  ['no date', toPlace('2026-02-30', id)],
  ['no id', toPlace('2026-11-24', 'x')],
  ['no text of ours', 'not a cursor'],
  ['empty', ''],
])('a cursor that is %s is bad input', (_what, cursor) => {
  expect(() => parsePlace(cursor, 'day', 'id')).toThrow(/cursor of this list/);
});

test('control characters and endless numbers are no places', () => {
  expect(() => parsePlace(toPlace('a\u0000'), 'text')).toThrow();
  expect(() => parsePlace(toPlace(2 ** 40), 'number')).toThrow();
});
