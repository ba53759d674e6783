import { resolve } from 'node:path';
import { describeService, subgraphs } from '../shared/describe-service';
import { writeOrCheck } from '../shared/generated-file';
import { repository } from '../shared/hall-client';
import { toSection } from './table';

const intro = `# Who may have what

Every field of the graph and who may ask for it, as the services enforce it field by field, on whichever way a type is reached. It is the first gate:
what somebody may do with a particular case, contact or complaint is decided by its rules, and what they may not see of it answers as if it were not
there (an applicant has their own cases, an officer those of their hall). A field that no line names cannot be built. This page is made from the services
themselves: \`npm run fix:access\`.

A field of a type that stands in several services is answered by the one under whose heading it is. \`●\` may, \`·\` may not. \`◐\` may of their own hall
alone: the hall of the thing whose field it is must be theirs, and the service must know the account as staff of that hall in a role that may have the
field (an analyst, who is no staff, needs the hall alone). For anybody else a list is empty and a thing is not there. What an act (\`Mutation\`) may do
with a thing of which hall its own rule says. An administrator keeps every hall, an applicant's things are theirs in every hall.`;

const content = `${[intro, ...subgraphs.map((name) => toSection(name, describeService(name).access ?? []))].join('\n\n')}\n`;
const files = [{ path: resolve(repository, 'docs/access.md'), content }];
const fine = writeOrCheck(files, { write: process.argv.includes('--write'), command: 'npm run fix:access' });
process.exitCode = fine ? 0 : 1;
