import type { RefusalCatalogue } from '@hall/kernel';

/** How a change of a deadline is refused. */
export const deadlineRefusals = {
  PAUSE_NEEDS_NOTICE: {
    clause: 'A-30',
    zh: '等待补正的中止由补齐通知书产生，不能手工设置',
    en: 'Waiting for materials comes of a notice and cannot be set by hand',
  },
  COMMITMENT_BREACHED: {
    clause: 'S3.5',
    zh: '承诺时限已超过，不能中止、延长或转为承诺办理',
    en: 'The promise has been broken already; it can be neither paused nor extended, nor take another’s place',
  },
  EXTENDED_BEFORE: {
    clause: 'S3.5',
    zh: '期限只能延长一次',
    en: 'A term is extended only once',
  },
  EXTENSION_UNIT: {
    clause: 'S3.5',
    zh: '只有按工作日计算的承诺件可以延长',
    en: 'Only promises in working days can be extended',
  },
  EXTENSION_TOO_LONG: {
    clause: 'S3.5',
    zh: '依法最多可延长 {most} 个工作日',
    en: 'More working days than the law allows; at most: {most}',
  },
  CALENDAR_MISSING: {
    clause: 'A-30',
    zh: '{year} 年工作日历尚未公布，不能计算期限',
    en: 'There is no working-day calendar for {year}',
  },
} as const satisfies RefusalCatalogue;
