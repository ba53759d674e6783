import type { Refused } from './outcome';

/**
 * An act on a kind of thing as it is offered: what people call it, and what stands in its way whatever is said with it. The rule
 * of the act refuses by the same.
 */
export interface OfferedAct<Of> {
  readonly text: string;
  readonly refuse: (of: Of) => Refused | undefined;
}

/** The acts in whose way nothing stands: each succeeds, or is refused only for what is said with it. */
export function offeredOf<Name extends string, Of>(acts: Readonly<Record<Name, OfferedAct<Of>>>, of: Of): Name[] {
  return (Object.keys(acts) as Name[]).filter((name) => acts[name].refuse(of) === undefined);
}
