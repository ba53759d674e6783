import type { Ask, Loose } from '@hall/testing';
import { byCase } from '../support/case-acts';
import { kindsOf, mutate, useCases } from '../support/hall';

const hall = useCases();

test('a blank name is no name; names are kept without the spaces around them', async () => {
  const { submit, lead } = await hall.aHall('blank');
  const named = (name: string): Promise<Loose> => submit({ applicant: { name, idNumber: '330282199001011231' } });
  await expect(named(' 　')).rejects.toThrow('applicant.name: 至少 1 字');
  const { id } = await named(' 李 四 ');
  const purpose = { caseId: id, purpose: '核对姓名' } as const;
  const shown = await mutate(lead, 'revealApplicant', purpose, '... on RevealedApplicant { name }');
  expect(shown).toEqual({ name: '李 四' });
});

test('an organisation applies with its unified social credit code, checked to the last character and masked', async () => {
  const { submit, lead } = await hall.aHall('organisation');
  const apply = (idNumber: string): Promise<Loose> =>
    submit({ applicant: { kind: 'ORGANISATION', name: '某某有限公司', idNumber } });
  expect(await apply('91350100M000100Y44')).toMatchObject({
    code: 'CREDIT_CODE_INVALID',
    message: expect.stringContaining('校验码'),
  });
  expect(await submit({ applicant: { name: '张三', idNumber: '91350100M000100Y43' } })).toMatchObject({
    code: 'IDENTITY_NUMBER_INVALID',
  });
  const { id } = await apply('91350100m000100y43');
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { applicant { kind name idNumber } } }`, { id });
  const shown = data!['case'].applicant;
  expect(shown).toMatchObject({ kind: 'ORGANISATION', name: '某某有限公司' });
  expect(shown.idNumber).toContain('*');
  expect(shown.idNumber).not.toContain('100Y43');
});

test('the applicant takes the application back by their own account, and nobody else’s', async () => {
  const { submit } = await hall.aHall('withdrawn');
  const { id } = await submit({ applicant: { name: '张三', idNumber: '330282199001011231', account: 'zhangsan' } });
  const as = (account: string): Ask => hall.service.as({ account, roles: ['APPLICANT'] });
  const reason = '不办了';
  expect(await byCase(as('lisi'), 'withdrawCase', id, { reason })).toMatchObject({ code: 'CASE_NOT_FOUND' });
  const withdrawn = await byCase(as('zhangsan'), 'withdrawCase', id, { reason });
  expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', commitment: { state: 'CANCELLED' } });
  expect(kindsOf(withdrawn)).toEqual(['ACCEPTED', 'WITHDRAWN_BY_APPLICANT']);
});

test('an applicant’s data is shown in full only to who answers for the case, after purpose and person were recorded', async () => {
  const { submit, lead, deputy, leadId } = await hall.aHall('revealed');
  const { id } = await submit();
  const fields = '... on RevealedApplicant { name idNumber phone }';
  const reveal = (ask: Ask) => mutate(ask, 'revealApplicant', { caseId: id, purpose: '电话核实' }, fields);
  expect(await reveal(deputy)).toMatchObject({ code: 'NOT_ON_DUTY' });
  expect(await reveal(lead)).toEqual({ name: '张三', idNumber: '330282199001011231', phone: '13812341234' });
  const rows = await hall.sql('select by_id, purpose from applicant_reveals where hall_code = $1', ['revealed']);
  expect(rows).toEqual([{ by_id: leadId.slice('revealed.'.length), purpose: '电话核实' }]);
});

test('an applicant sees the own case and no other; to everybody else it is absent', async () => {
  const { submit } = await hall.aHall('own');
  const person = { name: '张三', idNumber: '330282199001011231', phone: '13812341234', account: 'zhangsan' };
  const { id, number } = await submit({ applicant: person });
  const seen = async (ask: Ask) => (await ask(`query ($id: ID!) { case(id: $id) { number } }`, { id })).data!['case'];
  expect(await seen(hall.asActor({ account: 'zhangsan', hallCode: 'own', roles: ['APPLICANT'] }))).toEqual({ number });
  expect(await seen(hall.asActor({ account: 'lisi', hallCode: 'own', roles: ['APPLICANT'] }))).toBeNull();
  expect(await seen(hall.officer('lead', 'slip'))).toBeNull();
  for (const role of ['ANALYST', 'PARTNER'] as const) {
    expect(await seen(hall.asActor({ account: 'outsider', hallCode: 'own', roles: [role] }))).toBeNull();
  }
});
