import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listDeadLetters, replayDeadLetter } from '@hall/platform/inbox';
import { connectJetStream } from '@hall/platform/jetstream';
import { createLogger } from '@hall/platform/logging';
import { replayOutbox } from '@hall/platform/outbox';
import { Database } from '@hall/platform/postgres';
import { subgraphs } from '../shared/describe-service';
import { HallError, repository, runCommand } from '../shared/hall-client';

const usage = `usage: npm run replay -- <${subgraphs.join('|')}> [--since INSTANT] [--until INSTANT]
         say what the service has said again: all of it, or a range by when it happened
       npm run replay -- <service> dead-letters
         list what the service could not handle
       npm run replay -- <service> dead-letter <id>
         give one of them another chance`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The address of a service's database: from the environment, else of the local stack. */
function databaseAddress(service: string): string {
  const given = process.env[`${service.toUpperCase()}_DATABASE_URL`];
  if (given !== undefined) return given;
  const file = resolve(repository, '.hall/secrets.json');
  if (!existsSync(file))
    throw new HallError(`Set ${service.toUpperCase()}_DATABASE_URL, or start the local stack: npm start`);
  const { databasePasswords } = JSON.parse(readFileSync(file, 'utf8')) as {
    databasePasswords: Record<string, { app: string }>;
  };
  return `postgres://${service}_app:${encodeURIComponent(databasePasswords[service]!.app)}@127.0.0.1:4032/hall_${service}`;
}

function instantOf(name: string, text: string | undefined): { readonly [key: string]: Date } {
  if (text === undefined) return {};
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new HallError(`--${name} is not an instant: ${text}\n${usage}`);
  return { [name]: instant };
}

async function retryDeadLetter(database: Database, id: string): Promise<void> {
  if (!/^\d+$/.test(id)) throw new HallError(`not a number: ${id}\n${usage}`);
  const letter = (await listDeadLetters(database, { includeReplayed: true })).find((candidate) => candidate.id === id);
  if (!letter) throw new HallError(`There is no dead letter ${id}.`);
  const broker = await connectJetStream({ url: process.env['NATS_URL'] ?? 'nats://127.0.0.1:4022', name: 'replay' });
  try {
    // Everybody who listens hears it again; those who have done its work know that.
    await replayDeadLetter(database, id, (payload) => broker.publish(letter.subject, payload, `${id}:${randomUUID()}`));
  } finally {
    await broker.close();
  }
  say(`dead letter ${id} (${letter.subject}) was said again`);
}

runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { since: { type: 'string' }, until: { type: 'string' } },
  });
  const [service, what, id] = positionals;
  if (service === undefined || !(subgraphs as readonly string[]).includes(service)) throw new HallError(usage);
  const range = { ...instantOf('since', values.since), ...instantOf('until', values.until) };
  const logger = createLogger({ service: 'replay', level: 'warn' });
  const database = await Database.connect({
    url: databaseAddress(service),
    applicationName: 'replay',
    schema: service,
    poolSize: 1,
    logger,
  });
  try {
    if (what === undefined) say(`${await replayOutbox(database, range)} events of ${service} will be said again`);
    else if (what === 'dead-letter' && id !== undefined) await retryDeadLetter(database, id);
    else if (what === 'dead-letters') {
      const letters = await listDeadLetters(database);
      say(`${letters.length} dead letters`);
      for (const { id: number, subject, reason, diedAt, attempts } of letters) {
        say(`  ${number}  ${diedAt.toISOString()}  ${subject}  after ${attempts} attempts: ${reason}`);
      }
    } else throw new HallError(usage);
  } finally {
    await database.close();
  }
});
