import type { Socket } from 'node:net';
import { types } from 'pg';
import type { ClientBase, CustomTypesConfig, PoolClient, QueryConfig } from 'pg';
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

/** What the driver has and does not name: its wire. */
interface Wire {
  readonly stream: Socket;
  readonly parsedStatements: Record<string, string>;
  close(what: { readonly type: 'S'; readonly name: string }): void;
}

const wireOf = (client: ClientBase): Wire => (client as unknown as { readonly connection: Wire }).connection;

/** Ends a connection at once: whoever does not answer does not say goodbye either. */
export function cut(client: ClientBase): void {
  wireOf(client).stream.destroy();
}

function statementsOf(client: PoolClient): PreparedStatements {
  const known = prepared.get(client);
  if (known) return known;
  const wire = wireOf(client);
  const statements = new PreparedStatements((name) => {
    delete wire.parsedStatements[name];
    // Not a statement but a message: it is done in a failed transaction, too, and asks for no answer of its own.
    wire.close({ type: 'S', name });
  });
  prepared.set(client, statements);
  return statements;
}

/**
 * What is asked before the event loop goes on leaves in one write: every write is a system call for us and wakes the server.
 * The driver gathers no more than the messages of one statement.
 */
function gather(client: PoolClient): void {
  const { stream } = wireOf(client);
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * Sends a statement and returns its rows; of an update or delete, rows and count. A statement with parameters (be it
 * none) is prepared; one without is sent as it is, and may be several.
 *
 * @param withinMs when the server says nothing for so long, the connection is cut
 * @throws StatementError
 */
export async function send(
  client: PoolClient,
  withinMs: number,
  text: string,
  values?: readonly unknown[],
): Promise<unknown> {
  gather(client);
  const statements = statementsOf(client);
  const name = values && statements.nameOf(text);
  try {
    const asked: QueryConfig & { readonly query_timeout: number } = {
      text,
      query_timeout: withinMs,
      ...(values && { values: values as unknown[] }),
      ...(name !== undefined && { name }),
    };
    const { command, rows, rowCount } = await client.query(asked);
    return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
  } catch (error) {
    if (isStalePlan(error)) statements.forget(text);
    throw new StatementError(error as Error);
  }
}
