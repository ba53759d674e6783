import { resolve } from 'node:path';
import { describeService, subgraphs } from '../shared/describe-service';
import { writeOrCheck } from '../shared/generated-file';
import { repository } from '../shared/hall-client';
import { undescribed } from './descriptions';
import { operationTypes } from './operation-types';

const schemas = subgraphs.map((name) => ({
  path: resolve(repository, 'apps', name, 'schema.graphql'),
  content: describeService(name).sdl ?? '',
}));
const types = schemas.map(({ path, content }) => ({
  path: resolve(path, '../test/support/schema.d.ts'),
  content: operationTypes(content),
}));
const files = [...schemas, ...types];
const silent = schemas.flatMap(({ content }, i) => undescribed(content).map((name) => `${subgraphs[i]}: ${name}`));
if (silent.length > 0)
  process.stdout.write(`without a description:\n${silent.map((name) => `  ${name}`).join('\n')}\n`);
const same = writeOrCheck(files, { write: process.argv.includes('--write'), command: 'npm run fix:schema' });
process.exitCode = same && silent.length === 0 ? 0 : 1;
