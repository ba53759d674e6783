import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from './service-folders.cjs';

const root = join(__dirname, '../..');
const exported = /^export (?:async )?(?:function|const) (\w+)/gm;

/** What a layer of a service exports: functions and constants. */
function namesOf(service: string, layer: string): Set<string> {
  const folder = join(root, 'apps', service, 'src', layer);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.spec)\.ts$/.test(name),
  );
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(exported)].map(([, name]) => name!)));
}

test.each(services)('in %s a rule and the act that applies it have two names', (service) => {
  const rules = namesOf(service, 'domain');
  expect(rules.size).toBeGreaterThan(0);
  expect([...namesOf(service, 'use-cases')].filter((name) => rules.has(name))).toEqual([]);
});
