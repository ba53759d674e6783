import type { Ask, Loose } from './operation';

/** One act on a thing, said by somebody; answers what the mutation answers. */
export type TriedAct = (ask: Ask, id: string) => Promise<Loose>;

/** A kind of thing: its acts as they are called, how it comes into each state, and how its offers are read. */
export interface Offering {
  readonly acts: Readonly<Record<string, TriedAct>>;
  readonly states: Readonly<Record<string, () => Promise<string>>>;
  /** The thing with its `allowedActions`; undefined for whoever cannot see it. */
  readonly read: (ask: Ask, id: string) => Promise<Loose | undefined>;
}

/**
 * Tries every act on a thing in every state as everybody, and expects that what is offered to them is accepted from them, and what
 * is not is refused.
 *
 * @returns what was offered to whom, by state and caller
 */
export async function offersHold(
  callers: Readonly<Record<string, () => Ask>>,
  { acts, states, read }: Offering,
): Promise<Record<string, readonly string[]>> {
  const seen: Record<string, readonly string[]> = {};
  for (const [state, come] of Object.entries(states)) {
    for (const [who, as] of Object.entries(callers)) {
      const id = await come();
      const found = await read(as(), id).catch(() => undefined);
      if (!found) continue;
      const offered = found['allowedActions'] as readonly string[];
      expect(found['allowedActionNames']).toEqual(offered);
      if (offered.length > 0) seen[`${state}: ${who}`] = offered;
      const refusedFirst = Object.entries(acts).sort(([a], [b]) => +offered.includes(a) - +offered.includes(b));
      for (const [name, act] of refusedFirst) {
        const on = offered.includes(name) ? await come() : id;
        const answer = await act(as(), on).catch((error: Error) => ({ code: error.message }) as Loose);
        const wanted = offered.includes(name) ? 'accepted' : (expect.stringMatching(/[A-Z_]{6}/) as string);
        expect([state, who, name, answer['code'] ?? 'accepted']).toEqual([state, who, name, wanted]);
      }
    }
  }
  return seen;
}
