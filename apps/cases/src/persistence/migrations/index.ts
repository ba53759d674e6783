import { CreateMessaging1790000000000 } from './1790000000000-create-messaging';
import { CreateCases1790000000001 } from './1790000000001-create-cases';
import { CreateDirectory1790000000002 } from './1790000000002-create-directory';
import { KeepPromises1790000000010 } from './1790000000010-keep-promises';
import { PlanCatalogue1790000000011 } from './1790000000011-plan-catalogue';
import { TakeRatings1790000000012 } from './1790000000012-take-ratings';
import { ReportMonthly1790000000013 } from './1790000000013-report-monthly';
import { CountEndings1790000000014 } from './1790000000014-count-endings';
import { NameSubstitutes1790000000015 } from './1790000000015-name-substitutes';
import { AskDesk1790000000016 } from './1790000000016-ask-desk';
import { ListAlerts1790000000017 } from './1790000000017-list-alerts';
import { RenewSlips1790000000018 } from './1790000000018-renew-slips';
import { GeneraliseDeadlines1795548000000 } from './1795548000000-generalise-deadlines';

/** Every migration of this service; their timestamps order them. */
export const migrations = [
  CreateMessaging1790000000000,
  CreateCases1790000000001,
  CreateDirectory1790000000002,
  KeepPromises1790000000010,
  PlanCatalogue1790000000011,
  TakeRatings1790000000012,
  ReportMonthly1790000000013,
  CountEndings1790000000014,
  NameSubstitutes1790000000015,
  AskDesk1790000000016,
  ListAlerts1790000000017,
  RenewSlips1790000000018,
  GeneraliseDeadlines1795548000000,
];
