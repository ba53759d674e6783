/** A line that was too long to keep; it is answered like a line that cannot be read. */
export const overlongLine = Symbol('overlong line');

/**
 * Splits a stream of text into lines, a batch for each chunk that arrives. Holds no more than one unfinished line,
 * and of that no more than `maxLength` characters, so memory stays flat whatever is sent.
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  maxLength: number,
): AsyncGenerator<(string | typeof overlongLine)[]> {
  let rest = '';
  let overlong = false;
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop()!;
    const lines = parts.map((part, index) =>
      (index === 0 && overlong) || part.length > maxLength ? overlongLine : part,
    );
    if (parts.length > 0) overlong = false;
    if (rest.length > maxLength) overlong = true;
    if (overlong) rest = '';
    if (lines.length > 0) yield lines;
  }
  if (overlong) yield [overlongLine];
  else if (rest !== '') yield [rest];
}
