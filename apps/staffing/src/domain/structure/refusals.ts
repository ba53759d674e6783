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
} as const satisfies RefusalCatalogue;
