import { Client } from 'pg';
import type { Queryable } from '../directory';

/** How somebody who only looks reaches a service's database. */
export interface AuditorOptions {
  readonly url: string;
  /** The service's schema. */
  readonly schema: string;
  /** How long one check may take, in ms. */
  readonly limit: number;
}

/** Connects beside the pool of the service, so that nobody waits for it, and so that nothing can be changed. @returns also how it ends */
export async function connectAuditor({
  url,
  schema,
  limit,
}: AuditorOptions): Promise<Queryable & { close(): Promise<void> }> {
  const options = `-c search_path=${schema},public -c default_transaction_read_only=on -c statement_timeout=${limit}`;
  const client = new Client({ connectionString: url, application_name: `${schema} audit`, options });
  // A connection that is lost while nothing is asked is told by the next statement.
  client.on('error', () => undefined);
  await client.connect();
  return {
    query: async (sql, values) => (await client.query(sql, values)).rows as unknown[],
    close: () => client.end(),
  };
}
