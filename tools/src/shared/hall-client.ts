import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Where the repository is, seen from the compiled tools. */
export const repository = resolve(__dirname, '../../..');

/** The gateway said no, or could not be reached; the message is for the person at the terminal. */
export class HallError extends Error {}

/** What a GraphQL request was answered. */
export type Data = Record<string, unknown>;

interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Speaks to the hall through its gateway, as any user of the local stack. */
export class HallClient {
  /** Tokens by user; `HALL_TOKENS` (JSON) gives them for another installation than the local stack. */
  readonly #tokens = new Map<string, string>(
    Object.entries(JSON.parse(process.env['HALL_TOKENS'] ?? '{}') as Record<string, string>),
  );

  /** @param url GraphQL address of the gateway */
  constructor(private readonly url: string = process.env['HALL_URL'] ?? 'http://127.0.0.1:4000/graphql') {}

  /**
   * Sends an operation.
   *
   * @throws HallError when the gateway cannot be reached or answers with errors
   */
  async ask(user: string, query: string, variables: Data = {}): Promise<Data> {
    const answer = await this.#send(user, query, variables);
    if (answer.errors !== undefined) {
      throw new HallError(
        answer.errors.map(({ message, extensions }) => `${extensions?.code ?? 'ERROR'}: ${message}`).join('\n'),
      );
    }
    return answer.data ?? {};
  }

  /** The whole address of a path that the hall has named. */
  addressOf(path: string): string {
    return new URL(path, this.url).href;
  }

  /**
   * Moves the hall's clock, which fires what becomes due.
   *
   * @returns false when this hall keeps its own time (`HALL_TEST_CLOCK` is not set)
   */
  async moveClock(now: Date): Promise<boolean> {
    const response = await fetch(this.addressOf('/test/clock'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: now.toISOString() }),
    });
    if (response.ok || response.status === 404) return response.ok;
    throw new HallError(`the clock of the hall does not follow: ${response.status} ${await response.text()}`);
  }

  async #send(user: string, query: string, variables: Data): Promise<Answer> {
    const authorization = `Bearer ${this.#tokenOf(user)}`;
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    } catch {
      throw new HallError(`The hall does not answer at ${this.url}. Start it first: npm start`);
    }
  }

  #tokenOf(user: string): string {
    const known = this.#tokens.get(user);
    if (known !== undefined) return known;
    const token = execFileSync(process.execPath, [resolve(repository, 'tools/stack/token.mjs'), user], {
      encoding: 'utf8',
    }).trim();
    this.#tokens.set(user, token);
    return token;
  }
}

/** Runs a command's main function and turns what goes wrong into one line and exit code 1. */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof HallError ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exitCode = 1;
  });
}
