import { plainDate } from '@hall/kernel';
import type { PauseGround } from '@hall/kernel';
import { now } from '../../../test/support/case-fixtures';
import { refuseStandstill } from './standstill';

const request = (ground: PauseGround, evidence: string, body: string | null, expectedEnd = '2026-12-08') => ({
  ground,
  evidence,
  body,
  expectedEnd: plainDate(expectedEnd),
});

describe('a clock that is stopped', () => {
  test.each([
    request('HEARING', '听证通知书〔2026〕12号', null),
    request('INSPECTION', '检验检测委托书第3号', '市产品质量检验研究院'),
    request('APPRAISAL', '劳动能力鉴定委托书2026-0031', '市劳动能力鉴定委员会'),
    request('EXPERT_REVIEW', '专家评审通知第七号', '市科技局'),
    request('HIGHER_LEVEL_REPLY', '关于参保年限的请示（2026）5号', '省人力资源和社会保障厅'),
  ])('A-30 $ground: $evidence is a paper of its ground, and says whom it depends on', (said) => {
    expect(refuseStandstill(said, now, 90)).toBeUndefined();
  });

  test.each([
    ['one character', request('HEARING', '1', null)],
    ['a paper without a number', request('HEARING', '听证通知书', null)],
    ['a paper of another ground', request('HEARING', '鉴定委托书第3号', null)],
    ['nobody who appraises', request('APPRAISAL', '鉴定委托书第3号', null)],
    ['somebody who is nobody', request('APPRAISAL', '鉴定委托书第3号', '不详')],
    ['one letter for a body', request('HIGHER_LEVEL_REPLY', '请示第3号', '厅')],
  ])('A-30 it is not stopped on %s', (_title, said) => {
    expect(refuseStandstill(said, now, 90)).toMatchObject({ refusal: { code: 'PAUSE_EVIDENCE', clause: 'A-30' } });
  });

  test.each(['2026-11-24', '2026-11-01', '2027-02-23', '2999-01-01'])('A-30 nor without an end: %s', (end) => {
    const said = request('HEARING', '听证通知书第1号', null, end);
    expect(refuseStandstill(said, now, 90)).toMatchObject({ refusal: { code: 'PAUSE_END', clause: 'A-30' } });
  });
});
