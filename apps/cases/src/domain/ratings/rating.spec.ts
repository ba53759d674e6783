import { at, now } from '../../../test/support/case-fixtures';
import { caseStatuses } from '../cases/case';
import { applyRatingAnswer, needsAnswer, openRating } from './rating';
import type { Rating } from './rating';

const facts = {
  hallCode: 'demo',
  id: 'r',
  subject: 'CASE',
  subjectId: 'c',
  windowId: 'w',
  staffId: 'A',
  level: 2,
  remark: '等了很久',
} as const;
const rating: Rating = { ...facts, ratedAt: now, finding: null, measures: null, answeredById: null, answeredAt: null };
const answer = { officerId: 'H', finding: 'CONFIRMED', measures: '增开窗口', now: at('2026-11-25T09:00:00') } as const;

test('S3.1a a case is rated when its outcome is known, whatever that is', () => {
  const ratable = caseStatuses.filter((status) => openRating({ facts, status, raterId: null, now }).kind === 'DONE');
  expect(ratable).toEqual(['DECIDED', 'COMPLETED', 'NOT_ACCEPTED', 'WITHDRAWN', 'RETURNED']);
});

test('S2.2a a reception is rated at once; silence is no rating, and nobody rates their own service', () => {
  const reception = { ...facts, subject: 'CONTACT' as const };
  expect(openRating({ facts: reception, status: null, raterId: null, now })).toMatchObject({
    value: { ratedAt: now, answeredAt: null },
  });
  expect(openRating({ facts: reception, status: null, raterId: 'A', now })).toMatchObject({
    refusal: { code: 'RATE_OWN_SERVICE', clause: 'S2.2a' },
  });
});

test('S2.2a only bad ratings are looked into, once, and never by the one they are about', () => {
  expect([1, 2, 3, 4, 5].filter((level) => needsAnswer({ level }))).toEqual([1, 2]);
  const answered = applyRatingAnswer(rating, answer);
  expect(answered).toMatchObject({ value: { finding: 'CONFIRMED', answeredById: 'H', answeredAt: answer.now } });
  const codeOf = (of: Rating, by = answer.officerId as string) => {
    const outcome = applyRatingAnswer(of, { ...answer, officerId: by });
    return outcome.kind === 'REFUSED' ? outcome.refusal.code : undefined;
  };
  expect(codeOf({ ...rating, level: 3 })).toBe('RATING_NEEDS_NO_ANSWER');
  expect(codeOf({ ...rating, answeredAt: now })).toBe('RATING_ANSWERED');
  expect(codeOf(rating, 'A')).toBe('ANSWER_OWN_RATING');
});
