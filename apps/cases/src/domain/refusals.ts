import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';

/** Every way in which cases says no. Codes are stable and never reused. */
export const caseRefusals = {
  STAFF_NOT_KNOWN: {
    zh: '您的账号尚未登记为本大厅工作人员',
    en: 'Your account is not registered as staff of this hall',
  },
  WINDOW_NOT_KNOWN: { zh: '窗口不存在', en: 'No such window' },
  NOT_ON_DUTY: {
    clause: 'S1.5c',
    zh: '您此刻不行使该窗口（岗位）的职责，不能办理',
    en: 'You do not hold the authority of this window’s post at this moment',
  },
  CONTACT_NOT_FOUND: { zh: '接待记录不存在', en: 'No such contact' },
  CONTACT_CLOSED: { clause: 'S2.1b', zh: '该接待已有结果', en: 'This contact has been closed with an outcome' },
  ITEM_NOT_FOUND: { zh: '事项不存在或未公布', en: 'No such service item, or it is not published' },
  ITEM_NOT_OFFERED_HERE: {
    clause: 'S4.4c',
    zh: '本窗口不办理该事项，请到：{windows}',
    en: 'This window does not offer the item; these do: {windows}',
  },
  MATERIALS_INCOMPLETE: {
    clause: 'S4.1b',
    zh: '材料不齐全，须补齐的全部材料：{missing}',
    en: 'Materials are incomplete. Everything that is missing: {missing}',
  },
  MATERIAL_NOT_LISTED: {
    clause: 'S4.4e',
    zh: '不得收取事项目录以外的材料：{unlisted}',
    en: 'Materials outside the published list may not be asked for: {unlisted}',
  },
  CASE_NOT_FOUND: { zh: '办件不存在', en: 'No such case' },
  CASE_NOT_DECIDABLE: {
    clause: 'S1.1c',
    zh: '办件当前状态为 {status}，不能作出决定',
    en: 'The case is {status} and cannot be decided now',
  },
  CASE_NOT_DELIVERABLE: {
    clause: 'S3.4c',
    zh: '办件当前状态为 {status}，不能送达',
    en: 'The case is {status}; its result cannot be handed over now',
  },
  DELIVERY_AT_OTHER_WINDOW: {
    clause: 'S3.4c',
    zh: '办理结果应在受理的同一窗口领取：{window}',
    en: 'The result is collected at the same window that accepted the case: {window}',
  },
  IMPORT_FAULTY: {
    clause: 'S3.3a',
    zh: '导入有 {count} 处错误，未写入任何事项',
    en: '{count} faults in the import; nothing was written',
  },
  IMPORT_REFERENCE_NOT_KNOWN: {
    zh: '导入有 {count} 处错误，其中有未登记的部门或窗口；未写入任何事项',
    en: '{count} faults in the import, among them departments or windows that are not registered; nothing was written',
  },
  CALENDAR_MISSING: {
    clause: 'A-30',
    zh: '{year} 年工作日历尚未公布，不能计算期限',
    en: 'There is no working-day calendar for {year}',
  },
} as const satisfies RefusalCatalogue;

/** Says no with a code of this catalogue. */
export const refuse = refuser(caseRefusals);

/** Refusals that may only mean that a fact of another service has not arrived here yet. */
export const staleFactCodes: ReadonlySet<string> = new Set([
  'STAFF_NOT_KNOWN',
  'WINDOW_NOT_KNOWN',
  'NOT_ON_DUTY',
  'IMPORT_REFERENCE_NOT_KNOWN',
] satisfies (keyof typeof caseRefusals)[]);
