import { offersHold } from '@hall/testing';
import type { Ask, Loose, TriedAct } from '@hall/testing';
import type { conductActs } from '../../src/domain/conduct/offered-actions';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
afterEach(() => staffing.service.setClock('2026-11-23T08:15:00+08:00'));

test('S4.5b: what a record of conduct offers to somebody is accepted from them, what it does not is refused', async () => {
  const { lead, deputy, head, leader, leader2, office, leadId, headId, person } = await aHall('offers');
  const department = await staffing.register('Department', { hallCode: 'offers', code: 'D2', name: '医保局' });
  await person('stranger', '外科', ['SECTION_HEAD'], department);
  const callers: Record<string, () => Ask> = {
    lead: () => lead,
    deputy: () => deputy,
    head: () => head,
    headAsOfficer: () => staffing.officer('head', 'offers'),
    otherHead: () => staffing.as('stranger', 'offers', 'SECTION_HEAD'),
    leader: () => leader,
    leader2: () => leader2,
    office: () => office,
    nobody: () => staffing.as('nobody', 'offers', 'CENTRE_LEADER'),
    visitor: () => staffing.service.as({}),
  };
  const call = async (ask: Ask, name: string, input: Loose): Promise<Loose> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const answer = '{ ... on ConductRecord { id } ... on UserError { code } }';
    const { data, errors } = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) ${answer} }`, { input });
    if (errors) throw new Error(JSON.stringify(errors));
    return data![name] as Loose;
  };
  const acts: Record<keyof typeof conductActs, TriedAct> = {
    respondToConduct: (ask, conductRecordId) =>
      call(ask, 'respondToConduct', { conductRecordId, statement: '在接电话' }),
    decideConduct: (ask, conductRecordId) =>
      call(ask, 'decideConduct', { conductRecordId, upheld: true, reason: '监控核实' }),
    appealConduct: (ask, conductRecordId) => call(ask, 'appealConduct', { conductRecordId, grounds: '时间有误' }),
  };
  const come =
    (staffId: string, ...way: [keyof typeof conductActs, Ask][]) =>
    async (): Promise<string> => {
      const seen = { staffId, clause: 'S1.5d', facts: '闲聊' };
      const { id } = (await call(leader, 'recordConduct', seen)) as { id: string };
      for (const [name, ask] of way) expect(await acts[name](ask, id)).toEqual({ id });
      return id;
    };
  const decided: [keyof typeof conductActs, Ask][] = [
    ['respondToConduct', lead],
    ['decideConduct', head],
  ];
  const fields = 'id allowedActions allowedActionNames';
  const read = async (ask: Ask, id: string): Promise<Loose | undefined> => {
    const own = `query ($id: ID!) { staff(id: $id) { conduct(month: "2026-11") { ${fields} } } }`;
    const found = await Promise.all([leadId, headId].map((one) => ask(own, { id: one })));
    const listed: Loose[] = found.flatMap(({ data }) => data?.['staff']?.conduct ?? []);
    return listed.find((each) => each['id'] === id);
  };
  const offered = await offersHold(callers, {
    acts,
    states: {
      recorded: come(leadId),
      heard: come(leadId, ['respondToConduct', lead]),
      'of the head, heard': come(headId, ['respondToConduct', head]),
      decided: come(leadId, ...decided),
      appealed: come(leadId, ...decided, ['appealConduct', lead]),
      upheld: come(leadId, ...decided, ['appealConduct', lead], ['decideConduct', leader]),
    },
    read,
  });
  const all = (state: string, ...who: readonly string[]) =>
    Object.fromEntries(who.map((one) => [`${state}: ${one}`, ['decideConduct']]));
  expect(offered).toEqual({
    'recorded: lead': ['respondToConduct'],
    ...all('heard', 'head', 'leader', 'leader2', 'office'),
    ...all('of the head, heard', 'leader', 'leader2', 'office'),
    'decided: lead': ['appealConduct'],
    ...all('appealed', 'leader', 'leader2', 'office'),
  });
  // Whoever is silent is decided about without their words once they had their time.
  const silent = await come(leadId)();
  await staffing.service.setClock('2026-11-27T08:15:00+08:00');
  expect((await read(head, silent))!['allowedActions']).toEqual(['decideConduct']);
  expect(await acts.decideConduct(head, silent)).toEqual({ id: silent });
});
