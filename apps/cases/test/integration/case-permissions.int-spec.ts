import type { Ask, Loose } from '@hall/testing';
import { caseActs, caseStatuses } from '../../src/domain/cases/case';
import type { CaseActionName } from '../../src/domain/cases/case';
import { mutate, plausible, useCases } from '../support/hall';

/*
 * Every mutation of a case, in every state, as every actor, one by one: what the case does not offer to them is refused, and
 * leaves no trace; what it offers succeeds.
 */

const hall = useCases();
const caseActionNames = Object.keys(caseActs) as CaseActionName[];
const hallCode = 'every';

/** Everybody who might try. */
const actors = {
  holder: () => hall.officer('lead', hallCode),
  deputyOffDuty: () => hall.officer('deputy', hallCode),
  neighbour: () => hall.officer('neighbour', hallCode),
  desk: () => hall.service.as({ account: 'desk', hallCode, roles: ['DESK_OFFICER'] }),
  head: () => hall.head(hallCode),
  leader: () => hall.leader(hallCode),
  office: () => hall.office(hallCode),
  holderElsewhere: () => hall.officer('lead', 'elsewhere'),
  administrator: () => hall.service.as({ account: 'admin', hallCode, roles: ['ADMIN'] }),
  analyst: () => hall.service.as({ account: 'analyst', hallCode, roles: ['ANALYST'] }),
  partner: () => hall.service.as({ account: 'partner', hallCode, roles: ['PARTNER'] }),
  applicant: () => hall.service.as({ account: 'zhangsan', roles: ['APPLICANT'] }),
  otherApplicant: () => hall.service.as({ account: 'lisi', roles: ['APPLICANT'] }),
  visitor: () => hall.service.as({}),
} satisfies Record<string, () => Ask>;
type Actor = keyof typeof actors;

/**
 * Who may do what at all, where that is not the holder of the post alone: who leads the department, who applied, or whoever
 * speaks for a department.
 */
const others: Readonly<Partial<Record<CaseActionName, readonly Actor[]>>> = {
  giveOpinion: ['holder', 'deputyOffDuty', 'desk', 'head', 'leader'],
  takeJointTask: ['holder', 'deputyOffDuty', 'desk', 'head', 'leader'],
  extendCommitment: ['head', 'leader'],
  substituteWindow: ['head', 'leader'],
  withdrawCase: ['holder', 'applicant'],
  chooseDelivery: ['holder', 'applicant'],
  // An omission is for a head to let pass.
  issueSecondNotice: ['holder', 'head', 'leader'],
};
const rights = (action: CaseActionName): readonly Actor[] => others[action] ?? ['holder'];

/** What each mutation is called with: nothing is wrong with it but the moment and the person. */
function argumentsOf(
  { id: caseId, participants, correctionNotices }: Loose,
  base: Loose,
  actor: Actor = 'holder',
): Record<CaseActionName, Record<string, unknown>> {
  const taskId = participants[0]?.id ?? caseId;
  const reason = '说明';
  const defect = { materialCode: 'ID', kind: 'NOT_LEGAL_FORM', explanation: '模糊' };
  const delivery = { caseId, windowId: base['windowId'], identityChecked: true, method: 'WINDOW' };
  const more: Partial<Record<CaseActionName, object>> = {
    checkMaterials: { input: { caseId, materials: ['ID', 'FORM'], findings: [] } },
    correctOnSpot: { input: { caseId, materialCode: 'ID', note: reason } },
    supplyCorrection: { input: { caseId, materials: ['FORM'], findings: [] } },
    issueSecondNotice: {
      input: {
        caseId,
        ground: actor === 'holder' ? 'CHANGED_LAW' : 'OMISSION',
        basis: '《失业保险条例》第三条',
        defects: [defect],
      },
    },
    deliverNotice: {
      input: { number: correctionNotices.at(-1)?.number ?? 'every-20261123-999999-B1', mode: 'PRINTED' },
    },
    declineCase: { input: { caseId, reason: 'NOT_REQUIRED_BY_LAW', explanation: reason } },
    giveOpinion: { input: { taskId, agreed: true, opinion: reason } },
    takeJointTask: { taskId },
    pauseCommitment: { input: { caseId, ground: 'HEARING', evidence: '听证通知书第1号', expectedEnd: '2026-12-31' } },
    substituteWindow: { input: { caseId, windowId: base['otherWindowId'], reason } },
    chooseDelivery: { input: { caseId, method: 'WINDOW' } },
    deliverResult: { input: delivery },
  };
  const all = caseActionNames.map((name) => [name, { ...plausible(name, caseId), ...more[name] }]);
  return Object.fromEntries(all) as Record<CaseActionName, Record<string, unknown>>;
}

/** How to come to a case in every state, and to one of every kind while it is handled. */
async function waysToACase(base: Loose): Promise<Readonly<Record<string, () => Promise<string>>>> {
  const holder = actors.holder();
  const applicant = { name: '张三', idNumber: '330282199001011231', account: 'zhangsan' };
  const submit = async (more: Loose = {}): Promise<string> => (await base['submit']({ applicant, ...more }))['id'];
  const then = async (name: CaseActionName, id: string, ask = holder): Promise<string> => {
    const done = await mutate(ask, name, argumentsOf(await hall.read(holder, id), base)[name]);
    if (!done['id']) throw new Error(`${name}: ${done['code']}`);
    return id;
  };
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const joint = await hall.publish(base as never, {
    code: 'J-1',
    handlingType: 'JOINT',
    participants: [{ departmentId: base['departmentId'], stage: 1, limit: days(2) }],
  });
  const instant = await hall.publish(base as never, { code: 'N-1', handlingType: 'INSTANT' });
  const inCalendarDays = await hall.publish(base as never, {
    code: 'C-1',
    promisedLimit: { amount: 9, unit: 'CALENDAR_DAY' },
  });
  const incomplete = { materials: ['ID'] };
  const onTheSpot = { materialCode: 'ID', kind: 'ON_SPOT', explanation: '漏填' };
  const returned = await then('deliverNotice', await submit(incomplete));
  await hall.setClock('2026-12-31T09:00:00+08:00');
  await hall.setClock('2026-11-23T09:00:00+08:00');
  return {
    RETURNED: () => Promise.resolve(returned),
    RECEIVED: () => submit({ checked: false }),
    AWAITING_CORRECTION: () => submit(incomplete),
    'AWAITING_CORRECTION, told': async () => then('deliverNotice', await submit(incomplete)),
    'AWAITING_CORRECTION, an error besides': () => submit({ ...incomplete, findings: [onTheSpot] }),
    ACCEPTED: () => submit(),
    IN_PROGRESS: async () => then('passStep', await submit()),
    DECIDED: async () => then('decideCase', await submit()),
    COMPLETED: async () => then('deliverResult', await then('decideCase', await submit())),
    NOT_ACCEPTED: async () => then('declineCase', await submit({ checked: false })),
    WITHDRAWN: async () => then('withdrawCase', await submit()),
    'ACCEPTED, joint': () => submit({ itemId: joint }),
    'ACCEPTED, joint, taken': async () => then('takeJointTask', await submit({ itemId: joint })),
    'IN_PROGRESS, joint, all have spoken': async () => then('giveOpinion', await submit({ itemId: joint })),
    'ACCEPTED, on the spot': () => submit({ itemId: instant }),
    'ACCEPTED, in calendar days': () => submit({ itemId: inCalendarDays }),
    'ACCEPTED, extended': async () => then('extendCommitment', await submit(), actors.head()),
    'ACCEPTED, a window stands in': async () => then('substituteWindow', await submit(), actors.head()),
    'IN_PROGRESS, paused': async () => then('pauseCommitment', await submit()),
    'DECIDED, while paused': async () => then('decideCase', await then('pauseCommitment', await submit())),
  };
}

/** Everything that is stored about a case, as one text. */
const traceOf = async (globalId: string): Promise<string> => {
  const tables = ['cases', 'case_actions', 'case_materials', 'case_defects', 'correction_notices', 'acceptance_slips'];
  const more = ['case_steps', 'case_standstills', 'joint_tasks', 'refusal_reports', 'deadlines'];
  const parts = [...tables, ...more].map(
    (table) =>
      `select '${table}' as place, coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text)::text, '') as rows
         from ${table} t where t.hall_code = $1 and ${{ cases: 't.id', deadlines: 't.owner_id' }[table] ?? 't.case_id'} = $2`,
  );
  const id = globalId.slice(globalId.indexOf('.') + 1);
  return JSON.stringify(await hall.sql(parts.join(' union all '), [hallCode, id]));
};

/** What somebody is offered by a case; nothing by one that they may not know of. */
const offeredTo = async (ask: Ask, id: string): Promise<readonly CaseActionName[]> => {
  const { data } = await ask('query ($id: ID!) { case(id: $id) { allowedActions allowedActionNames } }', { id });
  expect(data?.['case']?.allowedActions).toEqual(data?.['case']?.allowedActionNames);
  // The look at an applicant changes nothing: offers.int-spec.ts tries it.
  return (data?.['case']?.allowedActions ?? []).filter((name: string) => name !== 'revealApplicant');
};

const allActors = Object.keys(actors) as Actor[];

/** Tries everything, as everybody, that the case does not offer to them: answers how much that was. */
async function tryTheRest(base: Loose, state: string, current: Loose): Promise<number> {
  const { id } = current;
  const before = await traceOf(id);
  let tried = 0;
  for (const actor of allActors) {
    const offered = await offeredTo(actors[actor](), id);
    expect([state, actor, offered.filter((action) => !rights(action).includes(actor))]).toEqual([state, actor, []]);
    const args = argumentsOf(current, base, actor);
    const attempts = caseActionNames
      .filter((action) => !offered.includes(action))
      .map(async (action) => {
        const answer = await mutate(actors[actor](), action, args[action]).catch((error: Error) => error.message);
        const told = [state, action, actor];
        if (typeof answer === 'string') {
          expect([...told, answer]).toEqual([...told, expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/)]);
          return;
        }
        expect([...told, answer['code']]).toEqual([...told, expect.stringMatching(/^[A-Z_]+$/)]);
        // Whom only the state stands in the way of is told what they may do instead.
        if (/^CASE_(ACTION_NOT_POSSIBLE|NOT_DECIDABLE|NOT_DELIVERABLE)$/.test(answer['code'])) {
          expect([...told, answer['allowedActions']]).toEqual([...told, offered]);
        }
      });
    tried += attempts.length;
    await Promise.all(attempts);
  }
  expect([state, await traceOf(id)]).toEqual([state, before]);
  return tried;
}

test('S1.1c S1.5c S5.4c: every mutation, in every state, as every actor: what is not offered is refused and leaves no trace, what is offered succeeds', async () => {
  const base: Loose = await hall.aHall(hallCode);
  await hall.aHall('elsewhere');
  const ways = await waysToACase(base);
  const reached = new Set<string>();
  let tried = 0;
  let succeeded = 0;
  for (const [state, come] of Object.entries(ways)) {
    const current = await hall.read(actors.holder(), await come());
    expect(state.split(',')[0]).toBe(current['status']);
    reached.add(current['status']);
    tried += await tryTheRest(base, state, current);
    for (const actor of allActors) {
      for (const action of await offeredTo(actors[actor](), current['id'])) {
        const args = argumentsOf(await hall.read(actors.holder(), await come()), base, actor);
        const answer = await mutate(actors[actor](), action, args[action]);
        expect([state, action, actor, answer['code']]).toEqual([state, action, actor, undefined]);
        succeeded++;
      }
    }
  }
  expect(caseStatuses.filter((status) => !reached.has(status))).toEqual([]);
  // Twenty cases, nineteen mutations, fourteen actors, less what is offered.
  expect(tried).toBeGreaterThan(4_000);
  expect(succeeded).toBeGreaterThan(100);
  const late = await hall.read(actors.holder(), await ways['ACCEPTED']!());
  await hall.setClock('2026-12-10T09:00:00+08:00');
  expect(await offeredTo(actors.head(), late['id'])).not.toContain('extendCommitment');
  expect(await offeredTo(actors.holder(), late['id'])).not.toContain('pauseCommitment');
  await tryTheRest(base, 'ACCEPTED, broken', late);
}, 300_000);
