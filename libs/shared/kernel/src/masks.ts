/** The first `head` and last `tail` characters with stars between; all stars when nothing would stay hidden. */
function maskMiddle(text: string, head: number, tail: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - head - tail;
  if (hidden <= 0) return '*'.repeat(characters.length);
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + characters.slice(characters.length - tail).join('');
}

/** A person's name with the family name only: 王小明 → 王*. One star, so the length of the name is not told. */
export function maskName(name: string): string {
  const [first] = name;
  return first === undefined ? '' : `${first}*`;
}

/** An identity number with the first and last four characters: 3302**********1234. */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 4, 4);
}

/** A telephone number with the first three and last four digits: 138****1234. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4);
}

/** A unified social credit code (统一社会信用代码) with the first and last four characters. */
export function maskCreditCode(code: string): string {
  return maskMiddle(code, 4, 4);
}
