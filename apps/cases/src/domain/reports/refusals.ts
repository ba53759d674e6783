import type { RefusalCatalogue } from '@hall/kernel';

/** How a monthly report is refused. */
export const reportRefusals = {
  REPORT_MONTH_OPEN: {
    clause: 'S1.2i',
    zh: '{month} 尚未结束，不能报送',
    en: '{month} is not over yet',
  },
  REPORT_SUBMITTED: { clause: 'S1.2i', zh: '{month} 的月报已报送', en: 'The report of {month} has been handed in' },
} as const satisfies RefusalCatalogue;
