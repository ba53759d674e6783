import { resolve } from 'node:path';
import { describeService, subgraphs } from '../shared/describe-service';
import type { SettingRow } from '../shared/describe-service';
import { writeOrCheck } from '../shared/generated-file';
import { repository } from '../shared/hall-client';

function toRow({ name, required, default: fallback, description, secret }: SettingRow): string {
  const value = fallback === null || fallback === '' ? '' : `\`${fallback.replace(repository, '.')}\``;
  return `| \`${name}\` | ${required ? 'yes' : ''} | ${value} | ${description}${secret ? ' (secret)' : ''} |`;
}

function toSection(service: string): string {
  const rows = describeService(service).settings.map(toRow);
  return [
    `## ${service}`,
    '',
    '| variable | required | default | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const intro = `# Settings

Every process reads its settings from the environment, reports all mistakes at once, and does not start with one. This
page is made from the services themselves: \`npm run fix:settings\`.`;

const content = `${[intro, ...['gateway', ...subgraphs].map(toSection)].join('\n\n')}\n`;
const files = [{ path: resolve(repository, 'docs/settings.md'), content }];
const fine = writeOrCheck(files, { write: process.argv.includes('--write'), command: 'npm run fix:settings' });
process.exitCode = fine ? 0 : 1;
