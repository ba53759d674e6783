import { parseArgs } from 'node:util';
import { demoHallCode } from '../shared/demo-hall';
import { HallClient, HallError, runCommand } from '../shared/hall-client';
import { importCatalogue, readCatalogue } from './catalogue';

const usage = 'usage: npm run import -- service-items <file.json> [--hall CODE]';

runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { hall: { type: 'string', default: demoHallCode } },
  });
  const [what, file] = positionals;
  if (what !== 'service-items' || file === undefined) throw new HallError(usage);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const rows = readCatalogue(file);
  say(`${rows.length} rows read from ${file}`);
  const { created, revised, unchanged } = await importCatalogue(new HallClient(), rows, { hallCode: values.hall, say });
  say(`done: ${created} created, ${revised} revised, ${unchanged} unchanged`);
});
