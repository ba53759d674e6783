import { compareDates, isPlainDate, yearOf } from '../plain-date';
import type { PlainDate } from '../plain-date';

/** What makes a text impossible as an identity number. */
export type IdentityNumberFault = 'LENGTH' | 'CHARACTERS' | 'BIRTH_DATE' | 'BIRTH_IN_FUTURE' | 'TOO_OLD' | 'CHECKSUM';

/** What does not make it wrong but is worth a second look. */
type IdentityNumberWarning = 'LEGACY_15' | 'REGION_NOT_KNOWN';

/** Answer of {@link checkIdentityNumber}. */
export type IdentityNumberCheck =
  | {
      readonly kind: 'VALID';
      /** 18 characters, with a capital X. */
      readonly number: string;
      readonly birthDate: PlainDate;
      readonly sex: 'MALE' | 'FEMALE';
      readonly warnings: readonly IdentityNumberWarning[];
    }
  | { readonly kind: 'INVALID'; readonly fault: IdentityNumberFault };

const checkCharacters = '10X98765432';
const greatestAge = 130;

/** Provinces; 81, 82 and 83 of residence permits for Hong Kong, Macao and Taiwan; 9… of foreign permanent residents. */
const regions = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

/**
 * Checks a citizen's identity number (公民身份号码, GB 11643): a real date of birth that is neither to come nor too long
 * ago, and the check character of ISO 7064 MOD 11-2. Codes of regions change, so an unknown one is only a warning.
 *
 * @param today the day in the hall's time zone
 */
export function checkIdentityNumber(text: string, { today }: { readonly today: PlainDate }): IdentityNumberCheck {
  const typed = text.trim().toUpperCase();
  if (typed.length !== 18 && typed.length !== 15) return invalid('LENGTH');
  const isLegacy = typed.length === 15;
  if (!(isLegacy ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(typed)) return invalid('CHARACTERS');
  const body = isLegacy ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17);
  const born = `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`;
  if (!isPlainDate(born)) return invalid('BIRTH_DATE');
  if (compareDates(born, today) > 0) return invalid('BIRTH_IN_FUTURE');
  if (ageOn(today, born) > greatestAge) return invalid('TOO_OLD');
  const check = checkCharacterOf(body);
  if (!isLegacy && typed[17] !== check) return invalid('CHECKSUM');
  const warnings: IdentityNumberWarning[] = isLegacy ? ['LEGACY_15'] : [];
  // Residence permits and cards of foreigners never had fifteen digits.
  if (!regions.test(body) || (isLegacy && /^[89]/.test(body))) warnings.push('REGION_NOT_KNOWN');
  return {
    kind: 'VALID',
    number: body + check,
    birthDate: born,
    sex: Number(body[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
    warnings,
  };
}

/** Completed years: a birthday counts from its own day on. */
function ageOn(today: PlainDate, born: PlainDate): number {
  const hadBirthday = today.slice(5) >= born.slice(5);
  return yearOf(today) - yearOf(born) - (hadBirthday ? 0 : 1);
}

/** ISO 7064 MOD 11-2: each place weighs a power of two. */
function checkCharacterOf(body: string): string {
  let sum = 0;
  for (const [place, digit] of [...body].entries()) sum += Number(digit) * (2 ** (17 - place) % 11);
  return checkCharacters[sum % 11]!;
}

function invalid(fault: IdentityNumberFault): IdentityNumberCheck {
  return { kind: 'INVALID', fault };
}
