/** What makes a text impossible as a unified social credit code. */
export type CreditCodeFault = 'LENGTH' | 'CHARACTERS' | 'ORGANISATION_CHECK' | 'CHECKSUM';

/** Answer of {@link checkCreditCode}. */
export type CreditCodeCheck =
  { readonly kind: 'VALID'; readonly code: string } | { readonly kind: 'INVALID'; readonly fault: CreditCodeFault };

/** GB 32100: digits and capitals without I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 11714, the code of the organisation inside: all digits and capitals. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100): 18 characters, a check character modulo 31, and
 * inside it the code of the organisation with a check character of its own modulo 11.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = text.trim().toUpperCase();
  if (code.length !== 18) return { kind: 'INVALID', fault: 'LENGTH' };
  const isDrawn = [...code].every((character) => alphabet.includes(character));
  // The region in the middle is a number, whatever stands around it.
  if (!isDrawn || !/^..\d{6}/.test(code)) return { kind: 'INVALID', fault: 'CHARACTERS' };
  if (code[17] !== creditCheck(code.slice(0, 17))) return { kind: 'INVALID', fault: 'CHECKSUM' };
  if (code[16] !== organisationCheck(code.slice(8, 16))) return { kind: 'INVALID', fault: 'ORGANISATION_CHECK' };
  return { kind: 'VALID', code };
}

function creditCheck(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

function organisationCheck(body: string): string {
  const sum = organisationWeights.reduce((all, weight, n) => all + weight * organisationAlphabet.indexOf(body[n]!), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
