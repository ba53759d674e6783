import type { RefusalCatalogue } from '@hall/kernel';

/** How a change of the catalogue is refused. */
export const catalogueRefusals = {
  ITEM_NOT_FOUND: { zh: '事项不存在或未公布', en: 'No such service item, or it is not published' },
  ITEM_NOT_OFFERED_HERE: {
    clause: 'S4.4c',
    zh: '该窗口不办理 {item}，办理的窗口：{windows}',
    en: 'This window does not offer {item}; these do: {windows}',
  },
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
  STATUTE_ABOVE_REGIME: {
    clause: 'S3.5',
    zh: '事项自定的法定时限（{own}）不得超过其适用制度的时限（{legal}）',
    en: 'The statutory limit of an item ({own}) may not exceed the one of its regime ({legal})',
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
  RESULTS_CONFIDENTIAL: {
    clause: 'A-09',
    zh: '该制度的办件涉及个人待遇或健康，办理结果不得公开',
    en: 'Cases of this regime speak of a person’s benefits or health; their results are not public',
  },
  ITEM_RETIRED: { clause: 'S3.3a', zh: '事项已停办', en: 'The item has been retired' },
  IMPORT_FAULTY: {
    clause: 'S3.3a',
    zh: '导入有 {count} 处错误，未写入任何事项',
    en: '{count} faults in the import; nothing was written',
  },
  IMPORT_REFERENCE_NOT_KNOWN: {
    zh: '导入有 {count} 处错误，其中有未登记的部门或窗口；未写入任何事项',
    en: '{count} faults in the import, among them departments or windows that are not registered; nothing was written',
  },
} as const satisfies RefusalCatalogue;
