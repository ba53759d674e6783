import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';

/** Every way in which complaints says no. Codes are stable and never reused. */
export const complaintRefusals = {
  COMPLAINT_TARGET_NOT_KNOWN: {
    zh: '投诉所指的窗口、工作人员或办件不存在',
    en: 'The window, member of staff or case that the complaint names does not exist',
  },
  COMPLAINT_OWNER_MISSING: {
    clause: 'A-26',
    zh: '本大厅尚无可以承办投诉的人员，请先登记咨询（投诉）台、中心办公室或中心领导',
    en: 'Nobody in this hall can own complaints yet: register a desk officer, the centre office or a centre leader first',
  },
  COMPLAINT_NOT_FOUND: { zh: '投诉件不存在', en: 'No such complaint' },
  COMPLAINT_NOT_POSSIBLE_NOW: {
    clause: 'S6.5.0',
    zh: '投诉件当前状态为 {status}，不能这样办理',
    en: 'The complaint is {status}; this cannot be done now',
  },
  COMPLAINT_WINDOW_UNDECIDED: {
    clause: 'S6.5.2',
    zh: '分类须写明办理窗口，或注明“不明”',
    en: 'A classification names the window, or says that it is unclear',
  },
  COMPLAINT_FEEDBACK_MISSING: {
    clause: 'S6.4g',
    zh: '尚未向投诉人反馈，不能办结',
    en: 'A complaint is not closed before its complainant has been told the result',
  },
} as const satisfies RefusalCatalogue;

/** Says no with a code of this catalogue. */
export const refuse = refuser(complaintRefusals);

/** Refusals that may only mean that a fact of another service has not arrived here yet. */
export const staleFactCodes: ReadonlySet<string> = new Set([
  'COMPLAINT_TARGET_NOT_KNOWN',
  'COMPLAINT_OWNER_MISSING',
] satisfies (keyof typeof complaintRefusals)[]);
