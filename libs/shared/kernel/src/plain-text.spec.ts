import { isPlainText } from './plain-text';

test.each([
  ['\u0000', 'NUL'],
  ['\u0007', 'C0'],
  ['\r', 'carriage return'],
  ['\u007f', 'DEL'],
  ['\u0085', 'C1'],
  ['\ud800', 'half a character'],
  ['\u202e', 'right-to-left override'],
  ['\u2066', 'isolate'],
])('%j (%s) is in no text', (character) => {
  expect(isPlainText(`张${character}三`)).toBe(false);
});

test.each(['张 三　\n\t', 'é', '😀', 'שלום', ''])('%j is a text', (text) => {
  expect(isPlainText(text)).toBe(true);
});
