import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expectedErrorCodes } from '@hall/contracts';
import { HallError } from '../shared/hall-client';
import type { Data } from '../shared/hall-client';
import type { Person } from './people';
import type { Supergraph } from './schema';
import type { Tally } from './tally';
import type { TokenSource } from './tokens';

interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Data }[];
}

/** Codes that say that the question itself was wrong: the simulation is behind the schema, or sends what nobody can send. */
const ownMistakes = [
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAUTHENTICATED',
];

/** Where the hall is, and what tells of it. */
export interface HallAddress {
  /** GraphQL address of the gateway. */
  readonly url: string;
  /** Addresses at which the services tell how many events are under way. */
  readonly metrics: readonly string[];
  /** Folder of the logs, in which a fault is looked up. */
  readonly logs: string | undefined;
}

/** The hall as everybody reaches it: GraphQL over HTTP with a signed token. What it answers is counted. */
export class Gateway {
  now = new Date(0);

  constructor(
    private readonly address: HallAddress,
    private readonly supergraph: Supergraph,
    private readonly tokens: TokenSource,
    readonly tally: Tally,
  ) {}

  /**
   * Tries a mutation.
   *
   * @param show what to know of the changed thing besides id, number and status
   * @returns the changed thing; undefined when the hall said no, which is counted
   */
  async act(who: Person, name: string, said?: unknown, show = ''): Promise<Data | undefined> {
    const { text, argument } = this.supergraph.mutation(name, show);
    const variables = argument === undefined ? {} : { said };
    const { data, errors } = await this.#send(who, text, variables);
    const attempt = { who: who.account, name, said };
    if (errors?.length) {
      const code = this.#judge(who, name, variables, errors);
      if (code !== undefined) this.tally.note({ ...attempt, refused: code });
      return undefined;
    }
    const thing = data?.[name] as Data | null | undefined;
    const refused = typeof thing?.['message'] === 'string' && 'code' in thing ? String(thing['code']) : undefined;
    this.tally.note({ ...attempt, refused }, thing?.['status'] as string | undefined);
    return refused === undefined ? (thing ?? {}) : undefined;
  }

  /** Asks for something. @returns the answer; nothing when the hall does not give it */
  async see(who: Person, query: string, variables: Data = {}): Promise<Data> {
    this.tally.questions += 1;
    const { data, errors } = await this.#send(who, query, variables);
    if (errors?.length) this.#judge(who, query.trim().slice(0, 100), variables, errors);
    return data ?? {};
  }

  /** Moves the clock of the hall, which fires what is due, and waits until the news of it is everywhere. */
  async moveClock(now: Date): Promise<void> {
    this.now = now;
    const response = await fetch(new URL('/test/clock', this.address.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: now.toISOString() }),
    });
    if (!response.ok) throw new HallError(`the clock does not follow: ${response.status} ${await response.text()}`);
    await this.settle();
  }

  /** Waits until every event that was stated is applied wherever it is wanted: what is tried next must not depend on the machine. */
  async settle(): Promise<void> {
    for (let quiet = 0, asked = 0; quiet < 2; asked++) {
      const under = await Promise.all(this.address.metrics.map(eventsUnderWay));
      quiet = under.every((count) => count === 0) ? quiet + 1 : 0;
      if (asked > 1_000) throw new HallError(`events do not arrive: ${under.join(', ')}`);
      if (quiet === 0) await pause(10);
    }
  }

  /** Notes what is a fault. @returns the code of an answer that is none */
  #judge(who: Person, operation: string, said: Data, errors: NonNullable<Answer['errors']>): string | undefined {
    const [{ message, extensions = {} }] = errors as [(typeof errors)[number]];
    const code = String(extensions['code'] ?? 'NO_CODE');
    if (expectedErrorCodes.includes(code) && !ownMistakes.includes(code)) return code;
    const correlationId = String(extensions['correlationId'] ?? '');
    const at = this.now.toISOString();
    const told = [message, ...this.#logged(correlationId)].join('\n      ');
    this.tally.faults.push({
      day: at.slice(0, 10),
      at,
      who: who.account,
      operation,
      code,
      message: told,
      correlationId,
      said,
    });
    return undefined;
  }

  /** What the processes have said of a request, shortened. */
  #logged(correlationId: string): string[] {
    const { logs } = this.address;
    if (logs === undefined || correlationId === '') return [];
    const files = readdirSync(logs).filter((name) => name.endsWith('.log'));
    const lines = files.flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'));
    return lines.filter((line) => line.includes(correlationId)).map((line) => line.slice(0, 1_500));
  }

  async #send(who: Person, query: string, variables: Data): Promise<Answer> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await this.tokens.of(who)}` };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(this.address.url, { method: 'POST', headers, body }).catch((error: unknown) => {
      throw new HallError(`The hall does not answer at ${this.address.url}: ${String(error)}`);
    });
    return (await response.json()) as Answer;
  }
}

async function eventsUnderWay(address: string): Promise<number> {
  const text = await (await fetch(address)).text();
  const values = [...text.matchAll(/^(?:outbox_pending_events|consumer_lag_events)(?:\{[^}]*\})? (\S+)$/gm)];
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}
