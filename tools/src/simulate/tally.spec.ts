import { coverageOf } from './report';
import { Tally } from './tally';

const attempt = (name: string, said: unknown, refused?: string) => ({ who: 'a', name, said, refused });

test('two runs that tried the same have one mark, whatever the ids of their things', () => {
  const [one, other, different] = [new Tally(), new Tally(), new Tally()];
  one.note(attempt('decideCase', { caseId: 'town.11111111-1111-4111-8111-111111111111', approved: true }));
  other.note(attempt('decideCase', { caseId: 'town.22222222-2222-4222-8222-222222222222', approved: true }));
  different.note(attempt('decideCase', { caseId: 'town.11111111-1111-4111-8111-111111111111', approved: false }));
  expect(one.mark).toBe(other.mark);
  expect(one.mark).not.toBe(different.mark);
});

test('coverage names what nobody did, and what was never refused', () => {
  const tally = new Tally();
  tally.note(attempt('checkIn', {}));
  tally.note(attempt('checkOut', {}, 'NOT_CHECKED_IN'));
  expect(coverageOf(['checkIn', 'checkOut', 'callNext'], tally)).toEqual({
    played: 1,
    of: 3,
    neverDone: ['checkOut', 'callNext'],
    neverRefused: ['checkIn', 'callNext'],
  });
});
