// Generated from the files beside it: npm run fix:rows

import { Baseline1795550570000 } from './1795550570000-baseline';
import { KeepEveryMove1795561583000 } from './1795561583000-keep-every-move';
import { OneIndexOfCounting1795563826000 } from './1795563826000-one-index-of-counting';
import { NameWhoIgnoredAReferral1795565000000 } from './1795565000000-name-who-ignored-a-referral';
import { KeepWhoAnswered1795566032000 } from './1795566032000-keep-who-answered';
import { KeepPostOfContact1795566570000 } from './1795566570000-keep-post-of-contact';
import { ContinueContacts1795567150000 } from './1795567150000-continue-contacts';
import { NameNoAccounts1795567930000 } from './1795567930000-name-no-accounts';
import { KeepAccepted1795572500000 } from './1795572500000-keep-accepted';
import { ApproveEveryDemand1795573700000 } from './1795573700000-approve-every-demand';
import { CloseSteps1795574300000 } from './1795574300000-close-steps';
import { SayWhoseResultsArePublic1795575642000 } from './1795575642000-say-whose-results-are-public';
import { EndStandstills1795575700000 } from './1795575700000-end-standstills';
import { CorrectWhoAnswered1795575800000 } from './1795575800000-correct-who-answered';
import { DeliverNotices1795575900000 } from './1795575900000-deliver-notices';
import { RecordQueueActs1795576000000 } from './1795576000000-record-queue-acts';
import { RecordDeliveryChoice1795592000000 } from './1795592000000-record-delivery-choice';
import { FindWhatWaits1795593200000 } from './1795593200000-find-what-waits';
import { OweReports1795594700000 } from './1795594700000-owe-reports';

/** Every migration of this service; their timestamps order them. */
export const migrations = [
  Baseline1795550570000,
  KeepEveryMove1795561583000,
  OneIndexOfCounting1795563826000,
  NameWhoIgnoredAReferral1795565000000,
  KeepWhoAnswered1795566032000,
  KeepPostOfContact1795566570000,
  ContinueContacts1795567150000,
  NameNoAccounts1795567930000,
  KeepAccepted1795572500000,
  ApproveEveryDemand1795573700000,
  CloseSteps1795574300000,
  SayWhoseResultsArePublic1795575642000,
  EndStandstills1795575700000,
  CorrectWhoAnswered1795575800000,
  DeliverNotices1795575900000,
  RecordQueueActs1795576000000,
  RecordDeliveryChoice1795592000000,
  FindWhatWaits1795593200000,
  OweReports1795594700000,
];
