import type { RefusalCatalogue } from '@hall/kernel';

/** How a registration is refused. */
export const structureRefusals = {
  HALL_NOT_FOUND: { zh: '大厅不存在：{hallCode}', en: 'No such hall: {hallCode}' },
  HALL_CODE_TAKEN: { zh: '大厅编号已被使用：{hallCode}', en: 'This hall code is taken: {hallCode}' },
  HALL_SESSIONS_INVALID: {
    zh: '服务时段必须首尾有序且互不重叠：{sessions}',
    en: 'Opening sessions must be in order and must not overlap: {sessions}',
  },
  HALL_TIME_ZONE_NOT_SUPPORTED: {
    clause: 'A-30',
    zh: '工作日历与时限按 {hallTimeZone} 计算，不能登记时区为 {timeZone} 的大厅',
    en: 'Working days and limits are counted in {hallTimeZone}; a hall in {timeZone} cannot be registered',
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
  TEMPORARY_IN_PAST: {
    clause: 'A-18',
    zh: '临时顶岗不能早于现在开始，且结束必须晚于开始',
    en: 'A temporary begins now or later, and ends after that',
  },
  TEMPORARY_TOO_LONG: {
    clause: 'A-18',
    zh: '临时顶岗至多 {days} 个工作日',
    en: 'A temporary stands in for {days} working days at most',
  },
  TEMPORARY_TOO_FAR: {
    clause: 'A-30',
    zh: '{year} 年工作日历尚未公布，不能指定至该年',
    en: 'There is no working-day calendar for {year} yet',
  },
  TEMPORARY_SITS_THERE: {
    clause: 'S5.1b',
    zh: '该工作人员已在此岗位任职',
    en: 'This person sits at the post already',
  },
  TEMPORARY_ON_LEAVE: {
    clause: 'A-19',
    zh: '该工作人员 {from} 至 {to} 请假',
    en: 'This person is on leave from {from} to {to}',
  },
} as const satisfies RefusalCatalogue;
