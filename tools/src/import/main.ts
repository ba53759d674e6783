import { parseArgs } from 'node:util';
import { demoHallCode } from '../shared/demo-hall';
import { HallClient, HallError, runCommand } from '../shared/hall-client';
import { importCatalogue, readCatalogue } from './catalogue';

const usage = 'usage: npm run import -- service-items <file.json> [--hall CODE] [--open-assumed]';

runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { hall: { type: 'string', default: demoHallCode }, 'open-assumed': { type: 'boolean', default: false } },
  });
  const [what, file] = positionals;
  if (what !== 'service-items' || file === undefined) throw new HallError(usage);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const rows = readCatalogue(file);
  say(`${rows.length} rows read from ${file}`);
  const openAssumed = values['open-assumed'];
  const done = await importCatalogue(new HallClient(), rows, { hallCode: values.hall, openAssumed, say });
  const { created, revised, unchanged, drafts, retired } = done;
  say(`done: ${created} created, ${revised} revised, ${unchanged} unchanged, ${retired} retired and left alone`);
  if (drafts > 0) say(`${drafts} are drafts until the hall says what the source does not: query itemsToComplete`);
});
