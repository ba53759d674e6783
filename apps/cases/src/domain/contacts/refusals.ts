import type { RefusalCatalogue } from '@hall/kernel';

/** How an act at the front desk is refused. */
export const contactRefusals = {
  CONTACT_NOT_FOUND: { zh: '接待记录不存在', en: 'No such contact' },
  CONTACT_CLOSED: { clause: 'S2.1b', zh: '该接待已有结果', en: 'This contact has been closed with an outcome' },
  OUTSIDE_BODY_REQUIRED: {
    clause: 'S4.4c',
    zh: '不属于本大厅的，应写明承办机关及联系方式；不详的转咨询台',
    en: 'A matter of another body is declined only with that body and how to reach it; if unknown, ask the desk',
  },
  CONTACT_NOT_YOURS: {
    clause: 'S2.1b',
    zh: '只有当前负责人可以处理该接待',
    en: 'Only the one who answers for this contact may do this',
  },
  CONTACT_AT_DESK: {
    clause: 'A-16',
    zh: '该接待已转过咨询台',
    en: 'This contact has been passed to the desk before',
  },
  NOT_AT_DESK: { clause: 'A-16', zh: '该接待不在咨询台等候', en: 'This contact does not wait at the desk' },
  DESK_OFFICER_REQUIRED: {
    clause: 'A-16',
    zh: '只有咨询台人员可以接手',
    en: 'Only a desk officer can take it from the desk',
  },
  GUIDE_NOT_TOLD: {
    clause: 'S3.4e',
    zh: '咨询事项的，应一次性告知全部内容并记录所告知的事项',
    en: 'Whoever asks about an item is told all of it; name the item that was told',
  },
  MODE_NOT_POSSIBLE: {
    clause: 'S4.3d',
    zh: '电话咨询不能当面出示或交付材料',
    en: 'Nothing can be shown or handed over by telephone',
  },
  REFERRAL_PENDING: {
    clause: 'S2.2c',
    zh: '已有待接收的导办',
    en: 'A referral is waiting to be acknowledged',
  },
  REFERRAL_TO_OWN_WINDOW: {
    clause: 'S2.2b',
    zh: '属于本窗口职责的，应由本人负责办理',
    en: 'What is this window’s own duty is dealt with here',
  },
  REFERRAL_NOT_FOUND: { zh: '没有该导办', en: 'No such referral' },
  REFERRAL_SETTLED: {
    clause: 'S2.2c',
    zh: '该导办已接收、已退回或已结束',
    en: 'This referral was acknowledged, has returned, or is over',
  },
  QUEUE_EMPTY: { clause: 'S1.2j', zh: '没有等候的办事人', en: 'Nobody is waiting' },
  TICKET_NOT_WAITING: { clause: 'S1.2j', zh: '该号不在等候', en: 'This ticket is not waiting' },
  TICKET_NOT_NEXT: {
    clause: 'S1.2j',
    zh: '下一位是 {number} 号',
    en: 'Number {number} is next',
  },
  TICKET_NOT_FOUND: { zh: '没有该号', en: 'No such ticket' },
  TICKET_NOT_CALLED: { clause: 'S1.2j', zh: '该号当日尚未叫过', en: 'This ticket has not been called today' },
  PRIORITY_AGE_NOT_REACHED: {
    clause: 'S1.2j',
    zh: '老年人优先自{age}周岁起',
    en: 'The elderly go first from the age of {age}',
  },
  PRIORITY_GROUP_REQUIRED: {
    clause: 'S1.2j',
    zh: '只有法定优先人群可以先叫号：{groups}',
    en: 'Only the listed groups may go first: {groups}',
  },
  MESSAGE_NOT_FOUND: { zh: '没有该留言', en: 'No such message' },
} as const satisfies RefusalCatalogue;
