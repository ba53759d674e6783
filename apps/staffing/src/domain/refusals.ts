import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';

/** Every way in which staffing says no. Codes are stable and never reused. */
export const staffingRefusals = {
  HALL_NOT_FOUND: { zh: '大厅不存在：{hallCode}', en: 'No such hall: {hallCode}' },
  HALL_CODE_TAKEN: { zh: '大厅编号已被使用：{hallCode}', en: 'This hall code is taken: {hallCode}' },
  HALL_SESSIONS_INVALID: {
    zh: '服务时段必须首尾有序且互不重叠：{sessions}',
    en: 'Opening sessions must be in order and must not overlap: {sessions}',
  },
  DEPARTMENT_NOT_FOUND: { zh: '部门不存在', en: 'No such department' },
  DEPARTMENT_CODE_TAKEN: { zh: '部门编号已被使用：{code}', en: 'This department code is taken: {code}' },
  WINDOW_NOT_FOUND: { zh: '窗口不存在', en: 'No such window' },
  WINDOW_NUMBER_TAKEN: { zh: '窗口号已被使用：{number}', en: 'This window number is taken: {number}' },
  STAFF_NOT_FOUND: { zh: '工作人员不存在', en: 'No such staff member' },
  STAFF_ALREADY_REGISTERED: {
    zh: '工号或账号已登记：{badgeNumber}',
    en: 'Badge number or account is registered already: {badgeNumber}',
  },
  POST_NOT_FOUND: { zh: '岗位不存在', en: 'No such post' },
  POST_CODE_TAKEN: { zh: '岗位编号已被使用：{code}', en: 'This post code is taken: {code}' },
  POST_NEEDS_TWO_HOLDERS: {
    clause: 'S5.1b',
    zh: 'A岗与B岗必须是两个人',
    en: 'The lead and the deputy of a post must be two different people',
  },
  CHECKLIST_INCOMPLETE: {
    clause: 'S1.3c',
    zh: '岗前准备未完成，窗口不能开放：{missing}',
    en: 'The window cannot open before the readiness checklist is done: {missing}',
  },
  CHECK_IN_REPEATED: { clause: 'S1.3a', zh: '今天已经签到且在岗', en: 'You are checked in already' },
  NOT_CHECKED_IN: { clause: 'S1.5a', zh: '尚未签到', en: 'Not checked in' },
  ABSENCE_ALREADY_REPORTED: { clause: 'S5.3b', zh: '该工作人员的缺岗已经报告', en: 'This absence is reported already' },
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
  TRAINING_IN_FUTURE: { clause: 'S2.4b', zh: '尚未举行的培训不能记录', en: 'A training is recorded after it was held' },
  DUTIES_OF_OTHERS: {
    clause: 'S2.4a',
    zh: '只有该岗位的A岗、B岗阅知其职责',
    en: 'Only lead and deputy confirm the duties',
  },
  DUTIES_READ: { clause: 'S2.4a', zh: '您已阅知现行职责', en: 'You have confirmed these duties already' },
  CALENDAR_YEAR_FAULTY: {
    clause: 'A-30',
    zh: '{year}年放假安排有误：{zh}',
    en: 'The arrangement of {year} is faulty: {en}',
  },
  CALENDAR_YEAR_UNCHANGED: {
    clause: 'A-30',
    zh: '{year}年放假安排与现行的相同',
    en: 'The arrangement of {year} is the one in force already',
  },
  CALENDAR_PAST_DAY_CHANGED: {
    clause: 'A-30',
    zh: '已过去的日子不能改变：{days}',
    en: 'Days that are over cannot change: {days}',
  },
} as const satisfies RefusalCatalogue;

/** Says no with a code of this catalogue. */
export const refuse = refuser(staffingRefusals);
