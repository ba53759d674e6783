/** A half-open span of time, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;

/** The whole minute in which an instant lies; from that minute on it counts. */
export const toMinute = (at: number): number => Math.floor(at / minuteMs) * minuteMs;

/** How many minutes spans have that do not overlap. */
export const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + (to - from), 0) / minuteMs;

/** What lies in one of the first and one of the second, in the order of the first. */
export function intersect(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    others
      .map((other) => ({ from: Math.max(span.from, other.from), to: Math.min(span.to, other.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** What is left of spans without the others, in their order. */
export function subtract(spans: readonly Span[], others: readonly Span[]): Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ].filter((rest) => rest.from < rest.to),
      ),
    spans.filter(({ from, to }) => from < to),
  ) as Span[];
}
