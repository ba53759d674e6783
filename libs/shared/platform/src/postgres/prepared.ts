import { createHash } from 'node:crypto';

/** More texts than this are not kept: the one that was asked longest ago makes room. */
const mostPerConnection = 400;

/**
 * The statements that one connection has prepared. The name follows from the text, so the same text is parsed once per
 * connection, and planned for all values alike where PostgreSQL finds that as good.
 */
export class PreparedStatements {
  /** Names by text, the one that was asked longest ago first. */
  readonly #names = new Map<string, string>();
  #closed = 0;

  /** @param close lets the server forget a name */
  constructor(private readonly close: (name: string) => void) {}

  /** The name under which this text is prepared. */
  nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) this.#names.delete(text);
    else if (this.#names.size === mostPerConnection) this.forget(this.#names.keys().next().value!);
    const name = known ?? `${createHash('sha1').update(text).digest('base64url')}${this.#closed || ''}`;
    this.#names.set(text, name);
    return name;
  }

  /** Its place is needed, or the table under it has other columns now: the text gets a new name and is parsed again. */
  forget(text: string): void {
    const name = this.#names.get(text);
    if (name === undefined) return;
    this.#names.delete(text);
    this.#closed++;
    this.close(name);
  }
}
