import type { Ask, Loose } from '@hall/testing';
import { caseActs, caseStatuses } from '../../src/domain/cases/case';
import type { CaseActionName } from '../../src/domain/cases/case';
import { mutate, plausible, possibleWith, useCases } from '../support/hall';

/*
 * Every mutation of a case, in every state, as every actor, one by one: what the table of rights and the state do not both
 * admit is refused, and leaves no trace. What they admit is tried by the adversary and by the tests of each act.
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
};
/** Acts on the part of a department, of which not every case has one. */
const ofParticipants: readonly CaseActionName[] = ['giveOpinion', 'takeJointTask'];
const rights = (action: CaseActionName): readonly Actor[] => others[action] ?? ['holder'];

/** What each mutation is called with: nothing is wrong with it but the moment and the person. */
function argumentsOf(caseId: string, taskId: string, base: Loose): Record<CaseActionName, Record<string, unknown>> {
  const reason = '说明';
  const defect = { materialCode: 'ID', kind: 'NOT_LEGAL_FORM', explanation: '模糊' };
  const delivery = { caseId, windowId: base['windowId'], identityChecked: true, method: 'WINDOW' };
  const more: Partial<Record<CaseActionName, object>> = {
    checkMaterials: { input: { caseId, materials: ['ID', 'FORM'], findings: [] } },
    correctOnSpot: { input: { caseId, materialCode: 'FORM', note: reason } },
    supplyCorrection: { input: { caseId, materials: ['FORM'], findings: [] } },
    issueSecondNotice: { input: { caseId, ground: 'NEWLY_SUPPLIED', basis: '新收材料', defects: [defect] } },
    declineCase: { input: { caseId, reason: 'NOT_REQUIRED_BY_LAW', explanation: reason } },
    giveOpinion: { input: { taskId, agreed: true, opinion: reason } },
    takeJointTask: { taskId },
    pauseCommitment: { input: { caseId, ground: 'HEARING', evidence: '听证通知书' } },
    substituteWindow: { input: { caseId, windowId: base['otherWindowId'], reason } },
    deliverResult: { input: delivery },
  };
  const all = caseActionNames.map((name) => [name, { ...plausible(name, caseId), ...more[name] }]);
  return Object.fromEntries(all) as Record<CaseActionName, Record<string, unknown>>;
}

/** A case in every state, and one of every kind while it is handled. */
async function aCaseOfEach(base: Loose): Promise<ReadonlyMap<string, Loose>> {
  const holder = actors.holder();
  const applicant = { name: '张三', idNumber: '330282199001011231', account: 'zhangsan' };
  const submit = async (more: Loose = {}): Promise<string> => (await base['submit']({ applicant, ...more }))['id'];
  const then = async (name: CaseActionName, id: string, ask = holder): Promise<string> => {
    const done = await mutate(ask, name, argumentsOf(id, id, base)[name]);
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
  const incomplete = { materials: ['ID'] };
  const returned = await submit(incomplete);
  await hall.setClock('2026-12-31T09:00:00+08:00');
  await hall.setClock('2026-11-23T09:00:00+08:00');
  const ids = {
    RETURNED: returned,
    RECEIVED: await submit({ checked: false }),
    AWAITING_CORRECTION: await submit(incomplete),
    ACCEPTED: await submit(),
    IN_PROGRESS: await then('passStep', await submit()),
    DECIDED: await then('decideCase', await submit()),
    COMPLETED: await then('deliverResult', await then('decideCase', await submit())),
    NOT_ACCEPTED: await then('declineCase', await submit({ checked: false })),
    WITHDRAWN: await then('withdrawCase', await submit()),
    'ACCEPTED, joint': await submit({ itemId: joint }),
    'ACCEPTED, on the spot': await submit({ itemId: instant }),
    'IN_PROGRESS, paused': await then('pauseCommitment', await submit()),
  };
  const found = await Promise.all(
    Object.entries(ids).map(async ([state, id]) => [state, await hall.read(holder, id)] as const),
  );
  return new Map(found);
}

/** Everything that is stored about a case, as one text. */
const traceOf = async (globalId: string): Promise<string> => {
  const tables = ['cases', 'case_actions', 'case_materials', 'case_defects', 'correction_notices', 'acceptance_slips'];
  const more = ['case_steps', 'joint_tasks', 'refusal_reports', 'deadlines'];
  const parts = [...tables, ...more].map(
    (table) =>
      `select '${table}' as place, coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text)::text, '') as rows
         from ${table} t where t.hall_code = $1 and ${{ cases: 't.id', deadlines: 't.owner_id' }[table] ?? 't.case_id'} = $2`,
  );
  const id = globalId.slice(globalId.indexOf('.') + 1);
  return JSON.stringify(await hall.sql(parts.join(' union all '), [hallCode, id]));
};

test('S1.1c S1.5c S5.4c: every mutation, in every state, as every actor: what is not admitted is refused and leaves no trace', async () => {
  const base: Loose = await hall.aHall(hallCode);
  await hall.aHall('elsewhere');
  const cases = await aCaseOfEach(base);
  const reached = new Set([...cases.values()].map(({ status }) => status));
  expect(caseStatuses.filter((status) => !reached.has(status))).toEqual([]);
  let tried = 0;
  for (const [state, current] of cases) {
    const { id, status, participants } = current;
    const allowedActions = possibleWith(current);
    expect(state.split(',')[0]).toBe(status);
    const before = await traceOf(id);
    const args = argumentsOf(id, participants[0]?.id ?? id, base);
    const attempts = caseActionNames.flatMap((action) =>
      (Object.keys(actors) as Actor[])
        .filter((actor) => !rights(action).includes(actor) || !allowedActions.includes(action))
        .map((actor) => async () => {
          const answer = await mutate(actors[actor](), action, args[action]).catch((error: Error) => error.message);
          const told = [state, action, actor];
          if (typeof answer === 'string') {
            expect([...told, answer]).toEqual([...told, expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/)]);
          } else {
            expect([...told, answer['code']]).toEqual([...told, expect.stringMatching(/^[A-Z_]+$/)]);
          }
          // Whoever has the right is told what is possible instead.
          if (rights(action).includes(actor) && !ofParticipants.includes(action)) {
            expect([...told, (answer as Loose)['allowedActions']]).toEqual([...told, allowedActions]);
          }
        }),
    );
    tried += attempts.length;
    await Promise.all(attempts.map((attempt) => attempt()));
    expect([state, await traceOf(id)]).toEqual([state, before]);
  }
  // Twelve cases, sixteen mutations, fourteen actors, less what is admitted.
  expect(tried).toBeGreaterThan(2_500);
}, 180_000);

test('S1.5c S5.4b: everybody is offered what the state admits and they have the right to, and nothing else', async () => {
  const base: Loose = await hall.aHall('offered');
  const kinds = { ACCEPTED: {}, RECEIVED: { checked: false }, AWAITING_CORRECTION: { materials: ['ID'] } };
  const account = 'zhangsan';
  const person = { name: '张三', idNumber: '330282199001011231', account };
  const callers: Record<string, Ask> = {
    holder: base['lead'],
    deputyOffDuty: base['deputy'],
    head: hall.head('offered'),
    leader: hall.leader('offered'),
    office: hall.office('offered'),
    applicant: hall.service.as({ account, roles: ['APPLICANT'] }),
    otherApplicant: hall.service.as({ account: 'lisi', roles: ['APPLICANT'] }),
  };
  for (const [status, more] of Object.entries(kinds)) {
    const submitted = await base['submit']({ applicant: person, ...more });
    const possible = possibleWith(submitted);
    expect([status, possible.length > 0]).toEqual([submitted.status, true]);
    for (const [actor, ask] of Object.entries(callers)) {
      const { data } = await ask('query ($id: ID!) { case(id: $id) { allowedActions allowedActionNames } }', {
        id: submitted.id,
      });
      // An omission is for a head to let pass; nothing here is joint.
      const mayAct = (action: CaseActionName): boolean =>
        action === 'issueSecondNotice'
          ? ['holder', 'head', 'leader'].includes(actor)
          : rights(action).includes(actor as Actor);
      const offered = possible.filter((action) => !ofParticipants.includes(action) && mayAct(action));
      const expected = actor === 'otherApplicant' ? undefined : offered;
      expect([status, actor, data!['case']?.allowedActions]).toEqual([status, actor, expected]);
      expect(data!['case']?.allowedActionNames).toEqual(expected);
    }
  }
});
