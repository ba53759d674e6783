import { isBlank, isPlainText } from './plain-text';

test.each([
  ['\u0000', 'NUL'],
  ['\u0007', 'C0'],
  ['\r', 'carriage return'],
  ['\u007f', 'DEL'],
  ['\u0085', 'C1'],
  ['\ud800', 'half a character'],
  ['\u202e', 'right-to-left override'],
  ['\u2066', 'isolate'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u061c', 'Arabic letter mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
])('%j (%s) is in no text', (character) => {
  expect(isPlainText(`张${character}三`)).toBe(false);
});

test.each(['张 三　\n\t', 'é', '😀', 'שלום', ''])('%j is a text', (text) => {
  expect(isPlainText(text)).toBe(true);
});

test.each(['', ' \n\u3000', '\u200b\u200b', '\ufeff', '\u2060\u3164', '\u{e0041}', '\u2800'])(
  '%j shows nothing',
  (text) => {
    expect([isBlank(text), isBlank(`${text}张`)]).toEqual([true, false]);
  },
);
