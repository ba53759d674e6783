// Generated from the files beside it: npm run fix:rows

import { Baseline1795550570000 } from './1795550570000-baseline';
import { KeepEveryMove1795561583000 } from './1795561583000-keep-every-move';
import { ListAlerts1795563046000 } from './1795563046000-list-alerts';
import { OneIndexOfCounting1795563826000 } from './1795563826000-one-index-of-counting';
import { NameNoAccounts1795567930000 } from './1795567930000-name-no-accounts';
import { FindWhatWaits1795595300000 } from './1795595300000-find-what-waits';

/** Every migration of this service; their timestamps order them. */
export const migrations = [
  Baseline1795550570000,
  KeepEveryMove1795561583000,
  ListAlerts1795563046000,
  OneIndexOfCounting1795563826000,
  NameNoAccounts1795567930000,
  FindWhatWaits1795595300000,
];
