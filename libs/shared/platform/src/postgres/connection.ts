import type { Socket } from 'node:net';
import { types } from 'pg';
import type { CustomTypesConfig, PoolClient } from 'pg';
import { PreparedStatements } from './prepared';
import { isStalePlan, StatementError } from './sql-state';

const asText = (text: string): string => text;
/** Arrays that the driver's list of types has no names for. */
const arrays = { ofDates: 1182, ofText: 1009 };

/** Days are text: the driver would make instants of them, in the machine's own time zone. */
export const datesAsText: CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (type === types.builtins.DATE) return asText;
    return types.getTypeParser(((type as number) === arrays.ofDates ? arrays.ofText : type) as typeof type, format);
  },
};

const prepared = new WeakMap<PoolClient, PreparedStatements>();

/**
 * What is asked before the event loop goes on leaves in one write: every write is a system call for us and wakes the server.
 * The driver gathers no more than the messages of one statement.
 */
function gather(client: PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * Sends a statement and returns its rows; of an update or delete, rows and count. A statement with parameters (be it
 * none) is prepared; one without is sent as it is, and may be several.
 *
 * @throws StatementError
 */
export async function send(client: PoolClient, text: string, values?: readonly unknown[]): Promise<unknown> {
  const statements = prepared.get(client) ?? new PreparedStatements();
  prepared.set(client, statements);
  const name = values && statements.nameOf(text);
  gather(client);
  try {
    const { command, rows, rowCount } = await client.query({
      text,
      ...(values && { values: values as unknown[] }),
      ...(name !== undefined && { name }),
    });
    return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
  } catch (error) {
    if (isStalePlan(error)) statements.forget(text);
    throw new StatementError(error as Error);
  }
}
