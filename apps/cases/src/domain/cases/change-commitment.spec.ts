import type { CommitmentStatus } from '@hall/kernel';
import { acceptedCase, by, lead } from '../../../test/support/case-fixtures';
import { applyDeferral, applyExtension, applyPause } from './change-commitment';
import type { ExtensionFacts } from './change-commitment';

const workdays = (amount: number) => ({ amount, unit: 'WORKING_DAY' as const });
const running = { state: 'RUNNING' } as CommitmentStatus;
const breached = { state: 'BREACHED' } as CommitmentStatus;
const facts: ExtensionFacts = {
  workingDays: 3,
  status: running,
  extendedBefore: false,
  promised: workdays(5),
  statutory: null,
  legalExtension: null,
  by,
};

describe('the clock of a case', () => {
  test('A-30 waiting for materials comes of a notice, not of a hand', () => {
    expect(applyPause(acceptedCase, lead, { ground: 'AWAITING_CORRECTION', status: running })).toMatchObject({
      refusal: { code: 'PAUSE_NEEDS_NOTICE' },
    });
  });

  test('A-30 a pause never hides a breach that already happened', () => {
    expect(applyPause(acceptedCase, lead, { ground: 'HEARING', status: breached })).toMatchObject({
      refusal: { code: 'COMMITMENT_BREACHED', clause: 'S3.5' },
    });
  });

  test.each<[string, Partial<ExtensionFacts>, string | undefined]>([
    ['S3.5 within the promise again where no law sets a limit', { workingDays: 5 }, undefined],
    ['S3.5 not beyond twice the promise', { workingDays: 6 }, 'EXTENSION_TOO_LONG'],
    [
      'S3.5 up to the statutory limit and its lawful extension',
      { workingDays: 25, statutory: workdays(20), legalExtension: workdays(10) },
      undefined,
    ],
    [
      'S3.5 not beyond the law',
      { workingDays: 26, statutory: workdays(20), legalExtension: workdays(10) },
      'EXTENSION_TOO_LONG',
    ],
    [
      'S3.5 A-08 not beyond a law that counts calendar days',
      { workingDays: 20, promised: workdays(30), statutory: { amount: 60, unit: 'CALENDAR_DAY' } },
      'EXTENSION_TOO_LONG',
    ],
    ['S3.5 never after the promise was broken', { status: breached }, 'COMMITMENT_BREACHED'],
    ['S3.5 once only', { extendedBefore: true }, 'EXTENDED_BEFORE'],
    ['S3.5 in working days only', { promised: { amount: 60, unit: 'CALENDAR_DAY' } }, 'EXTENSION_UNIT'],
  ])('%s', (_title, change, code) => {
    const outcome = applyExtension(acceptedCase, lead, { ...facts, ...change });
    expect(outcome.kind === 'REFUSED' ? outcome.refusal.code : undefined).toBe(code);
  });

  test('S3.4a an on-the-spot case that is deferred becomes a promised one', () => {
    expect(applyDeferral({ ...acceptedCase, handlingType: 'INSTANT' }, lead, false)).toMatchObject({
      value: { handlingType: 'PROMISED' },
    });
  });

  test('S3.4a A-07 A-30 after its day it is late, and no other promise takes the place of the broken one', () => {
    expect(applyDeferral({ ...acceptedCase, handlingType: 'INSTANT' }, lead, true)).toMatchObject({
      refusal: { code: 'COMMITMENT_BREACHED' },
    });
  });
});
