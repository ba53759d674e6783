import { complaintStatuses } from '../register/complaint';
import type { Complaint } from '../register/complaint';
import { limitOf } from './deadline';
import {
  allowedActions,
  applyClassification,
  applyClosing,
  applyDecision,
  applyFeedback,
  offeredActions,
} from '../handling/handle-complaint';

const now = new Date('2026-11-24T10:00:00+08:00');
const current: Complaint = {
  hallCode: 'demo',
  id: 'c',
  number: 'n',
  channel: 'PHONE',
  summary: 's',
  receivedAt: now,
  registeredBy: 'desk',
  anonymous: false,
  windowId: null,
  respondentId: null,
  caseId: null,
  concernedIds: [],
  grounds: [],
  timeClass: null,
  status: 'REGISTERED',
  ownerId: 'D',
  dueAt: now,
  finding: null,
  opinion: null,
  feedback: null,
  closedAt: null,
  version: 1,
};
const feedback = { mode: 'PHONE', content: '已处理', complainantView: null, givenAt: now, givenById: 'D' };
const classification = {
  timeClass: 'ORDINARY',
  windowId: 'w',
  windowUnclear: false,
  grounds: ['DISCOURTESY'],
} as const;

test.each(complaintStatuses)('S6.5.0 in state %s exactly the allowed actions succeed', (status) => {
  const inState = { ...current, status, feedback };
  const outcomes = {
    classifyComplaint: applyClassification(inState, classification),
    decideComplaint: applyDecision(inState, 'UPHELD', 'o'),
    giveFeedback: applyFeedback(inState, feedback),
    closeComplaint: applyClosing(inState, now),
  };
  const allowed = allowedActions(inState);
  for (const [action, outcome] of Object.entries(outcomes)) {
    expect([action, outcome.kind === 'DONE']).toEqual([action, (allowed as readonly string[]).includes(action)]);
    if (outcome.kind === 'REFUSED')
      expect(outcome.refusal).toMatchObject({ clause: 'S6.5.0', allowedActions: allowed });
  }
});

test.each([
  ['REGISTERED', 'classifyComplaint'],
  ['CLASSIFIED', 'classifyComplaint decideComplaint'],
  ['INVESTIGATING', 'decideComplaint'],
  ['ESCALATED', 'decideComplaint'],
  ['ORDERED', 'decideComplaint'],
  ['DECIDED', 'giveFeedback closeComplaint'],
  ['FED_BACK', 'closeComplaint'],
  ['CLOSED', ''],
  ['DECLINED', ''],
  ['WITHDRAWN', ''],
] as const)('S6.5.0 the order of the procedure: what is %s admits “%s”', (status, actions) => {
  expect(allowedActions({ status }).join(' ')).toBe(actions);
});

test('S6.4g closing is offered when whoever complained has been told, or nobody can be', () => {
  const decided = { ...current, status: 'DECIDED' } as const;
  expect(offeredActions(decided)).toEqual(['giveFeedback']);
  expect(offeredActions({ ...decided, anonymous: true })).toEqual(['giveFeedback', 'closeComplaint']);
  expect(offeredActions({ ...decided, status: 'FED_BACK', feedback })).toEqual(['closeComplaint']);
});

test('S6.5.0 S6.4d S6.4g from the register to the end, each act leads on and is the next version', () => {
  const valueOf = (outcome: ReturnType<typeof applyClosing>): Complaint => {
    if (outcome.kind === 'REFUSED') throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const classified = valueOf(applyClassification(current, classification));
  const { timeClass, windowId, grounds } = classification;
  expect(classified).toEqual({ ...current, status: 'CLASSIFIED', timeClass, windowId, grounds, version: 2 });
  const decided = valueOf(applyDecision(classified, 'PARTLY_UPHELD', '责令改正'));
  expect(decided).toEqual({
    ...classified,
    status: 'DECIDED',
    finding: 'PARTLY_UPHELD',
    opinion: '责令改正',
    version: 3,
  });
  const told = valueOf(applyFeedback(decided, feedback));
  expect(told).toEqual({ ...decided, status: 'FED_BACK', feedback, version: 4 });
  expect(valueOf(applyClosing(told, now))).toEqual({ ...told, status: 'CLOSED', closedAt: now, version: 5 });
  expect(applyDecision(current, 'UPHELD', 'o')).toMatchObject({ refusal: { details: { status: 'REGISTERED' } } });
});

test.each([
  ['ON_THE_SPOT', 1],
  ['URGENT', 2],
  ['ORDINARY', 3],
  [null, 3],
  ['COMPLEX', 4],
] as const)(
  'A-29 A-25 a complaint of the class %s has the working days that are set for it: %i',
  (timeClass, amount) => {
    const limits = {
      'A-25': { complaintWorkingDays: 3, complexComplaintWorkingDays: 4 },
      'A-29': { onTheSpotWorkingDays: 1, urgentWorkingDays: 2 },
    };
    expect(limitOf(timeClass, limits)).toEqual({ amount, unit: 'WORKING_DAY' });
  },
);

test('S6.5.2 a classification names the window, or says that it is unclear', () => {
  expect(applyClassification(current, { ...classification, windowId: null })).toMatchObject({
    refusal: { code: 'COMPLAINT_WINDOW_UNDECIDED', clause: 'S6.5.2' },
  });
  expect(applyClassification(current, { ...classification, windowUnclear: true })).toMatchObject({
    refusal: { code: 'COMPLAINT_WINDOW_UNDECIDED' },
  });
  expect(applyClassification(current, { ...classification, windowId: null, windowUnclear: true })).toMatchObject({
    value: { status: 'CLASSIFIED', windowId: null },
  });
});

test('S6.4g a named complainant is told before the complaint is closed', () => {
  const decided = { ...current, status: 'DECIDED' } as const;
  expect(applyClosing(decided, now)).toMatchObject({
    refusal: { code: 'COMPLAINT_FEEDBACK_MISSING', clause: 'S6.4g', allowedActions: ['giveFeedback'] },
  });
  expect(applyClosing({ ...decided, feedback }, now)).toMatchObject({ value: { status: 'CLOSED', closedAt: now } });
});

test('A-23 nobody can be told of an anonymous complaint; it may be closed', () => {
  expect(applyClosing({ ...current, status: 'DECIDED', anonymous: true }, now)).toMatchObject({
    value: { status: 'CLOSED' },
  });
});
