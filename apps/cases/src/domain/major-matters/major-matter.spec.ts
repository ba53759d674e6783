import { at, now } from '../../../test/support/case-fixtures';
import { applyMatterAnswer, majorMatterKinds, openMatter } from './major-matter';

const facts = {
  hallCode: 'demo',
  id: 'm',
  kind: 'GROUP_DEMAND',
  facts: '六人同一诉求',
  caseId: null,
  contactId: null,
  occurredAt: at('2026-11-24T09:00:00'),
} as const;

describe('major matters', () => {
  test('A-02 there are seven kinds', () => expect(majorMatterKinds).toHaveLength(7));

  test('S1.2h reported the same day is in time; later is taken too, and said to be late', () => {
    expect(openMatter(facts, 'A', now)).toMatchObject({ value: { reportedInTime: true } });
    const yesterday = { ...facts, occurredAt: at('2026-11-23T16:00:00') };
    expect(openMatter(yesterday, 'A', now)).toMatchObject({ value: { reportedInTime: false } });
    const tomorrow = { ...facts, occurredAt: at('2026-11-25T09:00:00') };
    expect(openMatter(tomorrow, 'A', now)).toMatchObject({ refusal: { code: 'OCCURRED_IN_FUTURE' } });
  });

  test('S1.2h a superior answers once, and nobody answers their own', () => {
    const reported = openMatter(facts, 'A', now);
    if (reported.kind === 'REFUSED') throw new Error(reported.refusal.code);
    expect(applyMatterAnswer(reported.value, { officerId: 'A', answer: 'x', now })).toMatchObject({
      refusal: { code: 'ANSWER_OWN_MATTER' },
    });
    const answered = applyMatterAnswer(reported.value, { officerId: 'L', answer: '按预案处理', now });
    expect(answered).toMatchObject({ value: { answeredById: 'L', answeredAt: now } });
    if (answered.kind === 'DONE') {
      expect(applyMatterAnswer(answered.value, { officerId: 'L', answer: 'x', now })).toMatchObject({
        refusal: { code: 'MATTER_ANSWERED' },
      });
    }
  });
});
