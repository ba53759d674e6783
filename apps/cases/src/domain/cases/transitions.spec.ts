import { acceptedCase, at, now } from '../../../test/support/case-fixtures';
import { caseStatuses, openStatuses } from './case';
import { caseTransitions, mayBecome } from './transitions';

describe('the table of states', () => {
  test('S3.4b from an accepted state no way leads back before acceptance', () => {
    const reached = new Set(caseTransitions.ACCEPTED);
    for (const status of reached) caseTransitions[status].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual(['COMPLETED', 'DECIDED', 'IN_PROGRESS', 'WITHDRAWN']);
  });

  test('S1.1c a state is over exactly when no way leads out of it', () => {
    const open = caseStatuses.filter((status) => caseTransitions[status].length > 0);
    expect(open).toEqual(openStatuses);
  });

  test('S3.4b the instant of acceptance never changes', () => {
    expect(mayBecome(acceptedCase, { ...acceptedCase, status: 'DECIDED' })).toBe(true);
    expect(mayBecome(acceptedCase, { ...acceptedCase, acceptedAt: null })).toBe(false);
    expect(mayBecome(acceptedCase, { ...acceptedCase, acceptedAt: at('2026-11-25T10:00:00') })).toBe(false);
    expect(mayBecome({ status: 'RECEIVED', acceptedAt: null }, { status: 'ACCEPTED', acceptedAt: now })).toBe(true);
    expect(
      mayBecome({ status: 'AWAITING_CORRECTION', acceptedAt: null }, { status: 'RECEIVED', acceptedAt: null }),
    ).toBe(false);
  });
});
