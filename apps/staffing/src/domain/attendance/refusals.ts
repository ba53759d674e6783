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
  ALREADY_AWAY: { clause: 'S1.5b', zh: '已经登记离岗，尚未返回', en: 'Away from the post already' },
  NOT_AWAY: { clause: 'S1.5b', zh: '没有登记离岗，无需返岗', en: 'Not away from the post' },
  NO_ABSENCE_REPORTED: {
    clause: 'S5.3b',
    zh: '今天没有可以撤销的缺岗报告',
    en: 'There is no report of an absence today that could be taken back',
  },
  ABSENCE_NOT_YOURS_TO_DISPUTE: {
    clause: 'S5.3b',
    zh: '缺岗报告由本人或其部门负责人、中心领导撤销',
    en: 'The person concerned, their head or a leader takes the report of an absence back',
  },
} as const satisfies RefusalCatalogue;
