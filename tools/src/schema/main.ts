import { resolve } from 'node:path';
import { describeService, subgraphs } from '../shared/describe-service';
import { writeOrCheck } from '../shared/generated-file';
import { repository } from '../shared/hall-client';

const files = subgraphs.map((name) => ({
  path: resolve(repository, 'apps', name, 'schema.graphql'),
  content: describeService(name).sdl ?? '',
}));
const fine = writeOrCheck(files, { write: process.argv.includes('--write'), command: 'npm run fix:schema' });
process.exitCode = fine ? 0 : 1;
