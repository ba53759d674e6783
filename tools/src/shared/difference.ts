const CONTEXT_LINES = 3;
const SHOWN_LINES = 60;

/**
 * Where two texts differ, to read in a terminal: the lines between the first and the last difference, `-` for the
 * committed text and `+` for the new one, with a little context. Empty when they are equal.
 */
export function difference(committed: string, composed: string): string {
  if (committed === composed) return '';
  const [before, after] = [committed.split('\n'), composed.split('\n')];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const marked = (sign: string, lines: readonly string[]): string[] => {
    const shown = lines.slice(0, SHOWN_LINES).map((line) => `${sign} ${line}`);
    return lines.length > SHOWN_LINES ? [...shown, `${sign} … ${lines.length - SHOWN_LINES} more lines`] : shown;
  };
  return [
    `@@ line ${start + 1} @@`,
    ...marked(' ', before.slice(Math.max(0, start - CONTEXT_LINES), start)),
    ...marked('-', before.slice(start, before.length - tail)),
    ...marked('+', after.slice(start, after.length - tail)),
    ...marked(' ', before.slice(before.length - tail, before.length - tail + CONTEXT_LINES)),
  ].join('\n');
}
