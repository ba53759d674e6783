import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';

/** The refusals that every service has in common. Codes are stable and never reused. */
export const commonRefusals = {
  IDEMPOTENCY_KEY_REUSED: {
    zh: '该幂等键已用于另一内容的请求',
    en: 'This idempotency key was used for another request before',
  },
  STAFF_NOT_KNOWN: {
    clause: 'S1.4a',
    zh: '您的账号尚未登记为本大厅工作人员',
    en: 'Your account is not registered as staff of this hall',
  },
  CALENDAR_MISSING: {
    clause: 'A-30',
    zh: '{year} 年工作日历尚未公布，不能计算期限',
    en: 'There is no working-day calendar for {year}',
  },
  ALREADY_WRITTEN: {
    zh: '同一时刻已有同样的记录，请核对后再试',
    en: 'The same was written at the same moment; please look again before you repeat it',
  },
} as const satisfies RefusalCatalogue;

/** Refuses with a code that every service has. */
export const refuseCommonly = refuser(commonRefusals);
