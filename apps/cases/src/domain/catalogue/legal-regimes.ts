import type { TimeLimit } from '@hall/kernel';
import type { LegalRegime } from './service-item';

const workdays = (amount: number): TimeLimit => ({ amount, unit: 'WORKING_DAY' });
const days = (amount: number): TimeLimit => ({ amount, unit: 'CALENDAR_DAY' });

/** What one law says about time; null where it says nothing that holds for every matter. */
export interface RegimeRule {
  /** The longest time to a decision. */
  readonly limit: TimeLimit | null;
  /** What a leader may add once. */
  readonly extension: TimeLimit | null;
  /** How long an officer may take to check an application and tell everything that is missing. */
  readonly check: TimeLimit;
  /** Whether an application counts as accepted from its receipt when that time passes in silence. */
  readonly deemedAccepted: boolean;
  readonly source: string;
}

/** On the spot: the same visit, the day of receipt at the latest. */
const sameDay = workdays(0);

/** The legal regimes as data (part C2 of the regulation). */
export const legalRules: Readonly<Record<LegalRegime, RegimeRule>> = {
  LICENCE: {
    limit: workdays(20),
    extension: workdays(10),
    check: workdays(5),
    deemedAccepted: true,
    source: '《行政许可法》第三十二条第（四）项、第四十二条',
  },
  SOCIAL_INSURANCE: {
    limit: null,
    extension: null,
    check: sameDay,
    deemedAccepted: false,
    source: '《社会保险经办条例》第六条至第二十四条',
  },
  INJURY_DETERMINATION: {
    limit: days(60),
    extension: null,
    check: workdays(5),
    deemedAccepted: false,
    source: '《工伤保险条例》第二十条；《浙江省工伤保险条例》第十六条',
  },
  LABOUR_INSPECTION: {
    limit: workdays(60),
    extension: workdays(30),
    check: workdays(5),
    deemedAccepted: false,
    source: '《劳动保障监察条例》第十七条',
  },
  ARBITRATION: {
    limit: days(45),
    extension: days(15),
    check: days(5),
    deemedAccepted: false,
    source: '《劳动争议调解仲裁法》第二十九条、第四十三条',
  },
  DISCLOSURE: {
    limit: workdays(20),
    extension: workdays(20),
    check: workdays(7),
    deemedAccepted: false,
    source: '《政府信息公开条例》第三十条、第三十三条',
  },
  PETITION: {
    limit: days(60),
    extension: days(30),
    check: days(15),
    deemedAccepted: false,
    source: '《信访工作条例》第二十二条、第三十四条',
  },
  HALL_PROMISE: {
    limit: null,
    extension: null,
    check: sameDay,
    deemedAccepted: false,
    source: '大厅服务承诺制',
  },
};
