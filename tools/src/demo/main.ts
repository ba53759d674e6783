import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { HallClient, runCommand } from '../shared/hall-client';
import { catalogueOf, journeySteps } from './journey';
import type { Journey } from './journey';

runCommand(async () => {
  const { values } = parseArgs({ options: { items: { type: 'string' }, run: { type: 'string' } } });
  const journey: Journey = { client: new HallClient(), run: values.run ?? randomUUID() };
  const steps = journeySteps(catalogueOf(values.items));
  for (const [i, { title, clauses, run }] of steps.entries()) {
    process.stdout.write(`\n${String(i + 1).padStart(2)}. ${title}   [${clauses}]\n`);
    process.stdout.write(`    ${await run(journey)}\n`);
  }
  process.stdout.write(`\nThe journey is complete: ${steps.length} steps.\n`);
});
