const title = /《[^《》]{3,}》/u;
const article = /第\s*[\d〇零一二两三四五六七八九十百千]+\s*条/u;
/** A year and a number, as a document of an authority has them: 〔2026〕12号. */
const documentNumber = /[〔[（(]\s*(?:19|20)\d\d\s*[〕\]）)]\s*第?\s*\d+\s*号/u;

/**
 * Whether a text cites what it rests on, so that somebody else can look it up: a law by title and article, or a document by
 * its number.
 *
 * @regulation A-14
 */
export function citesLaw(text: string): boolean {
  return documentNumber.test(text) || (title.test(text) && article.test(text));
}
