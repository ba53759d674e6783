import type { RefusalCatalogue } from '@hall/kernel';

/** How the registration of a complaint is refused. */
export const registerRefusals = {
  COMPLAINT_TARGET_NOT_KNOWN: {
    zh: '投诉所指的窗口、工作人员或办件不存在',
    en: 'The window, member of staff or case that the complaint names does not exist',
  },
  COMPLAINT_OWNER_MISSING: {
    clause: 'A-26',
    zh: '本大厅尚无可以承办投诉的人员，请先登记咨询（投诉）台、中心办公室或中心领导',
    en: 'Nobody in this hall can own complaints yet: register a desk officer, the centre office or a centre leader first',
  },
} as const satisfies RefusalCatalogue;
