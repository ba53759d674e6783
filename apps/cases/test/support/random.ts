/** Choices that are the same for the same seed. */
export function randomFrom(start: number) {
  let state = start >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, one: <T>(of: readonly T[]): T => of[below(of.length)]!, chance: (p: number): boolean => next() < p };
}

/** See {@link randomFrom}. */
export type Random = ReturnType<typeof randomFrom>;
