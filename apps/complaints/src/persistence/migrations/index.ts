import { CreateMessaging1790000000000 } from './1790000000000-create-messaging';
import { CreateComplaints1790000000001 } from './1790000000001-create-complaints';
import { CreateDirectory1790000000002 } from './1790000000002-create-directory';
import { ExtendDirectory1790000000003 } from './1790000000003-extend-directory';
import { GeneraliseDeadlines1795548000000 } from './1795548000000-generalise-deadlines';

/** Every migration of this service; their timestamps order them. */
export const migrations = [
  CreateMessaging1790000000000,
  CreateComplaints1790000000001,
  CreateDirectory1790000000002,
  ExtendDirectory1790000000003,
  GeneraliseDeadlines1795548000000,
];
