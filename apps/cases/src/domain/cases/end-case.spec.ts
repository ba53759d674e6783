import { acceptedCase, lead } from '../../../test/support/case-fixtures';
import { applyDecline, applyReturn } from './end-case';
import type { NonAcceptance } from './end-case';

const waiting = { ...acceptedCase, status: 'AWAITING_CORRECTION' } as const;
const because = (reason: NonAcceptance['reason'], change: Partial<NonAcceptance> = {}): NonAcceptance => ({
  reason,
  explanation: '说明',
  referToWindowId: null,
  referToBody: null,
  ...change,
});

describe('not accepting an application', () => {
  test.each([
    '不知道找谁，826-1234567',
    '不清楚，一楼大厅',
    'Unknown, 826-1234567',
    '某局，人民路1号',
    '税务局',
    '826-1234567',
  ])('S4.4b “I do not know” is no place to send anybody to, in whatever words: %s', (referToBody) => {
    expect(applyDecline(waiting, lead, because('NOT_IN_HALL', { referToBody }), true)).toMatchObject({
      refusal: { code: 'OUTSIDE_BODY_REQUIRED' },
    });
  });

  test('S4.4b S4.4c who is sent on is sent to somebody: another window, or a body that can be reached', () => {
    const ways = [
      because('NOT_THIS_DEPARTMENT', { referToWindowId: 'another' }),
      because('NOT_IN_HALL', { referToBody: '区税务局，826-1234567' }),
      because('NOT_REQUIRED_BY_LAW'),
    ];
    for (const way of ways)
      expect(applyDecline(waiting, lead, way, false)).toMatchObject({ value: { status: 'NOT_ACCEPTED' } });
  });

  test.each([
    ['S4.4c another department’s matter needs the right window', because('NOT_THIS_DEPARTMENT'), 'REFERRAL_REQUIRED'],
    [
      'S4.4c the own window is not the right one',
      because('NOT_THIS_DEPARTMENT', { referToWindowId: 'w' }),
      'REFERRAL_REQUIRED',
    ],
    ['A-16 a matter of another body needs that body', because('NOT_IN_HALL'), 'OUTSIDE_BODY_REQUIRED'],
    ['A-16 “unknown” is no body', because('NOT_IN_HALL', { referToBody: ' 不详 ' }), 'OUTSIDE_BODY_REQUIRED'],
  ])('%s', (_title, refusal, code) => {
    expect(applyDecline(waiting, lead, refusal, true)).toMatchObject({ refusal: { code, clause: 'S4.4c' } });
  });

  test('S4.1b nothing is declined as incomplete that no notice has named', () => {
    const incomplete = because('INCOMPLETE_AFTER_NOTICE');
    expect(applyDecline(waiting, lead, incomplete, false)).toMatchObject({ refusal: { code: 'NO_NOTICE_BEFORE' } });
    expect(applyDecline(waiting, lead, incomplete, true)).toMatchObject({ value: { status: 'NOT_ACCEPTED' } });
  });

  test('S4.3c what was not completed in time is returned', () => {
    expect(applyReturn(waiting)).toMatchObject({ status: 'RETURNED', pausedOn: null, version: 5 });
  });
});
