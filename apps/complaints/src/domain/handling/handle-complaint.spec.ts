import { complaintStatuses } from '../register/complaint';
import type { Complaint } from '../register/complaint';
import {
  allowedActions,
  applyClassification,
  applyClosing,
  applyDecision,
  applyFeedback,
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
