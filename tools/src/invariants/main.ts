import { resolve } from 'node:path';
import type { Invariant } from '@hall/platform/audit';
import { crossInvariants } from '../audit/cross-service';
import { describeService, subgraphs } from '../shared/describe-service';
import { writeOrCheck } from '../shared/generated-file';
import { repository } from '../shared/hall-client';

const intro = `# What must hold at every moment

Each line is a check. \`npm run audit\` runs all of them on the three databases with a role that can only read, and says of each violation what, whose, since when;
every service counts its own as the metric \`hall_invariant_violations{name}\`; the tests of a service end with them. This page is made from the services
themselves: \`npm run fix:invariants\`.`;

function toSection(service: string, invariants: readonly Pick<Invariant, 'name' | 'clause' | 'text'>[]): string {
  const rows = invariants.map(({ name, clause, text }) => `| \`${name}\` | ${clause ?? ''} | ${text} |`);
  return [`## ${service}`, '', '| check | clause | what must hold |', '| --- | --- | --- |', ...rows].join('\n');
}

const sections = subgraphs.map((name) => toSection(name, describeService(name).audited!.invariants));
const content = `${[intro, ...sections, toSection('between services', crossInvariants)].join('\n\n')}\n`;
const files = [{ path: resolve(repository, 'docs/invariants.md'), content }];
const fine = writeOrCheck(files, { write: process.argv.includes('--write'), command: 'npm run fix:invariants' });
process.exitCode = fine ? 0 : 1;
