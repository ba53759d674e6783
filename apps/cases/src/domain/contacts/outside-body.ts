/** Words that name nobody, wherever they stand. */
const nobody = /unknown|not sure|n\/a|不详|不清楚|不知|不明|未知|待查|某/i;
/** How a body is reached: digits of a telephone, or a place. */
const contactData = /\d{3}|[路街道号楼室层镇乡村区]\S*\d|\d\s*[号楼室层]/u;

/** Whether a text names somebody: at least three letters, and no word for nobody. */
export function isNamed(text: string): boolean {
  return text.replace(/[^\p{L}]/gu, '').length >= 3 && !nobody.test(text);
}

/**
 * Whether a text names a body outside the hall and says how it is reached. “Unknown” is none, in whatever words: such a
 * matter goes to the desk.
 *
 * @regulation S4.4b A-16
 */
export function namesBody(text: string): boolean {
  const name = text.replace(/[^\p{L}]/gu, '');
  return name.length >= 2 && !nobody.test(text) && contactData.test(text);
}
