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
  CASE_ACTION_NOT_POSSIBLE: {
    clause: 'S1.1c',
    zh: '办件当前状态为 {status}，不能进行 {action}',
    en: 'The case is {status}; {action} is not possible now',
  },
  SITUATION_NOT_LISTED: {
    clause: 'S4.4e',
    zh: '事项目录没有这种情形：{unknown}；目录所列情形：{known}',
    en: 'The item knows no such circumstances: {unknown}. It knows: {known}',
  },
  FINDING_WITHOUT_MATERIAL: {
    clause: 'S4.1b',
    zh: '只能对已收材料提出问题，缺少的材料由系统列出：{materials}',
    en: 'Only what was handed in can be found wanting; what is missing is listed by the system: {materials}',
  },
  MATERIAL_NOT_ON_NOTICE: {
    clause: 'S4.4e',
    zh: '补齐通知书没有要求该材料：{materials}',
    en: 'The notice does not ask for it: {materials}',
  },
  SECOND_NOTICE: {
    clause: 'S4.1b',
    zh: '应当一次性告知，不得再次要求补正（{why}）',
    en: 'Everything is told once; a second notice is not possible ({why})',
  },
  SECOND_NOTICE_NEEDS_HEAD: {
    clause: 'S4.1b',
    zh: '首次告知遗漏须由科室负责人批准并记录为违规，期限不变',
    en: 'What was overlooked the first time needs the head’s approval, is recorded as a breach, and moves no date',
  },
  ON_SPOT_NOT_ON_NOTICE: {
    clause: 'S4.2c',
    zh: '可以当场更正的错误应当场更正，不得列入补齐通知书',
    en: 'What can be corrected on the spot is corrected on the spot and never put on a notice',
  },
  NOTHING_TO_CORRECT: {
    clause: 'S4.2c',
    zh: '该材料没有可以当场更正的错误：{material}',
    en: 'There is nothing to correct on the spot in {material}',
  },
  REFERRAL_REQUIRED: {
    clause: 'S4.4c',
    zh: '不属于本部门的，应说明理由并指明应去的窗口',
    en: 'A matter of another department is declined only with the right window named',
  },
  OUTSIDE_BODY_REQUIRED: {
    clause: 'S4.4c',
    zh: '不属于本大厅的，应写明承办机关及联系方式；不详的转咨询台',
    en: 'A matter of another body is declined only with that body and how to reach it; if unknown, ask the desk',
  },
  NO_NOTICE_BEFORE: {
    clause: 'S4.4c',
    zh: '未出具补齐通知书，不得以材料不齐为由不予受理',
    en: 'An application is not declined as incomplete before a notice has said what is missing',
  },
  OPINIONS_OPEN: {
    clause: 'S3.4d',
    zh: '联办部门尚未全部提出意见：{departments}',
    en: 'Departments have not given their opinion yet: {departments}',
  },
  TASK_NOT_OPEN: {
    clause: 'S3.4d',
    zh: '该联办事项未开始或已办结',
    en: 'This part of the joint case is not open',
  },
  TASK_OF_OTHER_DEPARTMENT: {
    clause: 'S1.5c',
    zh: '该联办事项属于其他部门',
    en: 'This part of the joint case belongs to another department',
  },
  INSTANT_NOT_FINISHED: {
    clause: 'S3.4a',
    zh: '即办件未当日办结，须先说明理由转为承诺件',
    en: 'An on-the-spot case that was not finished the same day must first be deferred with a reason',
  },
  NO_DATE_TO_PROMISE: {
    clause: 'S3.4b',
    zh: '计时中止期间已办结，没有可以写明的日期',
    en: 'It was decided while the clock stood still; there is no date to write down',
  },
  SUBSTITUTE_ALREADY_NAMED: {
    clause: 'S3.4c',
    zh: '已指定一个替代窗口',
    en: 'One substitute window has been named already',
  },
  SUBSTITUTE_IS_OWN_WINDOW: {
    clause: 'S3.4c',
    zh: '替代窗口不能是受理窗口本身',
    en: 'The substitute cannot be the accepting window itself',
  },
  IDENTITY_NOT_CHECKED: {
    clause: 'S3.4c',
    zh: '领取结果须核验身份',
    en: 'The result is handed over only after the recipient’s identity was checked',
  },
  PAUSE_NEEDS_NOTICE: {
    clause: 'A-30',
    zh: '等待补正的中止由补齐通知书产生，不能手工设置',
    en: 'Waiting for materials comes of a notice and cannot be set by hand',
  },
  COMMITMENT_BREACHED: {
    clause: 'S3.5',
    zh: '承诺时限已超过，不能中止或延长',
    en: 'The promise has been broken already; it can be neither paused nor extended',
  },
  EXTENDED_BEFORE: {
    clause: 'S3.5',
    zh: '期限只能延长一次',
    en: 'A term is extended only once',
  },
  EXTENSION_UNIT: {
    clause: 'S3.5',
    zh: '只有按工作日计算的承诺件可以延长',
    en: 'Only promises in working days can be extended',
  },
  EXTENSION_TOO_LONG: {
    clause: 'S3.5',
    zh: '依法最多可延长 {most} 个工作日',
    en: 'The law allows at most {most} working days more',
  },
  LEADER_REQUIRED: {
    clause: 'S1.5c',
    zh: '须由负责人办理',
    en: 'Only a leader may do this',
  },
  NO_STEP_OPEN: {
    clause: 'S2.3b',
    zh: '没有在办环节',
    en: 'No step is open',
  },
  REPORT_NOT_FOUND: { zh: '没有该不予报备', en: 'No such refusal report' },
  REPORT_READ: { zh: '该报备已签收', en: 'This report has been read already' },
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
  MODE_NOT_POSSIBLE: {
    clause: 'S4.3d',
    zh: '电话咨询不能当面交付纸质材料',
    en: 'Nothing can be handed over on paper by telephone',
  },
  NOTICE_NOT_FOUND: { zh: '没有该通知书', en: 'No such notice' },
  NOTICE_DELIVERED: { clause: 'S4.3a', zh: '通知书已送达', en: 'The notice has been handed over already' },
  NOTICE_NOT_DELIVERED: { clause: 'S4.3a', zh: '通知书尚未送达', en: 'The notice has not been handed over yet' },
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
  PRIORITY_GROUP_REQUIRED: {
    clause: 'S1.2j',
    zh: '只有法定优先人群可以先叫号：{groups}',
    en: 'Only the listed groups may go first: {groups}',
  },
  MESSAGE_NOT_FOUND: { zh: '没有该留言', en: 'No such message' },
  OCCURRED_IN_FUTURE: { zh: '发生时间不能晚于现在', en: 'It cannot have happened later than now' },
  MATTER_NOT_FOUND: { zh: '没有该请示事项', en: 'No such matter' },
  MATTER_ANSWERED: { clause: 'S1.2h', zh: '该事项已答复', en: 'This matter has been answered' },
  ANSWER_OWN_MATTER: { clause: 'S1.2h', zh: '不能答复自己的请示', en: 'Nobody answers their own report' },
  RATED_SERVICE_NOT_FOUND: {
    zh: '没有该接待或办件，或评价码（查询码）不符',
    en: 'No such contact or case, or the code is another’s',
  },
  RATED_TOO_EARLY: { clause: 'S3.1a', zh: '办件有结果后方可评价', en: 'A case is rated when its outcome is known' },
  RATED_BEFORE: { clause: 'S2.2a', zh: '该次服务已经评价', en: 'This service has been rated already' },
  RATE_OWN_SERVICE: { clause: 'S2.2a', zh: '不能评价自己的服务', en: 'Nobody rates their own service' },
  RATING_NOT_FOUND: { zh: '没有该评价', en: 'No such rating' },
  RATING_NEEDS_NO_ANSWER: { clause: 'S2.2a', zh: '只有差评需要核查反馈', en: 'Only a bad rating is looked into' },
  RATING_ANSWERED: { clause: 'S2.2a', zh: '该评价已核查反馈', en: 'This rating has been answered' },
  ANSWER_OWN_RATING: {
    clause: 'S2.2a',
    zh: '不能核查对自己的评价',
    en: 'Nobody looks into a rating about themselves',
  },
  REPORT_MONTH_OPEN: {
    clause: 'S1.2i',
    zh: '{month} 尚未结束，不能报送',
    en: '{month} is not over yet',
  },
  REPORT_SUBMITTED: { clause: 'S1.2i', zh: '{month} 的月报已报送', en: 'The report of {month} has been handed in' },
  ITEM_INCOMPLETE: {
    clause: 'S3.3a',
    zh: '公开内容不完整，缺少：{missing}',
    en: 'The item cannot be published; it lacks: {missing}',
  },
  MATERIAL_WITHOUT_BASIS: {
    clause: 'S4.4e',
    zh: '每项材料须有依据：{materials}',
    en: 'Every material needs a basis: {materials}',
  },
  PROMISE_ABOVE_STATUTE: {
    clause: 'S3.5',
    zh: '承诺时限（{promised}）不得超过法定时限（{statutory}）',
    en: 'The promise ({promised}) may not exceed the statutory limit ({statutory})',
  },
  STEPS_ABOVE_PROMISE: {
    clause: 'S2.3b',
    zh: '各环节时限之和不得超过承诺时限',
    en: 'The limits of the steps may not add up to more than the promise',
  },
  JOINT_WITHOUT_PARTICIPANTS: {
    clause: 'S3.4d',
    zh: '联办件须列明参与部门',
    en: 'A joint item must name the departments that take part',
  },
  JOINT_LIMIT_ABOVE_PROMISE: {
    clause: 'S3.4d',
    zh: '联办部门时限合计（并行取最长、串行相加）不得超过承诺时限',
    en: 'The parts of a joint item (longest side by side, summed in a row) may not exceed the promise',
  },
  VALID_FROM_PAST: {
    zh: '生效日期不能早于今天（{today}）',
    en: 'It cannot take effect before today ({today})',
  },
  LEAD_WINDOW_NOT_JOINT: {
    clause: 'S3.4d',
    zh: '只有联办件有主受理窗口',
    en: 'Only a joint item has a window that leads it',
  },
  ITEM_RETIRED: { clause: 'S3.3a', zh: '事项已停办', en: 'The item has been retired' },
  ITEM_EXISTS: { zh: '事项已公布，请用修订', en: 'The item is published; revise it instead' },
  IDENTITY_NUMBER_INVALID: {
    zh: '身份号码有误：{zh}',
    en: 'The identity number cannot be right: {en}',
  },
  CREDIT_CODE_INVALID: {
    zh: '统一社会信用代码有误：{zh}',
    en: 'The unified social credit code cannot be right: {en}',
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
