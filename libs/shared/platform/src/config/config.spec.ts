import { z } from 'zod';
import { ConfigError, describeSettings, loadConfig } from './index';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).default(4000).describe('Port'),
  DATABASE_URL: z.url().meta({ description: 'Address', secret: true }),
  KEY: z.string().length(4).optional(),
});

test('every mistake is told at once, and no value is repeated', () => {
  const load = () => loadConfig(schema, { PORT: '0', KEY: 'hunter2' });
  expect(load).toThrow(ConfigError);
  try {
    load();
  } catch (error) {
    const { mistakes, message } = error as ConfigError;
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'KEY']);
    expect(message).toContain('DATABASE_URL: is missing');
    expect(message).not.toContain('hunter2');
  }
});

test('an empty setting counts as absent', () => {
  expect(loadConfig(schema, { PORT: '', DATABASE_URL: 'postgres://h/d' })).toEqual({
    PORT: 4000,
    DATABASE_URL: 'postgres://h/d',
  });
});

test('settings describe themselves', () => {
  expect(describeSettings(schema)).toEqual([
    { name: 'PORT', required: false, default: '4000', description: 'Port', secret: false },
    { name: 'DATABASE_URL', required: true, default: null, description: 'Address', secret: true },
    { name: 'KEY', required: false, default: null, description: '', secret: false },
  ]);
});
