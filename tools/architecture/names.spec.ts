import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportedNames, sharedNames } from './exported-names';
import { services } from './service-folders.cjs';

const root = join(__dirname, '../..');

/** What a layer of a service exports: functions and constants. */
function namesOf(service: string, layer: string): Set<string> {
  const folder = join(root, 'apps', service, 'src', layer);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.spec)\.ts$/.test(name),
  );
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(texts.flatMap(exportedNames));
}

test.each(services)('in %s a rule and the act that applies it have two names', (service) => {
  const rules = namesOf(service, 'domain');
  expect(rules.size).toBeGreaterThan(0);
  expect(sharedNames(rules, namesOf(service, 'use-cases'))).toEqual([]);
});
