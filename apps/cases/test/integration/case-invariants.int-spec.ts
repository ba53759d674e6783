import type { Ask, Loose } from '@hall/testing';
import { caseActs, caseStatuses } from '../../src/domain/cases/case';
import type { CaseActionName } from '../../src/domain/cases/case';
import { randomFrom } from '../support/random';
import type { Random } from '../support/random';
import { mutate, plausible, useCases } from '../support/hall';

/*
 * Somebody who wants to break the rules tries everything: every mutation, in every state, as every actor, with right and
 * wrong material, for as long as it is bounded. Whatever comes of it, the invariants below must hold for what is stored.
 */

const hall = useCases();
const caseActionNames = Object.keys(caseActs) as CaseActionName[];
const seed = Number(process.env['HALL_SEED'] ?? 20261124);
const moves = Number(process.env['HALL_MOVES'] ?? 320);
const atOnce = 8;

const kinds = ['NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT', 'MISSING'] as const;
const codes = ['ID', 'FORM', 'PROXY', 'MARRIAGE'] as const;

const someCodes = ({ chance }: Random): string[] => codes.filter((code) => chance(code === 'MARRIAGE' ? 0.05 : 0.6));
const someFindings = ({ below, one }: Random): object[] =>
  Array.from({ length: below(3) }, () => ({ materialCode: one(codes), kind: one(kinds), explanation: '有问题' }));

type Attempt = (id: string, random: Random, base: Loose) => Record<string, unknown>;
/** What each mutation is called with, where that is more than what is plausible: mostly sensible, sometimes not. */
const attempts: Partial<Record<CaseActionName, Attempt>> = {
  checkMaterials: (caseId, random) => ({
    input: { caseId, materials: someCodes(random), findings: someFindings(random) },
  }),
  correctOnSpot: (caseId, { one }) => ({
    caseId: caseId,
    materialCode: one(codes.slice(0, 2)),
    note: '改',
  }),
  supplyCorrection: (caseId, random) => ({
    input: {
      caseId,
      materials: [random.one(random.chance(0.8) ? (['ID', 'FORM'] as const) : codes)],
      findings: random.chance(0.3) ? someFindings(random) : [],
    },
  }),
  issueSecondNotice: (caseId, random) => ({
    input: {
      caseId,
      ground: random.one(['NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION']),
      basis: random.one(['说明', '《失业保险条例》第三条']),
      defects: [{ materialCode: random.one(codes), kind: random.one(kinds), explanation: '再补' }],
    },
  }),
  declineCase: (caseId, { one, chance }, base) => ({
    caseId: caseId,
    reason: one(['NOT_THIS_DEPARTMENT', 'NOT_IN_HALL', 'NOT_REQUIRED_BY_LAW', 'INCOMPLETE_AFTER_NOTICE']),
    explanation: '说明',
    ...(chance(0.5) && { referToWindowId: one([base['windowId'], base['thirdWindowId']]) }),
    ...(chance(0.3) && { referToBody: one(['不详', '区税务局']) }),
  }),
  deliverNotice: (caseId, { one }, base) => ({
    number: base['notices'].get(caseId) ?? 'adversary-20261123-999999-B1',
    mode: one(['PRINTED', 'ELECTRONIC']),
  }),
  takeJointTask: (caseId, _random, base) => ({ taskId: base['tasks'].get(caseId) ?? caseId }),
  giveOpinion: (caseId, { chance }, base) => ({
    taskId: base['tasks'].get(caseId) ?? caseId,
    agreed: chance(0.5),
    opinion: '意见',
  }),
  pauseCommitment: (caseId, { one }) => ({
    input: {
      caseId,
      ground: one(['HEARING', 'APPRAISAL', 'AWAITING_CORRECTION']),
      evidence: one(['文书', '听证通知书第1号', '听证通知书第1号']),
      expectedEnd: one(['2027-01-15', '2026-11-01']),
    },
  }),
  extendCommitment: (caseId, { below }) => ({
    caseId: caseId,
    workingDays: 1 + below(8),
    reason: '复杂',
  }),
  decideCase: (caseId, { chance }) => ({
    caseId: caseId,
    approved: chance(0.7),
    grounds: '依据',
  }),
  substituteWindow: (caseId, { one }, base) => ({
    caseId: caseId,
    windowId: one([base['windowId'], base['otherWindowId'], base['thirdWindowId']]),
    reason: '停用',
  }),
  chooseDelivery: (caseId, { one }) => ({ caseId, method: one(['WINDOW', 'WINDOW', 'POST']) }),
  deliverResult: (caseId, { one, chance }, base) => ({
    input: {
      caseId,
      windowId: one([base['windowId'], base['otherWindowId']]),
      identityChecked: chance(0.8),
      method: one(['WINDOW', 'WINDOW', 'POST']),
      trackingNumber: one(['EM123456789CN', 'EM123456789CN', '已寄', null]),
      recipient: one(['APPLICANT', 'APPLICANT', 'AGENT']),
      agentName: one(['李四', null]),
    },
  }),
};

function submission(random: Random, base: Loose, items: readonly string[]): Record<string, unknown> {
  const complete = ['ID', 'FORM'];
  const onSpot = [{ materialCode: random.one(complete), kind: 'ON_SPOT', explanation: '漏签' }];
  const [materials, findings] = random.one([
    [complete, []],
    [complete, []],
    [complete, onSpot],
    [complete, someFindings(random)],
    [someCodes(random), someFindings(random)],
    [someCodes(random), []],
  ] as const);
  const input = {
    applicant: { name: '张三', idNumber: '330282199001011231', account: 'somebody' },
    itemId: random.one(items),
    windowId: random.chance(0.02) ? base['otherWindowId'] : base['windowId'],
    materials,
    findings,
    checked: random.chance(0.85),
  };
  return { input };
}

/** Rows that must not exist, whatever was tried. */
const impossible: readonly (readonly [rule: string, sql: string])[] = [
  ['S2.1b a case without an answerable person', `select from cases where hall_code = $1 and responsible_id is null`],
  [
    'S4.1b a second notice without a ground',
    `select case_id from correction_notices where hall_code = $1 and ground is null group by case_id having count(*) > 1`,
  ],
  [
    'A-14 an omission without the head’s approval and a recorded breach',
    `select from correction_notices n where hall_code = $1 and ground = 'OMISSION' and (approved_by_id is null or not exists
       (select from case_actions a where a.hall_code = n.hall_code and a.case_id = n.case_id and a.kind = 'NOTICE_RULE_BROKEN' and a.clause = 'S4.1b'))`,
  ],
  [
    'A-14 papers asked for after acceptance without the head’s approval',
    `select from correction_notices n join cases c on c.hall_code = n.hall_code and c.id = n.case_id
      where n.hall_code = $1 and n.issued_at > c.accepted_at and n.approved_by_id is null`,
  ],
  [
    'S4.2c an on-the-spot error on a notice',
    `select from case_defects where hall_code = $1 and kind = 'ON_SPOT' and notice_number is not null`,
  ],
  [
    'S4.4e a material or defect outside the published list',
    `select from (select case_id, code from case_materials where hall_code = $1
                  union all select case_id, material_code from case_defects where hall_code = $1) m
       join cases c on c.hall_code = $1 and c.id = m.case_id
       join service_item_versions v on v.hall_code = $1 and v.item_id = c.item_id and v.number = c.item_version
      where not exists (select from jsonb_array_elements(v.body->'materials') l where l->>'code' = m.code)`,
  ],
  [
    'S5.4c an act of a person without that person, or of the system in a person’s name',
    `select from case_actions where hall_code = $1 and (officer_id is null) <>
       (kind ~ '^(WARNED|COMMITMENT_BREACHED|ESCALATED|DEEMED|RETURNED|DATE_MOVED|LEVEL_CORRECTED|RESPONSIBLE_CHANGED|WITHDRAWN_BY_APPLICANT|DELIVERY_CHOSEN_BY)')`,
  ],
  [
    'S1.1c a state that nothing in the record explains',
    `select from cases c where hall_code = $1 and version <> (select count(*) from case_actions a where a.hall_code = c.hall_code and a.case_id = c.id)`,
  ],
  [
    'S3.4b an accepted promised case without a slip',
    `select from cases c where hall_code = $1 and accepted_at is not null and handling_type <> 'INSTANT'
        and not exists (select from acceptance_slips s where s.hall_code = c.hall_code and s.case_id = c.id)`,
  ],
  [
    'S3.4d a decided joint case in which a department has not spoken',
    `select from cases c join joint_tasks t on t.hall_code = c.hall_code and t.case_id = c.id
      where c.hall_code = $1 and c.status in ('DECIDED', 'COMPLETED') and t.state <> 'GIVEN'`,
  ],
  [
    'S3.4c a result collected elsewhere than at the own or the substitute window',
    `select from cases where hall_code = $1 and delivery->>'method' = 'WINDOW'
        and delivery->>'windowId' not in (window_id::text, coalesce(substitute_window_id, window_id)::text)`,
  ],
  [
    'A-11 a result that went otherwise than was chosen before, or to nobody knows whom',
    `select from cases where hall_code = $1 and delivery is not null and (delivery->>'method' is distinct from delivery_choice->>'method'
        or delivery->>'method' = 'WINDOW' and delivery->>'identityChecked' <> 'true'
        or delivery->>'method' <> 'WINDOW' and coalesce(delivery->>'trackingNumber', '') !~ '[0-9A-Za-z]{6}'
        or delivery->>'recipient' = 'AGENT' and delivery->>'agentSealed' is null)`,
  ],
  [
    'A-30 a clock that stands still for materials while nothing on a notice is open, or runs while the applicant must act',
    `select from cases c where hall_code = $1 and status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS')
        and (paused_on is not distinct from 'AWAITING_CORRECTION') <> exists
            (select from case_defects d where d.hall_code = c.hall_code and d.case_id = c.id and d.pausing and d.settled_at is null)`,
  ],
  [
    'A-30 a date that does not follow from the ledger',
    `select from cases c join deadlines t on t.hall_code = c.hall_code and t.id = c.id where c.hall_code = $1 and c.due_at is distinct from t.due_at`,
  ],
  [
    'A-30 a case that is over with a term that is open',
    `select from deadlines t join cases c on c.hall_code = t.hall_code and t.owner_kind = 'CASE' and c.id = t.owner_id
      where c.hall_code = $1 and t.is_open and c.status in ('DECIDED', 'COMPLETED', 'NOT_ACCEPTED', 'WITHDRAWN', 'RETURNED')`,
  ],
  [
    'S4.4c a refusal without its report',
    `select from cases c where hall_code = $1 and (status = 'NOT_ACCEPTED' or decision->>'approved' = 'false')
        and not exists (select from refusal_reports r where r.hall_code = c.hall_code and r.case_id = c.id)`,
  ],
];

test(`S1.1c S4.1b S4.4e S5.4c: nobody gets past the rules (seed ${seed}, ${moves} moves)`, async () => {
  const random = randomFrom(seed);
  const base: Loose = await hall.aHall('adversary');
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const items = [
    base['itemId'],
    await hall.publish(base as never, { code: 'L-1', regime: 'LICENCE' }),
    await hall.publish(base as never, { code: 'N-1', handlingType: 'INSTANT' }),
    await hall.publish(base as never, {
      code: 'J-1',
      handlingType: 'JOINT',
      participants: [
        { departmentId: base['departmentId'], stage: 1, limit: days(2) },
        { departmentId: base['secondDepartmentId'], stage: 2, limit: days(2) },
      ],
    }),
  ];
  base['tasks'] = new Map<string, string>();
  base['notices'] = new Map<string, string>();
  const lead: Ask = base['lead'];
  const leaders = [hall.head('adversary'), hall.leader('adversary')];
  const wrong: Ask[] = [
    base['deputy'],
    hall.officer('neighbour', 'adversary'),
    ...leaders,
    hall.office('adversary'),
    hall.officer('lead', 'another-hall'),
    hall.service.as({ account: 'somebody', roles: ['APPLICANT'] }),
    hall.service.as({}),
  ];
  const ofLeaders = new Set(['extendCommitment', 'substituteWindow', 'issueSecondNotice']);
  const actorFor = (name: string): Ask => {
    if (random.chance(0.02)) return random.one(wrong);
    if ((name === 'giveOpinion' || name === 'takeJointTask') && random.chance(0.5))
      return hall.officer('neighbour', 'adversary');
    return ofLeaders.has(name) && random.chance(0.7) ? random.one(leaders) : lead;
  };
  const fields =
    '... on Case { id status handlingType correctionNotice { number } commitment { pauses { ground to } } participants { id state } }';
  const open: string[] = [];
  const seen = new Map<string, { done: number; refused: number }>();
  const statuses = new Set<string>();
  const allowed = new Map<string, readonly CaseActionName[]>();
  let minute = 0;
  const offeredTo = async (caller: Ask, id: string): Promise<readonly CaseActionName[]> =>
    (await caller('query ($id: ID!) { case(id: $id) { allowedActions } }', { id })).data!['case'].allowedActions.filter(
      (name: string) => name in caseActs,
    );
  /** One attempt, chosen by the seed; what comes of it also depends on those that run beside it. */
  const choose = (): (() => Promise<void>) => {
    const isNew = open.length === 0 || random.chance(0.12);
    const target = isNew ? '' : random.one(open.slice(-12));
    // Mostly what the case itself says is possible, the rarer first, so that every corner is reached.
    const possible = (allowed.get(target) ?? []).filter((act) => act !== 'chooseDelivery' || random.chance(0.1));
    const rare = possible.filter((act) =>
      [
        'resumeCommitment',
        'correctOnSpot',
        'supplyCorrection',
        'giveOpinion',
        'takeJointTask',
        'deferInstantCase',
        'deliverNotice',
        'deliverResult',
      ].includes(act),
    );
    // What never came to pass goes first: who is beaten to it by others every time would never be seen.
    const never = possible.filter((act) => !seen.get(act)?.done);
    const guided =
      random.chance(0.5) && never.length > 0
        ? never
        : random.chance(0.4) && rare.length > 0
          ? rare
          : random.chance(0.6) && possible.length > 0
            ? possible
            : caseActionNames;
    const name = isNew ? 'submitCase' : random.one(guided);
    const ask = isNew ? lead : actorFor(name);
    const attempt = attempts[name as CaseActionName];
    const args = isNew ? submission(random, base, items) : (attempt?.(target, random, base) ?? plausible(name, target));
    return async () => {
      const answer = await mutate(ask, name, args, fields).catch((error: Error) => {
        // Only what is expected may be thrown: nobody signed in, no right, bad input, too much at once. A fault is masked.
        expect(error.message).toMatch(/UNAUTHENTICATED|FORBIDDEN|BAD_USER_INPUT|CONFLICT/);
        return undefined;
      });
      const count = seen.get(name) ?? { done: 0, refused: 0 };
      seen.set(name, answer?.['id'] ? { ...count, done: count.done + 1 } : { ...count, refused: count.refused + 1 });
      if (!answer?.['id']) return;
      statuses.add(answer['status']);
      const offers = await Promise.all([lead, leaders[0]!].map((each) => offeredTo(each, answer['id'])));
      allowed.set(answer['id'], [...new Set(offers.flat())]);
      if (isNew) open.push(answer['id']);
      const task = answer['participants'].find(({ state }: Loose) => state === 'OPEN');
      if (task) base['tasks'].set(answer['id'], task.id);
      const { correctionNotice } = answer;
      if (correctionNotice) base['notices'].set(answer['id'], correctionNotice.number);
    };
  };
  const missed = (): string[] =>
    ['submitCase', ...caseActionNames].filter((name) => !seen.get(name)?.done || !seen.get(name)?.refused);
  const look = async (): Promise<void> => {
    const rows = await hall.sql<{ status: string }>(`select distinct status from cases where hall_code = 'adversary'`);
    rows.forEach(({ status }) => statuses.add(status));
  };
  // Two that nobody touches: what the law does with them by itself is looked at in the end.
  const told = await base['submit']({ materials: [] });
  await mutate(lead, 'deliverNotice', { number: told.correctionNotice.number, mode: 'PRINTED' });
  await base['submit']({ itemId: items[1], checked: false });
  // The generator is worth something only when it gets everywhere: it goes on until every act was done and refused.
  for (let round = 0; round < moves / atOnce || (missed().length > 0 && round < (3 * moves) / atOnce); round++) {
    if (random.chance(0.25)) {
      minute += random.below(4_000);
      await hall.setClock(new Date(Date.parse('2026-11-23T09:00:00+08:00') + minute * 60_000).toISOString());
    }
    await Promise.all(Array.from({ length: atOnce }, choose).map((attempt) => attempt()));
    await look();
  }
  await hall.setClock(
    new Date(Date.parse('2026-11-23T09:00:00+08:00') + (minute + 60 * 24 * 40) * 60_000).toISOString(),
  );
  await look();
  for (const [rule, sql] of impossible) {
    expect([rule, (await hall.sql(sql, ['adversary'])).length]).toEqual([rule, 0]);
  }
  expect(missed()).toEqual([]);
  expect(caseStatuses.filter((status) => !statuses.has(status))).toEqual([]);
}, 120_000);
