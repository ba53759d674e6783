import type { NoticeFault, NoticeFaultCode } from '@hall/kernel';

/** One thing that is wrong with a year that somebody wants to publish. */
export type YearFault =
  NoticeFault | { readonly code: 'YEAR_TOO_FAR'; readonly day?: string; readonly holiday?: string };

/** What each fault says, in both languages; the day it is about stands before it. */
const texts: Readonly<Record<NoticeFaultCode | 'YEAR_TOO_FAR', { readonly zh: string; readonly en: string }>> = {
  YEAR_UNKNOWN: { zh: '年份不在日历范围内', en: 'the year is beyond the calendar' },
  YEAR_TOO_FAR: { zh: '此前的年份尚未公布', en: 'the years before it are not published yet' },
  REFERENCE_MISSING: { zh: '缺少通知文号', en: 'the number of the notice is missing' },
  NO_DAY_OFF: { zh: '没有放假日', en: 'no day is off' },
  NOT_A_DATE: { zh: '不是日期', en: 'is no date' },
  NOT_IN_YEAR: { zh: '不在该年内', en: 'is not in the year' },
  NAMED_TWICE: { zh: '重复列出', en: 'is named twice' },
  OFF_AND_WORKED: { zh: '既放假又上班', en: 'is both off and worked' },
  NOT_A_WEEKEND_DAY: { zh: '调休上班日不是周末', en: 'is to be worked but is no weekend day' },
  STATUTORY_DAY_WORKED: { zh: '法定节假日未放假', en: 'is a statutory holiday but not off' },
};

/** Every fault in words, in both languages. */
export function tellFaults(faults: readonly YearFault[]): { readonly zh: string[]; readonly en: string[] } {
  const tell = (language: 'zh' | 'en'): string[] =>
    faults.map(({ code, day, holiday }) =>
      [day, holiday && `(${holiday})`, texts[code][language]].filter((part) => part !== undefined).join(' '),
    );
  return { zh: tell('zh'), en: tell('en') };
}
