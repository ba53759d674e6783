import type { Ask, Loose } from '@hall/testing';
import { caseActs, openStatuses } from '../../src/domain/cases/case';
import type { CaseActionName, CaseStatus } from '../../src/domain/cases/case';
import { caseTransitions } from '../../src/domain/cases/transitions';
import { randomFrom } from '../support/random';
import type { Random } from '../support/random';
import { mutate, plausible, useCases } from '../support/hall';

/*
 * A walk takes what a case offers, to whoever it is offered to, until it is over: every offered act succeeds or is refused by
 * name, and never ends in a fault. HALL_SEED and HALL_ACTS walk elsewhere, and farther.
 */

const hall = useCases();
const hallCode = 'walk';
const seed = Number(process.env['HALL_SEED'] ?? 20261125);
const acts = Number(process.env['HALL_ACTS'] ?? 300);
const longest = 24;
const papers: ReadonlySet<CaseActionName> = new Set(['checkMaterials', 'supplyCorrection', 'correctOnSpot']);
const endings: ReadonlySet<CaseActionName> = new Set(['withdrawCase', 'declineCase', 'decideCase', 'deliverResult']);
const fields = `... on Case { id status acceptedAt correctionNotices { number deliveredAt } deliveryChoice { method }
  defects { materialCode kind settledAt } participants { id state } }`;

/** Every state that can come of one, by any number of ways of the table: sweeps go more than one at a time. */
function reachable(from: CaseStatus): ReadonlySet<CaseStatus> {
  const found = new Set([from]);
  for (const status of found) caseTransitions[status].forEach((next) => found.add(next));
  return found;
}

const kinds = ['NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT'] as const;
const finding = (materialCode: string, { one }: Random) => ({ materialCode, kind: one(kinds), explanation: '有问题' });
const findings = (of: readonly string[], random: Random) =>
  of.filter(() => random.chance(0.4)).map((code) => finding(code, random));

/** What an act is called with: nothing is wrong with it that a screen could know. */
function said(name: CaseActionName, current: Loose, base: Loose, random: Random): Record<string, unknown> {
  const { one, chance, below } = random;
  const caseId: string = current['id'];
  const open: Loose[] = current['defects'].filter(({ settledAt }: Loose) => settledAt === null);
  const codesOf = (isMeant: (kind: string) => boolean) =>
    open.flatMap(({ kind, materialCode }) => (isMeant(kind) ? [materialCode as string] : []));
  const taskId = current['participants'].find(({ state }: Loose) => state === 'OPEN')?.id;
  const handedIn = (materials: string[]) => ({ caseId, materials, findings: findings(materials, random) });
  const asked = [...new Set(codesOf((kind) => kind !== 'ON_SPOT'))];
  const supplied = asked.filter(() => chance(0.8));
  const by: Partial<Record<CaseActionName, () => object>> = {
    checkMaterials: () => handedIn(['ID', 'FORM'].filter(() => chance(0.85))),
    correctOnSpot: () => ({ caseId, note: '改', materialCode: codesOf((kind) => kind === 'ON_SPOT')[0] }),
    supplyCorrection: () => handedIn(supplied.length > 0 ? supplied : asked.slice(0, 1)),
    issueSecondNotice: () => ({
      caseId,
      ground: one(['NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION']),
      basis: '《失业保险条例》第三条',
      defects: [finding(one(['ID', 'FORM']), random)],
    }),
    deliverNotice: () => ({
      number: current['correctionNotices'].find(({ deliveredAt }: Loose) => deliveredAt === null)?.number,
      mode: one(['PRINTED', 'ELECTRONIC']),
    }),
    declineCase: () => ({
      caseId,
      reason: one(['NOT_REQUIRED_BY_LAW', 'INCOMPLETE_AFTER_NOTICE']),
      explanation: '说明',
    }),
    takeJointTask: () => ({ taskId }),
    giveOpinion: () => ({ taskId, agreed: chance(0.5), opinion: '意见' }),
    pauseCommitment: () => ({
      caseId,
      ground: 'HEARING',
      evidence: '听证通知书第1号',
      expectedEnd: one(['2026-12-20', '2027-01-15']),
    }),
    extendCommitment: () => ({ caseId, workingDays: 1 + below(6), reason: '复杂' }),
    substituteWindow: () => ({ caseId, windowId: one([base['otherWindowId'], base['thirdWindowId']]), reason: '停用' }),
    chooseDelivery: () => ({ caseId, method: one(['WINDOW', 'POST']) }),
    deliverResult: () => ({
      caseId,
      windowId: base['windowId'],
      identityChecked: true,
      method: one([current['deliveryChoice'].method, 'WINDOW', 'POST']),
      trackingNumber: 'EM123456789CN',
    }),
  };
  const input = by[name]?.();
  if (!input) return plausible(name, caseId);
  return name === 'takeJointTask' ? { taskId } : { input };
}

test(`S3.4b S4.2c S1.1c: whatever is offered succeeds or is refused by name, on every walk (seed ${seed}, ${acts} acts)`, async () => {
  const random = randomFrom(seed);
  const base: Loose = await hall.aHall(hallCode);
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const participants = [
    { departmentId: base['departmentId'], stage: 1, limit: days(2) },
    { departmentId: base['secondDepartmentId'], stage: 2, limit: days(2) },
  ];
  const items = [
    base['itemId'],
    await hall.publish(base as never, { code: 'L-1', regime: 'LICENCE' }),
    await hall.publish(base as never, { code: 'N-1', handlingType: 'INSTANT' }),
    await hall.publish(base as never, { code: 'J-1', handlingType: 'JOINT', participants }),
  ];
  const actors: Readonly<Record<string, Ask>> = {
    holder: base['lead'],
    head: hall.head(hallCode),
    leader: hall.leader(hallCode),
    neighbour: hall.officer('neighbour', hallCode),
    applicant: hall.asActor({ account: 'zhangsan', roles: ['APPLICANT'] }),
  };
  let minute = 0;
  const goOn = async (): Promise<void> => {
    minute += random.below(random.chance(0.1) ? 6_000 : 600);
    await hall.setClock(new Date(Date.parse('2026-11-23T09:00:00+08:00') + minute * 60_000).toISOString());
  };
  const offersOf = async (caseId: string) => {
    const query = 'query ($id: ID!) { case(id: $id) { allowedActionNames } }';
    const offered = Object.entries(actors).map(async ([who, ask]) => {
      const names: CaseActionName[] = (await ask(query, { id: caseId })).data!['case']?.allowedActionNames ?? [];
      return names.filter((name) => name in caseActs).map((name) => ({ who, name }));
    });
    return (await Promise.all(offered)).flat();
  };
  const read = async (id: string): Promise<Loose> =>
    (await base['lead'](`query ($id: ID!) { case(id: $id) { __typename ${fields} } }`, { id })).data!['case'];
  const tried = new Map<string, number>();
  let done = 0;
  for (let walk = 1; done < acts; walk++) {
    const materials = random.chance(0.6) ? ['ID', 'FORM'] : ['ID'];
    const submitted = await base['submit']({
      itemId: random.one(items),
      applicant: { name: '张三', idNumber: '330282199001011231', account: 'zhangsan' },
      materials,
      findings: findings(materials, random),
      checked: random.chance(0.7),
    });
    expect([walk, submitted['code']]).toEqual([walk, undefined]);
    let current = await read(submitted['id']);
    const way: string[] = [`${walk}: ${current['status']}`];
    for (let n = 0; n < longest && openStatuses.includes(current['status']); n++, done++) {
      if (random.chance(0.3)) await goOn();
      const offers = (await offersOf(current['id'])).filter(({ name }) => !endings.has(name) || random.chance(0.2));
      if (offers.length === 0) continue;
      // Papers that come and go are where walks part.
      const ofPapers = offers.filter(({ name }) => papers.has(name));
      const { who, name } = random.one(ofPapers.length > 0 && random.chance(0.5) ? ofPapers : offers);
      const before = await read(current['id']);
      if (!openStatuses.includes(before['status'])) break;
      way.push(`${who} ${name}`);
      const answer = await mutate(actors[who]!, name, said(name, before, base, random), fields).catch(
        (error: Error) => {
          throw new Error(`${way.join(' → ')}: ${error.message}`);
        },
      );
      // What is offered is never refused for the state that it was offered in, nor because it was done before.
      expect([way, answer['code']]).not.toEqual([
        way,
        expect.stringMatching(/^(CASE_(ACTION_NOT|NOT_DEC|NOT_DEL)|ALREADY_WRITTEN)/),
      ]);
      current = await read(before['id']);
      way.push(answer['code'] ?? current['status']);
      expect([way, [...reachable(before['status'])]]).toEqual([way, expect.arrayContaining([current['status']])]);
      if (before['acceptedAt'] !== null) expect([way, current['acceptedAt']]).toEqual([way, before['acceptedAt']]);
      tried.set(name, (tried.get(name) ?? 0) + (answer['code'] ? 0 : 1));
    }
    if (!openStatuses.includes(current['status'])) expect([way, await offersOf(current['id'])]).toEqual([way, []]);
    const nothing = 'update cases set version = version';
    expect([way, await hall.violatedBy(nothing)]).toEqual([way, []]);
  }
  // A walk that goes nowhere shows nothing.
  expect([...tried].filter(([, times]) => times > 0).length).toBeGreaterThan(13);
}, 120_000);
