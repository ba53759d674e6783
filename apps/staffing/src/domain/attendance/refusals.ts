import type { RefusalCatalogue } from '@hall/kernel';

/** How an arrival, a departure or the report of an absence is refused. */
export const attendanceRefusals = {
  CHECKLIST_INCOMPLETE: {
    clause: 'S1.3c',
    zh: '岗前准备未完成，窗口不能开放：{missing}',
    en: 'The window cannot open before the readiness checklist is done: {missing}',
  },
  CHECK_IN_REPEATED: { clause: 'S1.3a', zh: '今天已经签到且在岗', en: 'You are checked in already' },
  NOT_CHECKED_IN: { clause: 'S1.5a', zh: '尚未签到', en: 'Not checked in' },
  ABSENCE_ALREADY_REPORTED: { clause: 'S5.3b', zh: '该工作人员的缺岗已经报告', en: 'This absence is reported already' },
} as const satisfies RefusalCatalogue;
