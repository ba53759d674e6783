import { acceptedCase } from '../../../test/support/case-fixtures';
import { caseStatuses } from './case';
import type { OpenDefect } from './check-materials';
import { permitSecondNotice, secondNoticeGrounds } from './notices';
import type { SecondNotice } from './notices';

const waiting = {
  ...acceptedCase,
  status: 'AWAITING_CORRECTION',
  pausedOn: 'AWAITING_CORRECTION',
  acceptedAt: null,
} as const;
const defect = { materialCode: 'FORM', kind: 'WRONG_CONTENT', explanation: '签名不符' } as const;
const found: OpenDefect = { ...defect, sequence: 1, newlySupplied: true, noticeNumber: null, pausing: true };
const notice = (ground: SecondNotice['ground'], change: Partial<SecondNotice> = {}): SecondNotice => ({
  ground,
  basis: '《失业保险条例》第三条',
  defects: [defect],
  ...change,
});
const facts = { open: [found], noticesBefore: 1, byHead: false };

describe('a second notice', () => {
  test('A-14 (i) is possible for what was supplied only now, and stops the clock', () => {
    expect(permitSecondNotice(waiting, notice('NEWLY_SUPPLIED'), facts)).toEqual({
      kind: 'DONE',
      value: { pausing: true, isBreach: false },
    });
  });

  test('S4.1b is impossible for what was there to be seen the first time', () => {
    const seen = { ...facts, open: [{ ...found, newlySupplied: false }] };
    expect(permitSecondNotice(waiting, notice('NEWLY_SUPPLIED'), seen)).toMatchObject({
      refusal: { code: 'SECOND_NOTICE', clause: 'S4.1b' },
    });
    expect(permitSecondNotice(waiting, notice('NEWLY_SUPPLIED'), { ...facts, noticesBefore: 0 })).toMatchObject({
      refusal: { code: 'SECOND_NOTICE' },
    });
  });

  test('A-14 (ii) is possible for changed law, with its basis', () => {
    expect(permitSecondNotice(waiting, notice('CHANGED_LAW'), { ...facts, open: [] })).toMatchObject({ kind: 'DONE' });
    expect(permitSecondNotice(waiting, notice('CHANGED_LAW', { basis: ' ' }), facts)).toMatchObject({
      kind: 'REFUSED',
    });
  });

  test.each([
    ['《失业保险条例》第十二条', true],
    ['人社部发〔2026〕12号', true],
    ['浙人社发(2026) 3 号文', true],
    ['《失业保险条例》', false],
    ['新规定第三条', false],
    ['领导要求', false],
  ])('A-14 (ii) a basis is cited, so that somebody else can look it up: %s: %s', (basis, isCited) => {
    const outcome = permitSecondNotice(waiting, notice('CHANGED_LAW', { basis }), facts);
    expect(outcome).toMatchObject(isCited ? { kind: 'DONE' } : { refusal: { code: 'BASIS_NOT_CITABLE' } });
  });

  test('A-14 after acceptance it needs the head, whatever the ground, and stops no clock', () => {
    for (const ground of ['NEWLY_SUPPLIED', 'CHANGED_LAW'] as const) {
      expect(permitSecondNotice(acceptedCase, notice(ground), facts)).toMatchObject({
        refusal: { code: 'DEMAND_NEEDS_HEAD' },
      });
      expect(permitSecondNotice(acceptedCase, notice(ground), { ...facts, byHead: true })).toEqual({
        kind: 'DONE',
        value: { pausing: false, isBreach: false },
      });
    }
  });

  test('A-14 for an omission it needs the head, is a breach, and does not stop the clock', () => {
    expect(permitSecondNotice(waiting, notice('OMISSION'), facts)).toMatchObject({
      refusal: { code: 'SECOND_NOTICE_NEEDS_HEAD' },
    });
    expect(permitSecondNotice(waiting, notice('OMISSION'), { ...facts, byHead: true })).toEqual({
      kind: 'DONE',
      value: { pausing: false, isBreach: true },
    });
  });

  test.each(secondNoticeGrounds)(
    'S4.2c an error to correct on the spot is on no notice, whatever the ground: %s',
    (ground) => {
      const onSpot = notice(ground, { defects: [{ ...defect, kind: 'ON_SPOT' }] });
      expect(permitSecondNotice(waiting, onSpot, { ...facts, byHead: true })).toMatchObject({
        refusal: { code: 'ON_SPOT_NOT_ON_NOTICE', clause: 'S4.2c' },
      });
    },
  );

  test.each(caseStatuses.filter((status) => !['AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS'].includes(status)))(
    'S4.1b is never possible in state %s',
    (status) => {
      for (const ground of secondNoticeGrounds) {
        const outcome = permitSecondNotice({ ...waiting, status }, notice(ground), { ...facts, byHead: true });
        expect(outcome).toMatchObject({ refusal: { code: 'CASE_ACTION_NOT_POSSIBLE' } });
      }
    },
  );
});
