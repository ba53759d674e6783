/** What of conduct and duties can wait for somebody, and the mutations that answer it. */
export const staffWaitingKinds = {
  CONDUCT_TO_ANSWER: {
    text: '待本人陈述的行为记录（S4.5b） / A record of conduct on which the reader is to be heard',
    answers: ['respondToConduct'],
  },
  CONDUCT_TO_DECIDE: {
    text: '待决定的行为记录（S4.5b） / A record of conduct to be decided',
    answers: ['decideConduct'],
  },
  APPEAL_TO_DECIDE: { text: '待决定的申诉（S4.5b） / An appeal to be decided', answers: ['decideConduct'] },
  DUTIES_TO_READ: {
    text: '待阅知的岗位职责（S2.4a） / Duties of the reader’s post to be read',
    answers: ['acknowledgeDuties'],
  },
} as const;
/** One of {@link staffWaitingKinds}. */
export type StaffWaitingKind = keyof typeof staffWaitingKinds;
