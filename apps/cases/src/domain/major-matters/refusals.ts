import type { RefusalCatalogue } from '@hall/kernel';

/** How a report of a major matter, or the answer to one, is refused. */
export const majorMatterRefusals = {
  OCCURRED_IN_FUTURE: { zh: '发生时间不能晚于现在', en: 'It cannot have happened later than now' },
  MATTER_NOT_FOUND: { zh: '没有该请示事项', en: 'No such matter' },
  MATTER_ANSWERED: { clause: 'S1.2h', zh: '该事项已答复', en: 'This matter has been answered' },
  ANSWER_OWN_MATTER: { clause: 'S1.2h', zh: '不能答复自己的请示', en: 'Nobody answers their own report' },
} as const satisfies RefusalCatalogue;
