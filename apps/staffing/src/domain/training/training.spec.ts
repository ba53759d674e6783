import { isCurrent, openDutyReceipt, openTraining } from './training';

const now = new Date('2026-11-24T10:00:00+08:00');
const post = { hallCode: 'demo', id: 'p', duties: ['受理', '送达'], leadId: 'A', deputyId: 'B' };

test('S2.4a lead and deputy confirm the duties of their post once; other duties have to be read again', () => {
  const read = openDutyReceipt(post, 'B', { before: [], now });
  expect(read).toMatchObject({ value: { staffId: 'B', duties: ['受理', '送达'], readAt: now } });
  const receipt = { hallCode: 'demo', postId: 'p', staffId: 'B', duties: ['受理', '送达'], readAt: now };
  expect(openDutyReceipt(post, 'B', { before: [receipt], now })).toMatchObject({
    refusal: { code: 'DUTIES_READ', clause: 'S2.4a' },
  });
  expect(openDutyReceipt({ ...post, duties: ['受理'] }, 'B', { before: [receipt], now }).kind).toBe('DONE');
  expect(isCurrent(receipt, { duties: ['受理'] })).toBe(false);
  expect(openDutyReceipt(post, 'A', { before: [receipt], now })).toMatchObject({ value: { staffId: 'A' } });
  expect(openDutyReceipt(post, 'C', { before: [], now })).toMatchObject({ refusal: { code: 'DUTIES_OF_OTHERS' } });
});

test('S2.4b a training is kept when it was held, not before', () => {
  const training = {
    hallCode: 'demo',
    id: 't',
    kind: 'ETIQUETTE',
    topic: '窗口服务礼仪',
    heldOn: '2026-11-24',
    minutes: 60,
    notes: '全员',
    attendeeIds: ['A'],
    recordedById: 'O',
    recordedAt: now,
  } as const;
  expect(openTraining(training as never)).toMatchObject({ value: { attendeeIds: ['A'] } });
  expect(openTraining({ ...training, heldOn: '2026-11-25' } as never)).toMatchObject({
    refusal: { code: 'TRAINING_IN_FUTURE' },
  });
});
