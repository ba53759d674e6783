/** What of complaints can wait for whoever owns them, and the mutations that answer it. */
export const complaintWaitingKinds = {
  COMPLAINT_TO_CLASSIFY: { text: '待分类（S6.5.2） / A complaint to be classified', answers: ['classifyComplaint'] },
  COMPLAINT_TO_DECIDE: { text: '待处理（S6.4d、A-25） / A complaint to be decided', answers: ['decideComplaint'] },
  FEEDBACK_TO_GIVE: { text: '待反馈（S6.4g） / A complainant who is to be told the result', answers: ['giveFeedback'] },
  COMPLAINT_TO_CLOSE: { text: '待办结（S6.4g） / A complaint to be closed', answers: ['closeComplaint'] },
} as const;
/** One of {@link complaintWaitingKinds}. */
export type ComplaintWaitingKind = keyof typeof complaintWaitingKinds;
