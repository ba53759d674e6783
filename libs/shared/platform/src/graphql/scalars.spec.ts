import { DateTimeScalar, LocalDateScalar, YearMonthScalar } from './scalars';

test.each([
  '2026-02-31T09:00:00Z',
  '2026-11-24T24:00:00Z',
  '2025-02-29T09:00+08:00',
  '0001-01-01T00:00Z',
  '9999-12-31T00:00Z',
])('%j is no instant: it is not moved to another day', (text) =>
  expect(() => DateTimeScalar.parseValue(text)).toThrow('DateTime'),
);

test.each(['9999-12', '0001-01', '0000-01', '2026-13'])('%j is no month that can be reckoned with', (text) =>
  expect(() => YearMonthScalar.parseValue(text)).toThrow('1900–2999'),
);

test('days and months that exist are read', () => {
  expect(DateTimeScalar.parseValue('2028-02-29T23:59:59+08:00')).toEqual(new Date('2028-02-29T15:59:59Z'));
  expect([LocalDateScalar.parseValue('2026-12-31'), YearMonthScalar.parseValue('2026-12')]).toEqual([
    '2026-12-31',
    '2026-12',
  ]);
  expect(() => LocalDateScalar.parseValue('9999-12-31')).toThrow('LocalDate');
});
