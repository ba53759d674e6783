import { connectAuditor, findViolations } from '@hall/platform/audit';
import type { Invariant } from '@hall/platform/audit';
import { Client } from 'pg';
import { eventually } from './eventually';
import { auditorUrlOf } from './service-database';
import { gapsOf } from './known-gaps';
import type { TestService } from './test-service';

/** What is found, by invariant; nothing where all hold. */
type Found = Readonly<Record<string, readonly string[]>>;

async function violationsOf(
  reader: Parameters<typeof findViolations>[0],
  invariants: readonly Invariant[],
  now: Date,
): Promise<Found> {
  const found: Record<string, string[]> = {};
  for (const invariant of invariants) {
    const violations = await findViolations(reader, invariant, now);
    if (violations.length === 0) continue;
    found[`${invariant.name} (${invariant.clause})`] = violations
      .slice(0, 5)
      .map(({ hall, subject, owner, since, detail }) =>
        [hall, subject, owner, since?.toISOString(), detail].join(' · '),
      );
  }
  return found;
}

/**
 * Fails with what is violated when a file's tests are over, once what is due has been done; what still arrives has a moment.
 *
 * @param plants invariants that the tests break on purpose
 */
export async function expectInvariants(
  { database, service, setClock }: TestService,
  invariants: readonly Invariant[],
  plants: readonly string[],
): Promise<void> {
  const excused = [...plants, ...gapsOf(expect.getState().testPath ?? '')];
  const checked = invariants.filter(({ name }) => !excused.includes(name));
  const reader = await connectAuditor({
    url: auditorUrlOf(database.name),
    schema: service.database.schema,
    limit: 30_000,
  });
  const found = (): Promise<Found> => violationsOf(reader, checked, service.clock.now());
  try {
    if (Object.keys(await found()).length === 0) return;
    await setClock(service.clock.now().toISOString()).catch(() => undefined);
    await eventually(async () => Object.keys(await found()).length === 0, { withinMs: 2_000 }).catch(() => undefined);
    expect(await found()).toEqual({});
  } finally {
    await reader.close();
  }
}

/**
 * Which invariants are violated once the owner of the database has done something to it, and is undone again.
 *
 * @returns their names
 */
export async function violatedBy(
  { database, service }: Pick<TestService, 'database' | 'service'>,
  invariants: readonly Invariant[],
  plant: string,
): Promise<string[]> {
  const client = new Client({
    connectionString: database.migratorUrl,
    options: `-c search_path=${service.database.schema},public`,
  });
  await client.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(plant);
    if (!rowCount) throw new Error(`nothing was planted: ${plant}`);
    const reader = { query: async (sql: string, values?: unknown[]) => (await client.query(sql, values)).rows };
    const names: string[] = [];
    for (const invariant of invariants)
      if ((await findViolations(reader, invariant, service.clock.now())).length > 0) names.push(invariant.name);
    return names;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}
