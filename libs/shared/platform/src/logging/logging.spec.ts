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

describe('an error of the database', () => {
  const secret = '王小二的住址';
  const driverError = (code: string) =>
    Object.assign(new Error(`invalid input syntax: "${secret}"`), {
      severity: 'ERROR',
      code,
      detail: `Failing row contains (${secret})`,
      where: `unnamed portal parameter $1 = '${secret}'`,
      internalQuery: `select '${secret}'`,
      table: 'cases',
      constraint: 'cases_check',
    });
  const logged = (err: unknown): string => {
    const lines: string[] = [];
    createLogger({ service: 'test', level: 'info', destination: { write: (line) => lines.push(line) } }).error({ err });
    return lines.join('');
  };

  test.each([
    ['as the driver throws it', driverError('22P02')],
    [
      'as TypeORM wraps it',
      Object.assign(new Error(secret), { driverError: driverError('22021'), parameters: [secret] }),
    ],
    ['as a cause', new Error('request failed', { cause: new Error('inside', { cause: driverError('22007') }) })],
    ['one of several', new AggregateError([driverError('22003')], 'all failed')],
  ])('is logged without values and parameters, %s', (_how, error) => {
    const line = logged(error);
    expect(line).not.toContain(secret);
    expect(line).toMatch(/"code":"22\w{3}".*"table":"cases","constraint":"cases_check"/);
    expect(line).toContain('logging.spec');
  });

  test('keeps the words that name a constraint', () => {
    const broken = Object.assign(new Error('violates check constraint "cases_check"'), {
      severity: 'ERROR',
      code: '23514',
      detail: `Failing row contains (${secret})`,
    });
    expect(logged(broken)).toContain('violates check constraint');
    expect(logged(broken)).not.toContain(secret);
  });
});

test('of another error name, words, code and causes are logged, and nothing else that hangs on it', () => {
  const lines: string[] = [];
  const logger = createLogger({ service: 'test', level: 'info', destination: { write: (line) => lines.push(line) } });
  const cause = Object.assign(new TypeError('no such host'), { code: 'ENOTFOUND', config: { password: 'hidden' } });
  logger.warn({ err: new Error('request failed', { cause }) });
  expect(JSON.parse(lines[0]!).err).toMatchObject({
    type: 'Error',
    message: 'request failed',
    cause: { type: 'TypeError', message: 'no such host', code: 'ENOTFOUND' },
  });
  expect(lines[0]).not.toContain('hidden');
});
