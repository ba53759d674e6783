import { officerAmong } from '@hall/platform/directory';
import { staffStore } from '../../persistence/structure/staff-store';

/** The member of staff who gives a command; this service asks its own table where the others ask the directory. */
export const findOfficer = officerAmong(staffStore.findStaffByAccount);
