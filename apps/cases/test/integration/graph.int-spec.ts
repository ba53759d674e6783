import type { Ask } from '@hall/testing';
import { applicant, mutate, nodesOf, useCases, wholeItem } from '../support/hall';

const hall = useCases();

test('materials and what is wrong with them have names, of the version under which the case was accepted', async () => {
  const { submit, lead, departmentId } = await hall.aHall('named');
  const { id } = await submit({ materials: ['ID'] });
  const materials = [{ code: 'ID', name: '新名称', basis: '条例', sampleUrl: 'https://hall.example/id' }];
  const revision = { ...wholeItem, departmentId, code: 'I-1', name: '失业登记', materials };
  const revised = await mutate(
    hall.office('named'),
    'reviseServiceItem',
    { input: revision },
    '... on ServiceItem { current { number materials { name } } }',
  );
  expect(revised).toEqual({ current: { number: 2, materials: [{ name: '新名称' }] } });
  const { data } = await lead(
    `query ($id: ID!) { case(id: $id) { materials { code name } defects { materialCode materialName } } }`,
    { id },
  );
  expect(data!['case']).toEqual({
    materials: [{ code: 'ID', name: '身份证' }],
    defects: [{ materialCode: 'FORM', materialName: '申请表' }],
  });
});

test('what is left of a promise is data, the record and the derivation are closed lists', async () => {
  const { submit, lead } = await hall.aHall('data');
  const { id, number } = await submit();
  const fields = `remainingTime { amount unit } explanation { steps { kind } }`;
  const { data } = await lead(
    `query ($number: String!) { case(number: $number) { id timeline { kind } commitment { ${fields} } } }`,
    { number },
  );
  expect(data!['case']).toMatchObject({
    id,
    timeline: [{ kind: 'ACCEPTED' }],
    commitment: { remainingTime: { amount: 5, unit: 'WORKING_DAY' } },
  });
  expect(data!['case'].commitment.explanation.steps.at(-1)).toEqual({ kind: 'DUE' });
});

test('a refusal says its code as one of a closed list too', async () => {
  const { submit, deputy } = await hall.aHall('coded');
  const { id } = await submit();
  const decision = { caseId: id, approved: true, grounds: 'g' } as const;
  const refused = await mutate(deputy, 'decideCase', decision, '... on CaseRefusal { reasonCode }');
  expect(refused).toMatchObject({ code: 'NOT_ON_DUTY', reasonCode: 'NOT_ON_DUTY' });
});

test('applicants find their case by its number, whatever hall it is in; others do not', async () => {
  const { submit } = await hall.aHall('byNumber');
  const { number, id } = await submit({ applicant: { ...applicant, account: 'zhangsan' } });
  const find = async (account: string) => {
    const { data } = await hall.service.as({ account, roles: ['APPLICANT'] })(
      'query ($number: String!) { case(number: $number) { id } }',
      { number },
    );
    return data!['case'];
  };
  expect(await find('zhangsan')).toEqual({ id });
  expect(await find('lisi')).toBeNull();
});

test('applicants see their cases of every hall in one list, or those of one hall; a case has one name', async () => {
  const halls = ['first', 'second'];
  const numbers: string[] = [];
  for (const code of halls) {
    const { submit } = await hall.aHall(code);
    numbers.unshift((await submit({ applicant: { ...applicant, account: 'of-two-halls' } }))['number']);
  }
  const ask = hall.service.as({ account: 'of-two-halls', roles: ['APPLICANT'] });
  const mine = async (args = '') =>
    nodesOf(await ask(`{ myCases${args} { edges { node { number } } } }`), 'myCases').map(({ number }) => number);
  expect((await mine()).sort()).toEqual([...numbers].sort());
  expect(await mine('(hallCode: "second")')).toEqual([numbers[0]]);
  expect(await mine('(hallCode: "third")')).toEqual([]);
  for (const args of ['', `(id: "first.x", number: "${numbers[0]}")`]) {
    const { errors } = await ask(`{ case${args} { id } }`);
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
});

test('a major matter shows the contact that it is about', async () => {
  const { lead, windowId } = await hall.aHall('matter');
  const input = { channel: 'WINDOW', subject: '参保', windowId };
  const contact = await mutate(lead, 'recordContact', { input }, '... on Contact { id }');
  const matter = { kind: 'GROUP_DEMAND', facts: '六人同一诉求', contactId: contact['id'] };
  const fields = '... on MajorMatter { contact { id } case { id } }';
  expect(await mutate(lead, 'reportMajorMatter', { input: matter }, fields)).toEqual({
    contact: { id: contact['id'] },
    case: null,
  });
});

test('cases are found by several states, department, day of receipt, taking part, and the number of the applicant', async () => {
  const base = await hall.aHall('found');
  const { submit, lead, departmentId, windowId } = base;
  const joint = await hall.publish(base, {
    code: 'J-1',
    handlingType: 'JOINT',
    participants: [{ departmentId, stage: 1, limit: { amount: 2, unit: 'WORKING_DAY' } }],
  });
  const first = await submit();
  const other = { name: '李四', idNumber: '11010519491231002X' };
  const second = await submit({ itemId: joint, applicant: { ...other, idNumber: '11010519491231002x' } });
  await hall.setClock('2026-11-24T09:00:00+08:00');
  const third = await submit({ materials: ['ID'] });
  await hall.setClock('2026-11-23T09:00:00+08:00');
  const find = async (filter: Record<string, unknown>) => {
    const { data, errors } = await lead(
      'query ($filter: CaseFilter) { cases(filter: $filter) { edges { node { number } } } }',
      { filter },
    );
    expect(errors).toBeUndefined();
    return data!['cases'].edges.map(({ node }: { node: { number: string } }) => node.number);
  };
  const numbers = [third, second, first].map(({ number }) => number as string);
  expect(await find({ status: ['ACCEPTED', 'AWAITING_CORRECTION'] })).toEqual(numbers);
  expect(await find({ status: ['AWAITING_CORRECTION'] })).toEqual([third['number']]);
  expect(await find({ departmentId, windowId })).toEqual(numbers);
  expect(await find({ departmentId: windowId })).toEqual([]);
  expect(await find({ participantId: departmentId })).toEqual([second['number']]);
  expect(await find({ receivedFrom: '2026-11-24', receivedTo: '2026-11-24' })).toEqual([third['number']]);
  expect(await find({ receivedTo: '2026-11-23' })).toEqual([second['number'], first['number']]);
  expect(await find({ applicantIdNumber: '11010519491231002x' })).toEqual([second['number']]);
});

test('a queue, messages, orders and acts of discretion are read page by page, with nothing left out or twice', async () => {
  const { submit, lead, deputy, deputyId, windowId } = await hall.aHall('pages');
  const twice = async (made: (n: number) => Promise<unknown>) => {
    for (const n of [1, 2, 3]) await made(n);
  };
  await twice(() => mutate(lead, 'takeTicket', { input: { windowId } }, '... on QueueTicket { id }'));
  await twice((n) =>
    mutate(
      lead,
      'takeMessage',
      { input: { forStaffId: deputyId, from: '王五', text: `${n}` } },
      '... on Message { id }',
    ),
  );
  await twice(async () =>
    mutate(hall.head('pages'), 'extendCommitment', {
      caseId: (await submit())['id'],
      workingDays: 1,
      reason: '案情复杂',
    }),
  );
  const walk = async (ask: Ask, list: string, args: string, fields: string): Promise<string[]> => {
    const found: string[] = [];
    for (let after = ''; ;) {
      const { data, errors } = await ask(
        `{ ${list}(first: 1 ${args} ${after}) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      found.push(...data![list].edges.map(({ node }: { node: object }) => JSON.stringify(node)));
      if (!data![list].pageInfo.hasNextPage) return found;
      after = `after: "${data![list].pageInfo.endCursor}"`;
    }
  };
  expect(await walk(lead, 'queue', `windowId: "${windowId}"`, 'number')).toEqual(
    [1, 2, 3].map((number) => JSON.stringify({ number })),
  );
  expect(new Set(await walk(deputy, 'myMessages', '', 'text')).size).toBe(3);
  expect(
    new Set(await walk(hall.office('pages'), 'discretionaryActs', 'month: "2026-11"', 'case { number }')).size,
  ).toBe(3);
});
