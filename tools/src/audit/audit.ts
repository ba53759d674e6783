import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { connectAuditor, findViolations } from '@hall/platform/audit';
import { describeService, subgraphs } from '../shared/describe-service';
import { HallError, repository } from '../shared/hall-client';
import { crossInvariants } from './cross-service';
import type { Consumes, Databases } from './cross-service';
import { personalDataInLogs } from './logs';
import type { Checked } from './report';

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

/**
 * Looks for everything that does not hold.
 *
 * @param logs a folder of logs in which personal data is looked for, too
 */
export async function audit(now: Date, logs: string | undefined): Promise<Checked[]> {
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
