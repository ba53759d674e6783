import { linesOf, overlongLine } from './lines';

async function linesIn(chunks: string[], maxLength = 10): Promise<(string | typeof overlongLine)[]> {
  async function* stream(): AsyncGenerator<string> {
    yield* chunks;
  }
  const lines = [];
  for await (const batch of linesOf(stream(), maxLength)) lines.push(...batch);
  return lines;
}

describe('lines of a stream', () => {
  it('are put together across chunks', async () => {
    expect(await linesIn(['a', 'b\nc', '\n', 'd\ne'])).toEqual(['ab', 'c', 'd', 'e']);
  });

  it('include empty ones, but nothing after the last line end', async () => {
    expect(await linesIn(['a\n\nb\n'])).toEqual(['a', '', 'b']);
    expect(await linesIn([])).toEqual([]);
  });

  it('are not kept when they are too long', async () => {
    expect(await linesIn(['0123456789', '0123', '45\nb\n'])).toEqual([overlongLine, 'b']);
    expect(await linesIn(['01234567890\n'])).toEqual([overlongLine]);
    expect(await linesIn(['a\n01234567890', '1'])).toEqual(['a', overlongLine]);
    expect(await linesIn(['01234567890', '1', '\n2\n'])).toEqual([overlongLine, '2']);
  });
});
