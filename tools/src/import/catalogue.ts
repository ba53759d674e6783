import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DemoItem } from '../demo/catalogue';
import { demoHallCode, refusal, register } from '../shared/demo-hall';
import { HallError } from '../shared/hall-client';
import type { Data, HallClient } from '../shared/hall-client';

const sourceRow = z.object({
  department: z.string().min(1),
  mainItem: z.string().nullable(),
  name: z.string().min(1).max(200),
  itemCode: z.string().min(1).max(100),
  taskType: z.string(),
});

/** A row of the provincial catalogue. */
export type SourceRow = z.infer<typeof sourceRow>;

/** What an import did. */
export interface Imported {
  readonly created: number;
  readonly revised: number;
  readonly unchanged: number;
  /** Items that lack what must be disclosed; `itemsToComplete` says what. */
  readonly drafts: number;
  readonly retired: number;
}

/** Task type 1 is a licence; of the others the source does not say which law sets the limit. */
const regimeOf: Readonly<Record<string, string>> = { '1': 'LICENCE' };

/** Reads a catalogue file. @throws HallError listing every fault of every row */
export function readCatalogue(file: string): readonly SourceRow[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new HallError(`${file}: ${(error as Error).message}`);
  }
  const parsed = z.array(sourceRow).safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path: [row, ...field], message }) => `  row ${String(row)}, ${field.join('.')}: ${message}`,
  );
  throw new HallError(`${file}: ${faults.length} faults, nothing was sent\n${faults.join('\n')}`);
}

/**
 * Takes a catalogue over into a hall, all or nothing. Departments that the hall does not have yet are registered first.
 *
 * @throws HallError listing every fault that the hall found
 */
export async function importCatalogue(
  client: HallClient,
  rows: readonly SourceRow[],
  { hallCode = demoHallCode, openAssumed = false, say = (_line: string): void => undefined } = {},
): Promise<Imported> {
  const items = rows.map(({ department, name, itemCode: code, taskType }) => ({
    department,
    code,
    name,
    ...(regimeOf[taskType] && { regime: regimeOf[taskType] }),
  }));
  return importItems(client, items, { hallCode, openAssumed, say });
}

/**
 * Takes items over whose departments are given by name.
 *
 * @throws HallError listing every fault that the hall found
 */
export async function importItems(
  client: HallClient,
  rows: readonly DemoItem[],
  { hallCode = demoHallCode, openAssumed = false, say = (_line: string): void => undefined } = {},
): Promise<Imported> {
  const departments = await departmentsOf(client, hallCode);
  for (const name of new Set(rows.map(({ department }) => department))) {
    if (departments.has(name)) continue;
    say(`registering the department ${name}`);
    departments.set(name, await register(client, 'Department', 'Department', { hallCode, code: name, name }));
  }
  const items = rows.map(({ department, ...item }) => ({ departmentId: departments.get(department), ...item }));
  say(`sending ${items.length} items`);
  const answer = await client.ask(
    'admin',
    `mutation ($items: [ServiceItemInput!]!, $openAssumed: Boolean!) {
       importServiceItems(items: $items, openAssumed: $openAssumed) {
         ... on ImportReport { created revised unchanged drafts retired }
         ... on ImportRefusal { faults { row field code detail } }
         ${refusal}
       }
     }`,
    { items, openAssumed },
  );
  return imported(answer['importServiceItems'] as Data, rows);
}

function imported(result: Data, rows: readonly DemoItem[]): Imported {
  if (typeof result['created'] === 'number') return result as unknown as Imported;
  const faults = (result['faults'] ?? []) as { row: number; field: string; code: string; detail: string }[];
  const lines = faults.map(
    ({ row, field, code, detail }) => `  row ${row} (${rows[row]?.name ?? ''}), ${field}: ${code} ${detail}`,
  );
  throw new HallError([`${String(result['code'])}: ${String(result['message'])}`, ...lines].join('\n'));
}

async function departmentsOf(client: HallClient, code: string): Promise<Map<string, string>> {
  const { hall } = await client.ask('admin', 'query ($code: ID!) { hall(code: $code) { departments { id name } } }', {
    code,
  });
  if (hall === null)
    throw new HallError(
      `There is no hall ${code}. Register it first, or start the stack with its demo hall: npm start`,
    );
  const { departments } = hall as { departments: { id: string; name: string }[] };
  return new Map(departments.map(({ id, name }) => [name, id]));
}
