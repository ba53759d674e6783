import { createLogger, maskPersonalData } from './index';

test.each([
  ['identity 330282199001011234 seen', 'identity 3302**********1234 seen'],
  ['身份证33028219900101123X。', '身份证3302**********123X。'],
  ['call 13812341234', 'call 138****1234'],
  ['eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.abc_-1', '[token]'],
  ['postgres://app:s3cret@127.0.0.1/db', 'postgres://app:***@127.0.0.1/db'],
  [
    'uuid 0193f0e2-1234-7abc-8def-123456789012 and 1700000000000',
    'uuid 0193f0e2-1234-7abc-8def-123456789012 and 1700000000000',
  ],
])('%s is logged as %s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test('whatever a line contains and wherever, it is masked', () => {
  const lines: string[] = [];
  const logger = createLogger({ service: 'test', level: 'info', destination: { write: (line) => lines.push(line) } });
  logger.info(
    { deep: { idNumber: '330282199001011234' }, err: new Error('phone 13812341234') },
    'for 330282199001011234',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/330282199001011234|13812341234/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ service: 'test', msg: 'for 3302**********1234' });
});
