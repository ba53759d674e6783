import { CreateMessaging1790000000000 } from './1790000000000-create-messaging';
import { CreateStaffing1790000000001 } from './1790000000001-create-staffing';
import { CreateCalendarYears1790000000003 } from './1790000000003-create-calendar-years';
import { KeepConduct1790000000011 } from './1790000000011-keep-conduct';

/** Every migration of this service; their timestamps order them. */
export const migrations = [
  CreateMessaging1790000000000,
  CreateStaffing1790000000001,
  CreateCalendarYears1790000000003,
  KeepConduct1790000000011,
];
