import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connectAuditor, findViolations } from '@hall/platform/audit';
import { describeService, subgraphs } from '../shared/describe-service';
import { HallError, HallClient, repository, runCommand } from '../shared/hall-client';
import { crossInvariants } from './cross-service';
import type { Consumes, Databases } from './cross-service';
import { personalDataInLogs } from './logs';
import { toLines } from './report';
import type { Checked } from './report';

const usage = `usage: npm run audit [-- --json] [--at INSTANT] [--logs FOLDER]
         read the three databases and say where what must hold does not; exit code 1 when it does not somewhere
         --at     the instant to judge by; else what the hall's clock shows
         --logs   also look for personal data in the logs of that folder; of the local stack without being asked`;

/** Where a service's database is read: from the environment, else that of the local stack. */
function addressOf(service: string): string {
  const name = `${service.toUpperCase()}_AUDITOR_DATABASE_URL`;
  const given = process.env[name];
  if (given !== undefined) return given;
  const file = resolve(repository, '.hall/secrets.json');
  const secrets = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { auditorPassword?: string }) : {};
  if (secrets.auditorPassword === undefined) throw new HallError(`Set ${name}, or start the local stack: npm start`);
  return `postgres://hall_auditor:${encodeURIComponent(secrets.auditorPassword)}@127.0.0.1:4032/hall_${service}`;
}

/** What the hall's clock shows, which tests and demonstrations set. */
async function hallTime(): Promise<Date> {
  const response = await fetch(new HallClient().addressOf('/test/clock')).catch(() => undefined);
  const { now } = response?.ok ? ((await response.json()) as { readonly now?: string | null }) : {};
  return now ? new Date(now) : new Date();
}

async function audit(now: Date, logs: string | undefined): Promise<Checked[]> {
  const checked: Checked[] = [];
  const open: Partial<Record<keyof Databases, Awaited<ReturnType<typeof connectAuditor>>>> = {};
  const consumes: Record<string, Consumes[string]> = {};
  try {
    for (const service of subgraphs) {
      const reader = (open[service] = await connectAuditor({
        url: addressOf(service),
        schema: service,
        limit: 600_000,
      }));
      const { audited } = describeService(service);
      consumes[service] = audited!.consumes;
      for (const invariant of audited!.invariants)
        checked.push({ service, ...invariant, violations: await findViolations(reader, invariant, now) });
    }
    for (const { find, ...invariant } of crossInvariants)
      checked.push({ service: 'hall', ...invariant, violations: await find(open as Databases, now, consumes) });
    if (logs !== undefined) checked.push(personalDataInLogs(logs));
    return checked;
  } finally {
    for (const reader of Object.values(open)) await reader.close();
  }
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
  if (checked.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
});
