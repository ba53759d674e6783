import { plainDate } from '../../src';
import type { CalendarNotice, CalendarYear } from '../../src';

/** A notice for 2027 as there might be one: the thirteen days of the law, and the weekends moved around them. */
export const aNotice: CalendarNotice = {
  year: 2027,
  reference: '国办发明电〔2026〕8号',
  off: [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-05-03',
    '2027-05-04',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
    '2027-10-04',
    '2027-10-05',
  ].map(plainDate),
  makeUp: ['2027-02-20'].map(plainDate),
};

/** The last notice of a known year, with its days as one list each. */
export function noticeOf({ year, sources, holidays }: CalendarYear): CalendarNotice {
  return {
    year,
    reference: sources.at(-1)!,
    off: [...new Set(holidays.flatMap(({ off }) => off))],
    makeUp: holidays.flatMap(({ makeUp }) => makeUp),
  };
}
