import { Client } from 'pg';
import { cut } from './connection';
import type { MigrationClass } from './migrate';

/** How a database is asked whether it is there. */
interface ProbeOptions {
  readonly url: string;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
}

/** A migration that has been run. */
interface Applied {
  readonly name: string;
  readonly timestamp: string;
}

const withinMs = 1_900;

/**
 * Asks whether the database is there and has the tables that this version knows, on a connection of its own: behind those
 * who wait for a row it would say that the service is not there, and take it from everybody else.
 */
export class Probe {
  #client: Promise<Client> | undefined;
  #asking: Promise<readonly Applied[]> | undefined;

  constructor(private readonly options: ProbeOptions) {}

  /** For a start. @throws when it is not there, or its tables are those of another version */
  async checkVersion(): Promise<void> {
    noneUnknown(this.options, await this.#ask());
  }

  /**
   * While it serves: the next version may have brought the tables further, and takes its place soon.
   *
   * @throws when it is not there, or its tables are older than this version
   */
  async check(): Promise<void> {
    await (this.#asking ??= this.#ask().finally(() => (this.#asking = undefined)));
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    if (client) cut(client);
  }

  async #ask(): Promise<readonly Applied[]> {
    const connecting = (this.#client ??= this.#connect());
    try {
      const client = await connecting;
      const { rows } = await client.query<Applied>(`select name, timestamp from ${this.options.schema}.migrations`);
      noneMissing(this.options, rows);
      return rows;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #connect(): Promise<Client> {
    const { url, schema } = this.options;
    const client = new Client({
      connectionString: url,
      application_name: `${schema} probe`,
      connectionTimeoutMillis: withinMs,
      query_timeout: withinMs,
      statement_timeout: withinMs,
      keepAlive: true,
    });
    // The next question finds out.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}

function noneMissing({ schema, migrations }: ProbeOptions, applied: readonly Applied[]): void {
  const missing = migrations.map(({ name }) => name).filter((name) => !applied.some((each) => each.name === name));
  if (missing.length === 0) return;
  throw new Error(`the tables of ${schema} are older than this version; missing migrations: ${missing.join(', ')}`);
}

/** What a baseline has taken the place of is older than it and may be there; what is younger than all we know may not. */
function noneUnknown({ schema, migrations }: ProbeOptions, applied: readonly Applied[]): void {
  const latest = Math.max(...migrations.map(({ name }) => Number(name.slice(-13))));
  const later = applied.filter(({ timestamp }) => Number(timestamp) > latest).map(({ name }) => name);
  if (later.length === 0) return;
  throw new Error(`the tables of ${schema} are newer than this version; unknown migrations: ${later.join(', ')}`);
}
