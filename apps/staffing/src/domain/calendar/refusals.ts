import type { RefusalCatalogue } from '@hall/kernel';

/** How the publication of a year is refused. */
export const calendarRefusals = {
  CALENDAR_YEAR_FAULTY: {
    clause: 'A-30',
    zh: '{year}年放假安排有误：{zh}',
    en: 'The arrangement of {year} is faulty: {en}',
  },
  CALENDAR_YEAR_UNCHANGED: {
    clause: 'A-30',
    zh: '{year}年放假安排与现行的相同',
    en: 'The arrangement of {year} is the one in force already',
  },
  CALENDAR_PAST_DAY_CHANGED: {
    clause: 'A-30',
    zh: '已过去的日子不能改变：{days}',
    en: 'Days that are over cannot change: {days}',
  },
} as const satisfies RefusalCatalogue;
