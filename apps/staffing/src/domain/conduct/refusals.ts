import type { RefusalCatalogue } from '@hall/kernel';

/** How an act about conduct is refused. */
export const conductRefusals = {
  CONDUCT_RULE_NOT_FOUND: { clause: 'S4.5b', zh: '没有这一行为规范', en: 'No such rule of conduct' },
  CONDUCT_RULE_OFF: { clause: 'S4.5b', zh: '本大厅已停用该规范', en: 'This hall has switched the rule off' },
  APPEARANCE_NEVER_SCORED: {
    clause: 'A-05',
    zh: '区分性别的仪表要求不得计分',
    en: 'Appearance rules that differ by gender are never scored',
  },
  OCCURRED_IN_FUTURE: { zh: '发生时间不能晚于现在', en: 'It cannot have happened later than now' },
  CONDUCT_NOT_FOUND: { zh: '没有该行为记录', en: 'No such record of conduct' },
  CONDUCT_NOT_POSSIBLE: {
    clause: 'S4.5b',
    zh: '该记录当前状态为 {status}，不能进行此操作',
    en: 'The record is {status}; this is not possible now',
  },
  STATEMENT_FIRST: {
    clause: 'S4.5b',
    zh: '须先听取本人陈述；{day} 之后方可不经陈述作出决定',
    en: 'The person is heard first; without a statement it can be decided after {day}',
  },
  DECIDE_OWN_CONDUCT: { clause: 'S4.5b', zh: '不能决定本人的行为记录', en: 'Nobody decides about themselves' },
  APPEAL_OTHER_DECIDER: {
    clause: 'S4.5b',
    zh: '申诉须由原决定人以外的人决定',
    en: 'An appeal is decided by somebody else than the decision was',
  },
  POINTS_ABOVE_RULE: {
    clause: 'A-17',
    zh: '扣分应在 0 至 {most} 分之间',
    en: 'The deduction lies between 0 and {most} points',
  },
  ASSESSOR_REQUIRED: {
    clause: 'S4.5b',
    zh: '须由本部门负责人或中心领导办理',
    en: 'Only the head of the department or a centre leader may do this',
  },
} as const satisfies RefusalCatalogue;
