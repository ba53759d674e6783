import { CreateMessaging1790000000000 } from './1790000000000-create-messaging';
import { CreateStaffing1790000000001 } from './1790000000001-create-staffing';

/** Every migration of this service; their timestamps order them. */
export const migrations = [CreateMessaging1790000000000, CreateStaffing1790000000001];
