import { refuser } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';
import { structureRefusals } from './structure/refusals';
import { calendarRefusals } from './calendar/refusals';
import { attendanceRefusals } from './attendance/refusals';
import { conductRefusals } from './conduct/refusals';
import { leaveRefusals } from './leave/refusals';
import { trainingRefusals } from './training/refusals';

/** Every way in which staffing says no. Codes are stable and never reused. */
export const staffingRefusals = {
  ...structureRefusals,
  ...calendarRefusals,
  ...attendanceRefusals,
  ...leaveRefusals,
  ...conductRefusals,
  ...trainingRefusals,
} as const satisfies RefusalCatalogue;

/** Says no with a code of this catalogue. */
export const refuse = refuser(staffingRefusals);
