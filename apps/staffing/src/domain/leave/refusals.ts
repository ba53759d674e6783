import type { RefusalCatalogue } from '@hall/kernel';

/** How an act about leave is refused. */
export const leaveRefusals = {
  LEAVE_NOT_FOUND: { zh: '没有该请假', en: 'No such leave' },
  LEAVE_WITHOUT_LENGTH: { clause: 'S5.3a', zh: '请假结束必须晚于开始', en: 'A leave ends after it begins' },
  LEAVE_IN_PAST: { clause: 'S5.3a', zh: '请假须事先办理', en: 'Leave is asked for and granted before it' },
  EMERGENCY_TOLD_LATE: {
    clause: 'S5.3b',
    zh: '紧急请假须在开始后 {minutes} 分钟内报告',
    en: 'What came up suddenly is told within {minutes} minutes',
  },
  LEAVE_BEYOND_CALENDAR: {
    clause: 'A-30',
    zh: '{year} 年工作日历尚未公布，不能请假至该年',
    en: 'There is no working-day calendar for {year} yet',
  },
  LEAVE_OVERLAPS: {
    clause: 'S5.3a',
    zh: '与 {from} 至 {to} 的请假重叠',
    en: 'There is another leave from {from} to {to}',
  },
  LEAVE_NOT_POSSIBLE: {
    clause: 'S5.3a',
    zh: '该请假当前状态为 {status}，不能进行此操作',
    en: 'The leave is {status}; this is not possible now',
  },
  LEAVE_HAS_BEGUN: {
    clause: 'S5.3a',
    zh: '请假已经开始，请办理销假',
    en: 'The leave has begun; record the return instead',
  },
  LEAVE_NOT_BEGUN: {
    clause: 'S5.3a',
    zh: '请假尚未开始，请撤销',
    en: 'The leave has not begun; cancel it instead',
  },
  LEAVE_OWN_REQUEST: {
    clause: 'S5.3a',
    zh: '本人不得审批自己的请假',
    en: 'Nobody decides about their own leave',
  },
  LEAVE_DECIDER_AWAY: {
    clause: 'S5.3a',
    zh: '您正在休假，请由其他人审批',
    en: 'You are on leave; somebody else decides',
  },
  LEAVE_ABOVE_LEVEL: {
    clause: 'S5.3a',
    zh: '该请假须由 {role} 审批',
    en: 'A leave of this length is decided by {role}',
  },
  HANDOVER_WITHOUT_POST: {
    clause: 'S5.3a',
    zh: '不任任何岗位的A岗，无需交接',
    en: 'Who leads no post has nothing to hand over',
  },
  HANDOVER_NOT_PREPARED: { clause: 'S5.3a', zh: '尚未填写工作交接', en: 'The hand-over is not written yet' },
  HANDOVER_NOT_YOURS: {
    clause: 'S5.3a',
    zh: '工作交接由岗位的B岗接收',
    en: 'The deputy of the post accepts its hand-over',
  },
  HANDOVER_ACCEPTED: { clause: 'S5.3a', zh: '已经接收', en: 'You have accepted it already' },
  HANDOVER_MISSING: {
    clause: 'S5.3a',
    zh: '岗位 {posts} 尚未交接，不能批准',
    en: 'Posts {posts} are not handed over yet',
  },
  LEAVES_POST_EMPTY: {
    clause: 'A-19',
    zh: '{from} 至 {to} 岗位 {post} 将无人在岗，不能批准；中心领导可指定临时顶岗人',
    en: 'Nobody would be left at post {post} from {from} to {to}; a centre leader can name a temporary',
  },
} as const satisfies RefusalCatalogue;
