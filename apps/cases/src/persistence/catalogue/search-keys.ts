import { pinyin } from 'pinyin-pro';

/** What the catalogue keeps of an item to be found by: worked out when it is written. */
export interface SearchKeys {
  /** Every pair of neighbouring characters of name and code. */
  readonly bigrams: readonly string[];
  /** First letters of the name's pinyin, `shbxdj` for 社会保险登记. */
  readonly initials: string;
  /** The name in one form, without spaces and punctuation: what a word found by its pairs is checked against. */
  readonly searchable: string;
}

/** What somebody looks for. Every word must be found. */
export interface SearchTerms {
  /** Words that are not Latin, with all of their pairs. */
  readonly words: readonly string[];
  readonly bigrams: readonly string[];
  /** Latin words, which may also be codes or the first letters of pinyin; nothing but letters and digits. */
  readonly initials: readonly string[];
}

/** One form for everything that means the same: full-width and half-width, capitals and small letters. */
function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const wordCharacters = /[\p{Letter}\p{Number}]+/gu;

function wordsOf(text: string): readonly string[] {
  return normalised(text).match(wordCharacters) ?? [];
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, n) => characters[n]! + character);
}

/** The keys of an item; the whole name counts as one word, so that a search may span its punctuation. */
export function searchKeysOf(name: string, code: string): SearchKeys {
  const whole = wordsOf(name).join('');
  const bigrams = new Set([whole, ...wordsOf(name), ...wordsOf(code)].flatMap(pairsOf));
  const letters = pinyin(whole, { pattern: 'first', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return {
    bigrams: [...bigrams],
    initials: normalised(letters.join(''))
      .replace(/ü/g, 'v')
      .replace(/[^a-z0-9]/g, ''),
    searchable: whole,
  };
}

/** A code as it is printed, `P-1`: its parts say nothing one by one. */
const codeParts = /(?<=[a-z0-9])[-_./](?=[a-z0-9])/g;

/**
 * Reads a search: words from two characters up, in Chinese, in Latin letters, as a code, or as first letters of pinyin.
 *
 * @returns undefined when nothing in it is long enough to look for
 */
export function searchTermsOf(text: string): SearchTerms | undefined {
  const words = wordsOf(normalised(text).replace(codeParts, ''));
  // One character alone says too little; beside a longer word it still must be found.
  if (words.every((word) => [...word].length < 2)) return undefined;
  const isLatin = (word: string): boolean => /^[a-z0-9]+$/.test(word);
  const others = words.filter((word) => !isLatin(word));
  return { words: others, bigrams: [...new Set(others.flatMap(pairsOf))], initials: words.filter(isLatin) };
}
