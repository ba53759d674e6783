/** What can wait for somebody, and the mutations that answer it: whoever is shown one of them may call it. */
export const waitingKinds = {
  CASE_TO_CHECK: {
    text: '待审查的收件（A-13） / An application to be checked',
    answers: ['checkMaterials', 'declineCase'],
  },
  NOTICE_TO_DELIVER: { text: '待送达的告知书（S4.3a） / A notice to be handed over', answers: ['deliverNotice'] },
  STEP_TO_PASS: { text: '在办环节（S2.3b） / A step to be passed on', answers: ['passStep'] },
  CASE_TO_DECIDE: { text: '在办件（S3.5） / A case to be decided', answers: ['decideCase'] },
  CLOCK_TO_RESUME: { text: '中止中的时限（A-30） / A clock that stands still', answers: ['resumeCommitment'] },
  RESULT_TO_DELIVER: { text: '待领取的结果（S3.4c） / A result to be handed over', answers: ['deliverResult'] },
  TASK_TO_TAKE: {
    text: '本部门待承接的联办事项（S3.4d） / A part of a joint case that nobody of the department has taken',
    answers: ['takeJointTask', 'giveOpinion'],
  },
  OPINION_TO_GIVE: {
    text: '本人承接的联办事项（S3.4d） / A part of a joint case that the reader has taken',
    answers: ['giveOpinion'],
  },
  REFERRAL_OFFERED: {
    text: '导办至本窗口（S2.2c、A-06） / A contact offered to the reader’s window',
    answers: ['acknowledgeReferral'],
  },
  CONTACT_TO_END: {
    text: '未结束的接待（S1.2k、S2.1b） / A contact that the reader answers for',
    answers: ['answerContact', 'referContact', 'referOutside', 'referToDesk'],
  },
  DESK_QUESTION: {
    text: '咨询台待接手（A-16） / A consultation that no desk officer has taken',
    answers: ['takeFromDesk'],
  },
  REJECTION_TO_READ: {
    text: '待签收的否定报备（S4.4b） / A refusal that no superior has read',
    answers: ['acknowledgeRejection'],
  },
  MATTER_TO_ANSWER: {
    text: '待答复的请示（S1.2h、A-02） / A major matter to be answered',
    answers: ['answerMajorMatter'],
  },
  RATING_TO_ANSWER: { text: '待核查的差评（S2.2a） / A bad rating to be answered', answers: ['answerRating'] },
  ITEM_TO_PUBLISH: { text: '事项草稿（S3.3a、A-08） / A draft of an item', answers: ['publishServiceItem'] },
  GUIDES_TO_PRINT: { text: '待补印的指南（S3.3d、A-10） / Printed guides that run out', answers: ['countGuides'] },
  MONTHLY_REPORT: {
    text: '待报送的月报（S1.2i、A-27） / A month to be reported',
    answers: ['submitMonthlyCaseReport'],
  },
  MESSAGE_TO_READ: { text: '留言（S1.6g） / A message', answers: ['readMessage'] },
} as const;
/** One of {@link waitingKinds}. */
export type WaitingKind = keyof typeof waitingKinds;

/** The things that what waits is about. */
export type WaitingSubject = 'case' | 'task' | 'month' | 'contact' | 'matter' | 'rating' | 'item' | 'message';
