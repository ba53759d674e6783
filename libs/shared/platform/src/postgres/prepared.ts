import { createHash } from 'node:crypto';

/** More texts than this are sent unprepared: whatever makes so many does not ask the same twice. */
const mostPerConnection = 400;

/**
 * The statements that one connection has prepared. The name follows from the text, so the same text is parsed once per
 * connection, and planned for all values alike where PostgreSQL finds that as good.
 */
export class PreparedStatements {
  readonly #names = new Map<string, string>();
  #spoiled = 0;

  /** The name under which this text is prepared; none when the connection has prepared enough. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size + this.#spoiled >= mostPerConnection) return known;
    const name = `${createHash('sha1').update(text).digest('base64url')}${this.#spoiled || ''}`;
    this.#names.set(text, name);
    return name;
  }

  /** The table under a statement has other columns now: the text gets a new name and is parsed again. */
  forget(text: string): void {
    if (this.#names.delete(text)) this.#spoiled++;
  }
}
