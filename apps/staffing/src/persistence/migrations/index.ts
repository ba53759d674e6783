// Generated from the files beside it: npm run fix:rows

import { Baseline1795550570000 } from './1795550570000-baseline';
import { NameNoAccounts1795567930000 } from './1795567930000-name-no-accounts';
import { PlanAuthority1795593226000 } from './1795593226000-plan-authority';
import { FindOpenConduct1795595400000 } from './1795595400000-find-open-conduct';
import { GrantLeave1795597211000 } from './1795597211000-grant-leave';

/** Every migration of this service; their timestamps order them. */
export const migrations = [
  Baseline1795550570000,
  NameNoAccounts1795567930000,
  PlanAuthority1795593226000,
  FindOpenConduct1795595400000,
  GrantLeave1795597211000,
];
