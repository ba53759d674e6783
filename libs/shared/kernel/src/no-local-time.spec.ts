import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ways in which the zone or the clock of the machine gets into a computation. */
const localTime =
  /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|\bnew Date\(\)|\bDate\.(?:now|parse)\b|toLocale\w*String/;

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);

describe('the kernel', () => {
  it.each(sources)('%s knows neither the zone nor the clock of the machine', (file) => {
    expect(readFileSync(join(__dirname, file), 'utf8')).not.toMatch(localTime);
  });

  it.each(['instant.getHours()', 'new Date()', 'Date.now()', "Date.parse('2026-01-01')", 'day.toLocaleDateString()'])(
    'would be caught using %s',
    (code) => expect(code).toMatch(localTime),
  );
});
