import { addDays } from '@hall/kernel';
import type { Data } from '../../shared/hall-client';
import type { Person } from '../people';
import { listed, weightOf } from '../play';
import type { Play } from '../play';

/** A case as whoever may act on it sees it, with what they may do. */
export interface SeenCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly allowedActionNames: readonly string[];
  readonly window: { readonly id: string };
  readonly materials: readonly { readonly code: string }[];
  readonly itemVersion: { readonly materials: readonly { readonly code: string; readonly condition: string | null }[] };
  readonly defects: readonly {
    readonly materialCode: string;
    readonly kind: string;
    readonly settledAt: string | null;
  }[];
  readonly deliveryChoice: { readonly method: string } | null;
  readonly correctionNotices: readonly { readonly number: string; readonly deliveredAt: string | null }[];
  readonly participants: readonly {
    readonly id: string;
    readonly state: string;
    readonly department: { readonly id: string };
  }[];
  readonly rejection: { readonly number: string; readonly readAt: string | null } | null;
}

/** What is asked of a case. */
export const caseShown = `id number status allowedActionNames window { id } materials { code }
  itemVersion { materials { code condition } } defects { materialCode kind settledAt }
  deliveryChoice { method } correctionNotices { number deliveredAt } participants { id state department { id } } rejection { number readAt }`;

type Said = Data | string | undefined;

/** What can be done with a case, where the hall offers it: how often, and what is said. */
interface CaseAct {
  readonly name: string;
  readonly weight: number;
  readonly said: (play: Play, seen: SeenCase, who: Person) => Said;
}

const needed = ({ itemVersion }: SeenCase): string[] =>
  itemVersion.materials.filter(({ condition }) => condition === null).map(({ code }) => code);
/** What is wrong with the papers of a case and not settled yet. */
export const openDefects = ({ defects }: SeenCase) => defects.filter(({ settledAt }) => settledAt === null);
const openTask = ({ participants }: SeenCase, who: Person): string | undefined =>
  participants.find(
    ({ state, department }) => state === 'OPEN' && department.id === (who as { departmentId?: string }).departmentId,
  )?.id;

/** On which paper a clock is stopped, by ground, and whom it waits for. */
const standstills = [
  { ground: 'HEARING', evidence: '听证通知书第3号' },
  { ground: 'INSPECTION', evidence: '检验检测委托书第7号', body: '市产品质量检验研究院' },
  { ground: 'APPRAISAL', evidence: '鉴定委托书第12号', body: '市劳动能力鉴定委员会' },
  { ground: 'EXPERT_REVIEW', evidence: '专家评审通知第2号', body: '市科技局' },
  { ground: 'HIGHER_LEVEL_REPLY', evidence: '关于适用条款的请示第5号', body: '省人力资源和社会保障厅' },
];
const deferrals = ['SYSTEM_FAULT', 'ON_SITE_CHECK', 'OTHER_BODY_REPLY', 'APPLICANT_REQUEST'];

/** What the hall offers on a case. An act that it grows, and that nobody here knows, is left alone: the coverage says so. */
const caseActs: readonly CaseAct[] = [
  {
    name: 'checkMaterials',
    weight: 50,
    said: ({ choices }, seen) => {
      const materials = choices.inHundred(60) ? needed(seen) : choices.some(needed(seen), 60);
      const findings = choices.some(materials, 15).map((materialCode) => ({
        materialCode,
        kind: choices.one(['NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT']),
        explanation: '与要求不符，请按示范文本更正',
      }));
      return { caseId: seen.id, materials, findings };
    },
  },
  {
    name: 'correctOnSpot',
    weight: 40,
    said: (_play, seen) => {
      const defect = openDefects(seen).find(({ kind }) => kind === 'ON_SPOT');
      return defect && { caseId: seen.id, materialCode: defect.materialCode, note: '当场更正笔误' };
    },
  },
  {
    name: 'issueSecondNotice',
    weight: 2,
    said: ({ choices }, seen, { role }) => ({
      caseId: seen.id,
      ground:
        role === 'SECTION_HEAD'
          ? choices.one(['OMISSION', 'CHANGED_LAW'])
          : choices.one(['NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION']),
      basis: choices.one(['新颁布的规定要求补充', '《失业保险条例》第十二条']),
      defects: [{ materialCode: choices.one(needed(seen)), kind: 'WRONG_CONTENT', explanation: '需重新出具' }],
    }),
  },
  {
    name: 'declineCase',
    weight: 4,
    said: ({ choices, hall }, seen) => {
      const reason = choices.one([
        'NOT_THIS_DEPARTMENT',
        'NOT_IN_HALL',
        'NOT_REQUIRED_BY_LAW',
        'INCOMPLETE_AFTER_NOTICE',
      ]);
      const said = { caseId: seen.id, reason, explanation: '经审查不属于本窗口受理范围' };
      if (reason === 'NOT_THIS_DEPARTMENT') {
        const item = choices.one(hall.items);
        const offering = hall.windows.filter(({ departmentId }) => departmentId === item.departmentId);
        const windows = offering.length > 0 && choices.inHundred(90) ? offering : hall.windows;
        return { ...said, referToWindowId: choices.one(windows).id, referToItemId: item.id };
      }
      return reason === 'NOT_IN_HALL' ? { ...said, referToBody: '区民政局 建设路8号 电话 010-61234567' } : said;
    },
  },
  { name: 'passStep', weight: 30, said: (_play, { id: caseId }) => ({ caseId, note: '审核无误，移交下一环节' }) },
  { name: 'takeJointTask', weight: 40, said: (_play, seen, who) => openTask(seen, who) },
  {
    name: 'giveOpinion',
    weight: 25,
    said: ({ choices }, seen, who) => {
      const taskId = openTask(seen, who);
      return taskId && { taskId, agreed: choices.inHundred(85), opinion: '经核查，提出如下意见' };
    },
  },
  {
    name: 'pauseCommitment',
    weight: 5,
    said: ({ choices, day }, { id: caseId }) => ({
      caseId,
      ...choices.one(standstills),
      expectedEnd: addDays(day, choices.between(1, 20)),
    }),
  },
  { name: 'resumeCommitment', weight: 25, said: (_play, { id }) => id },
  {
    name: 'extendCommitment',
    weight: 12,
    said: ({ choices }, { id: caseId }) => ({ caseId, workingDays: choices.between(1, 6), reason: '案情复杂' }),
  },
  {
    name: 'deferInstantCase',
    weight: 8,
    said: ({ choices }, { id: caseId }) => ({ caseId, code: choices.one(deferrals), reason: '需现场核查' }),
  },
  {
    name: 'decideCase',
    weight: 30,
    said: ({ choices }, { id: caseId }) => ({ caseId, approved: choices.inHundred(85), grounds: '依据审查结果' }),
  },
  {
    name: 'substituteWindow',
    weight: 6,
    said: ({ choices, hall }, { id: caseId }) => ({
      caseId,
      windowId: choices.one(hall.windows).id,
      reason: '原窗口关闭',
    }),
  },
  { name: 'reissueSlip', weight: 3, said: (_play, { id: caseId }) => ({ caseId, reason: '受理单遗失' }) },
  { name: 'withdrawCase', weight: 1, said: (_play, { id: caseId }) => ({ caseId, reason: '申请人不再需要' }) },
  {
    name: 'deliverResult',
    weight: 3,
    said: ({ choices }, { id: caseId, window, deliveryChoice }) => ({
      caseId,
      windowId: window.id,
      identityChecked: true,
      method: deliveryChoice?.method ?? 'WINDOW',
      trackingNumber: choices.inHundred(90) ? 'EM202611250001CN' : null,
    }),
  },
  {
    name: 'chooseDelivery',
    weight: 2,
    said: ({ choices }, { id: caseId }) => ({ caseId, method: choices.one(['WINDOW', 'POST', 'ELECTRONIC']) }),
  },
];

/** Notices that lie with a case are handed over in writing, unless they are forgotten. */
async function handNoticesOver(
  { gateway, choices }: Play,
  who: Person,
  { correctionNotices }: SeenCase,
): Promise<void> {
  for (const { number, deliveredAt } of correctionNotices) {
    if (deliveredAt !== null || !choices.inHundred(55)) continue;
    const mode = choices.inHundred(80) ? 'PRINTED' : 'ELECTRONIC';
    await gateway.act(who, 'deliverNotice', { number, mode });
  }
}

/** Somebody looks at a case, and does one of the things that the hall offers on it, or leaves it lying. */
export async function workOn(play: Play, who: Person, seen: SeenCase, idle = 60): Promise<void> {
  const known = play.memory.matters.get(seen.number);
  if (known) known.status = seen.status;
  if (seen.status === 'AWAITING_CORRECTION') await handNoticesOver(play, who, seen);
  const offered = caseActs.flatMap((act) => {
    const said = seen.allowedActionNames.includes(act.name) ? act.said(play, seen, who) : undefined;
    return said === undefined ? [] : [[{ name: act.name, said }, weightOf(play, act)] as const];
  });
  const chosen = play.choices.weighted<{ name: string; said: Said } | undefined>([[undefined, idle], ...offered]);
  if (chosen) await play.gateway.act(who, chosen.name, chosen.said);
}

/** An officer goes through what they answer for, the most urgent first. */
export async function workOnOwn(play: Play, who: Person & { readonly id: string }): Promise<void> {
  const statuses = '[RECEIVED, AWAITING_CORRECTION, ACCEPTED, IN_PROGRESS]';
  const call = `first: 8, orderBy: MOST_URGENT, filter: { responsibleId: "${who.id}", status: ${statuses} }`;
  const seen = await listed<SeenCase>(play, who, 'cases', call, caseShown);
  for (const one of inOrder(seen).slice(0, 4)) await workOn(play, who, one);
  if (play.choices.inHundred(4) && seen[0]) {
    await play.gateway.act(who, 'revealApplicant', { caseId: inOrder(seen)[0]!.id, purpose: '电话联系申请人' });
  }
}

/** By number: what is equally urgent has no order that two runs would share. */
export function inOrder<Thing extends { readonly number: string }>(things: readonly Thing[]): Thing[] {
  return [...things].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
}
