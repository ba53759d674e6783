import { hallCalendar, yardstickOf } from '@hall/kernel';
import { untouched } from '../../src/domain/cases/case';
import type { Attribution, Case } from '../../src/domain/cases/case';
import type { JointTask } from '../../src/domain/cases/joint';
import type { CaseStep } from '../../src/domain/cases/steps';
import type { ServiceItem } from '../../src/domain/catalogue/service-item';
import { versionOf } from '../../src/domain/catalogue/import-items';

/** A moment in a test: local time of the hall. */
export const at = (text: string): Date => new Date(`${text}+08:00`);

/** The calendar that everybody has, and seven hours a day. */
export const by = yardstickOf(hallCalendar, [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]);

/** How deadlines are counted and warned of. */
export const counting = {
  calendar: hallCalendar,
  ladder: {
    warnAtLastOfParts: 3,
    urgentAtLastDaysOrHours: 1,
    sectionHeadAfterWorkingDays: 1,
    centreLeaderAfterWorkingDays: 3,
  },
};

/** When tests happen unless they say otherwise: a Tuesday morning. */
export const now = at('2026-11-24T10:00:00');

/** The lead of the post, and the deputy in the lead's place. */
export const lead: Attribution = { officerId: 'A', postId: 'p', actingForId: null, coverId: null };
export const deputy: Attribution = { officerId: 'B', postId: 'p', actingForId: 'A', coverId: 'x' };

const materials = [
  { code: 'ID', name: '身份证', original: true, copies: 0, basis: '条例' },
  { code: 'FORM', name: '申请表', original: true, copies: 1, basis: '办法', sampleUrl: 'https://hall.example/form' },
  { code: 'PROXY', name: '委托书', original: true, copies: 0, basis: '办法', condition: '委托他人代办的' },
];

/** An item with two materials that everybody needs and one for those who send somebody. */
export const item: ServiceItem = {
  hallCode: 'demo',
  id: 'i',
  code: 'I-1',
  name: '参保登记',
  departmentId: 'd',
  handlingType: 'PROMISED',
  regime: 'SOCIAL_INSURANCE',
  windowIds: [],
  resultsPublic: false,
  current: {
    number: 3,
    ...versionOf({ code: 'I-1', name: '参保登记', departmentId: 'd', materials }, { promiseDays: 5, by }),
  },
};

/** An accepted case of that item. */
export const acceptedCase: Case = {
  ...untouched,
  hallCode: 'demo',
  id: 'c',
  number: 'demo-20261124-000001',
  itemId: 'i',
  itemCode: 'I-1',
  itemVersion: 3,
  departmentId: 'd',
  handlingType: 'PROMISED',
  regime: 'SOCIAL_INSURANCE',
  status: 'ACCEPTED',
  contactId: null,
  windowId: 'w',
  postId: 'p',
  situations: [],
  receivedAt: now,
  acceptedById: 'A',
  responsibleId: 'A',
  acceptedAt: now,
  dueAt: at('2026-12-01T17:00:00'),
  handlerIds: ['A'],
  version: 4,
};

/** A step at its place; the first is in hand. */
export const stepAt = (place: number): CaseStep => ({
  id: String(place),
  place,
  name: '审核',
  limit: { amount: 1, unit: 'WORKING_DAY' },
  startedAt: place === 1 ? now : null,
  passedAt: null,
  passedById: null,
  closedAt: null,
});
/** The part of a department at its stage; the first stage is open. */
export const taskOf = (stage: number): JointTask => ({
  id: String(stage),
  departmentId: 'd',
  stage,
  limit: { amount: 1, unit: 'WORKING_DAY' },
  state: stage === 0 ? 'OPEN' : 'WAITING',
  startedAt: null,
  dueAt: null,
  takenById: null,
  takenAt: null,
  agreed: null,
  opinion: null,
  givenById: null,
  givenAt: null,
});
