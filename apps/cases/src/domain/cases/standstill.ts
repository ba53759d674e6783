import { addDays, compareDates, plainDateOf } from '@hall/kernel';
import type { PauseGround, PlainDate, Refused } from '@hall/kernel';
import { isNamed } from '../contacts/outside-body';
import { refuse } from '../refusals';

/** What somebody says who stops the clock of a case. */
export interface StandstillRequest {
  readonly ground: PauseGround;
  /** Title and number of the paper that says so. */
  readonly evidence: string;
  /** Who inspects, appraises, reviews or replies. */
  readonly body: string | null;
  readonly expectedEnd: PlainDate;
}

/** A clock that was stopped: on what, by whom, and until when as far as is known. */
export interface Standstill extends StandstillRequest {
  /** Its deadline has this id: when it lasts longer than was expected, somebody is told. */
  readonly id: string;
  readonly since: Date;
  readonly stoppedById: string;
}

/** What each ground needs: a paper that is about it, and whom it depends on where that is not the hall itself. */
const needs: Readonly<Record<PauseGround, { readonly paper: RegExp; readonly zh: string; readonly en: string }>> = {
  AWAITING_CORRECTION: { paper: /补[正齐]/u, zh: '补齐通知书', en: 'a notice to complete the materials' },
  HEARING: { paper: /听证/u, zh: '听证通知书及文号', en: 'the notice of the hearing, with its number' },
  INSPECTION: {
    paper: /检[验测疫查]|勘[验察查]|核查/u,
    zh: '检验检测委托书及文号、检验检测机构',
    en: 'the order of the inspection with its number, and who inspects',
  },
  APPRAISAL: {
    paper: /鉴定/u,
    zh: '鉴定委托书及文号、鉴定机构',
    en: 'the order of the appraisal with its number, and who appraises',
  },
  EXPERT_REVIEW: {
    paper: /评审|论证|专家/u,
    zh: '专家评审通知及文号、组织评审的单位',
    en: 'the call of the review with its number, and who holds it',
  },
  HIGHER_LEVEL_REPLY: {
    paper: /请示|报请|函|批[复示]/u,
    zh: '请示文件及文号、受文上级机关',
    en: 'the question with its number, and the authority that is asked',
  },
};
const numbered = /[\d〇零一二两三四五六七八九十百千]+\s*号|\d{3,}/u;

/**
 * Says no to a clock that would stand still without a paper of its ground, without a number to find it by, without naming
 * whom it waits for, or without an end.
 *
 * @regulation A-30
 * @param atMostDays how far away the end may be expected; a longer wait is stopped anew, with a new paper
 */
export function refuseStandstill(
  { ground, evidence, body, expectedEnd }: StandstillRequest,
  now: Date,
  atMostDays: number,
): Refused | undefined {
  const { paper, ...what } = needs[ground];
  const isNamedIfNeeded = ground === 'HEARING' || (body !== null && isNamed(body));
  if (!paper.test(evidence) || !numbered.test(evidence) || !isNamedIfNeeded) return refuse('PAUSE_EVIDENCE', what);
  const today = plainDateOf(now);
  const latest = addDays(today, atMostDays);
  const isAhead = compareDates(expectedEnd, today) > 0 && compareDates(expectedEnd, latest) <= 0;
  return isAhead ? undefined : refuse('PAUSE_END', { latest });
}
