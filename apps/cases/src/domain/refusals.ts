import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';
import { casesRefusals } from './cases/refusals';
import { catalogueRefusals } from './catalogue/refusals';
import { contactRefusals } from './contacts/refusals';
import { deadlineRefusals } from './deadlines/refusals';
import { majorMatterRefusals } from './major-matters/refusals';
import { ratingRefusals } from './ratings/refusals';
import { reportRefusals } from './reports/refusals';

/** Every way in which cases says no. Codes are stable and never reused. */
export const caseRefusals = {
  WINDOW_NOT_KNOWN: { zh: '窗口不存在', en: 'No such window' },
  NOT_ON_DUTY: {
    clause: 'S1.5c',
    zh: '您此刻不行使该窗口（岗位）的职责，不能办理',
    en: 'You do not hold the authority of this window’s post at this moment',
  },
  LEADER_REQUIRED: {
    clause: 'S1.5c',
    zh: '须由负责人办理',
    en: 'Only a leader may do this',
  },
  ...casesRefusals,
  ...catalogueRefusals,
  ...contactRefusals,
  ...deadlineRefusals,
  ...majorMatterRefusals,
  ...ratingRefusals,
  ...reportRefusals,
} as const satisfies RefusalCatalogue;

/** Says no with a code of this catalogue. */
export const refuse = refuser(caseRefusals);

/** Refusals that may only mean that a fact of another service has not arrived here yet. */
export const staleFactCodes: ReadonlySet<string> = new Set([
  'WINDOW_NOT_KNOWN',
  'NOT_ON_DUTY',
  'IMPORT_REFERENCE_NOT_KNOWN',
] satisfies (keyof typeof caseRefusals)[]);
