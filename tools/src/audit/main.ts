import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HallError, HallClient, repository, runCommand } from '../shared/hall-client';
import { audit } from './audit';
import { brokenOf, toLines } from './report';

const usage = `usage: npm run audit [-- --json] [--at INSTANT] [--logs FOLDER]
         read the three databases and say where what must hold does not; exit code 1 when it does not somewhere
         --at     the instant to judge by; else what the hall's clock shows
         --logs   also look for personal data in the logs of that folder; of the local stack without being asked`;

/** What the hall's clock shows, which tests and demonstrations set. */
async function hallTime(): Promise<Date> {
  const response = await fetch(new HallClient().addressOf('/test/clock')).catch(() => undefined);
  const { now } = response?.ok ? ((await response.json()) as { readonly now?: string | null }) : {};
  return now ? new Date(now) : new Date();
}

runCommand(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, at: { type: 'string' }, logs: { type: 'string' } },
  });
  const now = values.at === undefined ? await hallTime() : new Date(values.at);
  if (Number.isNaN(now.getTime())) throw new HallError(`--at is not an instant: ${values.at}\n${usage}`);
  const local = resolve(repository, '.hall/logs');
  const isLocal = process.env['CASES_AUDITOR_DATABASE_URL'] === undefined && existsSync(local);
  const checked = await audit(now, values.logs ?? (isLocal ? local : undefined));
  const text = values.json
    ? JSON.stringify(
        {
          at: now,
          checks: checked.map(({ service, name, clause, text, violations }) => ({
            service,
            name,
            clause,
            text,
            violations,
          })),
        },
        null,
        2,
      )
    : toLines(checked, now).join('\n');
  process.stdout.write(`${text}\n`);
  if (brokenOf(checked).length > 0) process.exitCode = 1;
});
