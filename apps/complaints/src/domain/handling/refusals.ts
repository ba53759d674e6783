import type { RefusalCatalogue } from '@hall/kernel';

/** How an act on a complaint is refused. */
export const handlingRefusals = {
  COMPLAINT_NOT_FOUND: { zh: '投诉件不存在', en: 'No such complaint' },
  COMPLAINT_NOT_POSSIBLE_NOW: {
    clause: 'S6.5.0',
    zh: '投诉件当前状态为 {status}，不能这样办理',
    en: 'The complaint is {status}; this cannot be done now',
  },
  COMPLAINT_WINDOW_UNDECIDED: {
    clause: 'S6.5.2',
    zh: '分类须写明办理窗口，或注明“不明”，二者择一',
    en: 'A classification either names the window or says that it is unclear',
  },
  COMPLAINT_FEEDBACK_MISSING: {
    clause: 'S6.4g',
    zh: '尚未向投诉人反馈，不能办结',
    en: 'A complaint is not closed before its complainant has been told the result',
  },
} as const satisfies RefusalCatalogue;
