import type { CreditCodeFault, IdentityNumberFault } from '@hall/kernel';

/** What is wrong with a number that cannot be right, in the words of a refusal. */
export const numberFaults: Readonly<Record<CreditCodeFault | IdentityNumberFault, { zh: string; en: string }>> = {
  LENGTH: { zh: '位数不对', en: 'wrong number of characters' },
  CHARACTERS: { zh: '含有不允许的字符', en: 'a character that cannot be in it' },
  BIRTH_DATE: { zh: '出生日期不存在', en: 'its date of birth does not exist' },
  BIRTH_IN_FUTURE: { zh: '出生日期晚于今天', en: 'its date of birth is in the future' },
  TOO_OLD: { zh: '出生日期过早', en: 'its date of birth is too long ago' },
  CHECKSUM: { zh: '校验码不符，请核对是否输错', en: 'its check character does not fit; look for a typing error' },
  ORGANISATION_CHECK: { zh: '主体标识码的校验码不符', en: 'the check character of its organisation part does not fit' },
};
