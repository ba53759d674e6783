import type { RefusalCatalogue } from '@hall/kernel';

/** How an act on an application or a case is refused. */
export const casesRefusals = {
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
    zh: '应当一次性告知，不得再次要求补正（{zh}）',
    en: 'Everything is told once; a second notice is not possible ({en})',
  },
  SECOND_NOTICE_NEEDS_HEAD: {
    clause: 'S4.1b',
    zh: '首次告知遗漏须由科室负责人批准并记录为违规，期限不变',
    en: 'What was overlooked the first time needs the head’s approval, is recorded as a breach, and moves no date',
  },
  DEMAND_NEEDS_HEAD: {
    clause: 'S4.1b',
    zh: '受理后再要求补充材料须由科室负责人批准',
    en: 'After acceptance papers are asked for with the head’s approval only',
  },
  BASIS_NOT_CITABLE: {
    clause: 'S4.1b',
    zh: '法律或事实改变须引用依据：《名称》第几条，或文号，如〔2026〕12号',
    en: 'Changed law or facts are cited: by title and article, or by the number of the document',
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
  NO_NOTICE_BEFORE: {
    clause: 'S4.1b',
    zh: '补齐通知书送达且其期限届满之前，不得以材料不齐为由不予受理',
    en: 'An application is not declined as incomplete before a notice was handed over and the day on it is over',
  },
  PAUSE_EVIDENCE: {
    clause: 'A-30',
    zh: '中止计时须有：{zh}',
    en: 'The clock is stopped on {en}',
  },
  PAUSE_END: {
    clause: 'A-30',
    zh: '预计恢复日须在今天之后、不晚于 {latest}',
    en: 'It is expected to go on after today, and by {latest}',
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
  TASK_TAKEN: {
    clause: 'S3.4d',
    zh: '该联办事项已由您承接',
    en: 'You have taken this part of the joint case already',
  },
  TASK_OF_OTHER_DEPARTMENT: {
    clause: 'S1.5c',
    zh: '该联办事项属于其他部门',
    en: 'This part of the joint case belongs to another department',
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
  DELIVERY_NOT_CHOSEN: {
    clause: 'A-11',
    zh: '申请人登记的送达方式为 {chosen}，不是 {method}；申请人改变选择的，先登记',
    en: 'The applicant’s choice on record is {chosen}, not {method}; when they want it otherwise, that is written down first',
  },
  DELIVERY_PROOF_MISSING: {
    clause: 'S3.4c',
    zh: '邮寄、电子送达须登记可查询的单号或回执号',
    en: 'What goes by post or electronically is recorded with the number by which it can be traced',
  },
  RECIPIENT_NOT_NAMED: {
    clause: 'S3.4c',
    zh: '代理人领取的，须登记代理人姓名',
    en: 'When somebody receives it for the applicant, their name is recorded',
  },
  STEP_NOT_IN_HAND: {
    clause: 'S2.3b',
    zh: '所指环节不在办，当前环节为“{step}”',
    en: 'Another step is in hand: {step}',
  },
  SLIP_NOT_IN_FORCE: {
    clause: 'S3.4b',
    zh: '所指受理单已作废，有效的是 {number}',
    en: 'That slip has been voided; {number} is in force',
  },
  NO_STEP_OPEN: {
    clause: 'S2.3b',
    zh: '没有在办环节',
    en: 'No step is open',
  },
  REPORT_NOT_FOUND: { zh: '没有该不予报备', en: 'No such refusal report' },
  REPORT_READ: { zh: '该报备已签收', en: 'This report has been read already' },
  NOTICE_NOT_FOUND: { zh: '没有该通知书', en: 'No such notice' },
  NOTICE_DELIVERED: { clause: 'S4.3a', zh: '通知书已送达', en: 'The notice has been handed over already' },
  NOTICE_WITHOUT_CHANNEL: {
    clause: 'A-15',
    zh: '申请人没有选定可以确认收到的电子渠道，请交付纸质通知书',
    en: 'The applicant chose no channel by which they could confirm the notice; hand it over on paper',
  },
  NOTICE_NOT_DELIVERED: { clause: 'S4.3a', zh: '通知书尚未送达', en: 'The notice has not been handed over yet' },
  IDENTITY_NUMBER_INVALID: {
    zh: '身份号码有误：{zh}',
    en: 'The identity number cannot be right: {en}',
  },
  CREDIT_CODE_INVALID: {
    zh: '统一社会信用代码有误：{zh}',
    en: 'The unified social credit code cannot be right: {en}',
  },
} as const satisfies RefusalCatalogue;
