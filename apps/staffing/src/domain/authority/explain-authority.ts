import type { Authority, AuthorityRule, PersonAt, PostRole } from './authority';
import { situationAt } from './plan-authority';
import type { Assignment, LeaveSpan, PostHistory, StaffAct } from './plan-authority';
import { afterAct, dayBegins, hallDayOf } from './whereabouts';
import type { HallDay, HallRules, PersonDay, Presence, PresenceAct, Whereabouts } from './whereabouts';

/** What a step of an explanation is about, in the order of precedence. */
export const authorityStepKinds = ['ASSIGNMENT', 'LEAVE', 'COVER', 'PRESENCE', 'HOLDER'] as const;
/** One of {@link authorityStepKinds}. */
export type AuthorityStepKind = (typeof authorityStepKinds)[number];

/** One step from what is on record to who holds a post; the losing ones too, so that it also says why not. */
export interface AuthorityStep {
  readonly kind: AuthorityStepKind;
  readonly clause: string;
  readonly staffId: string | null;
  readonly role: PostRole | null;
  /** Whether it counts at the instant. */
  readonly applies: boolean;
  /** The span or the instant of the record, in milliseconds. */
  readonly from: number | null;
  readonly to: number | null;
  /** The record it rests on, where that has an identity of its own. */
  readonly recordId: string | null;
  readonly act: PresenceAct | null;
  readonly presence: Presence | null;
  readonly whereabouts: Whereabouts | null;
}

/** Who holds a post at an instant, from these facts, and why. */
export interface AuthorityReading {
  readonly authority: Authority;
  readonly rule: AuthorityRule;
  readonly isInService: boolean;
  /** From when until when nothing that matters changes, in milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly day: HallDay;
  readonly steps: readonly AuthorityStep[];
}

/** What a record of the history is known by. */
interface Identified {
  readonly id: string;
}

/** The history of a post whose acts and leaves can be pointed at. */
export interface ExplainedHistory extends PostHistory {
  readonly leaves: readonly (LeaveSpan & Identified)[];
  readonly acts: readonly (StaffAct & Identified)[];
}

const empty = { role: null, from: null, to: null, recordId: null, act: null, presence: null, whereabouts: null };
const clauseOfRole: Readonly<Record<PostRole, string>> = { LEAD: 'S5.1a', DEPUTY: 'S5.1b', TEMPORARY: 'A-18' };
const clauseOfRule: Readonly<Record<AuthorityRule, string>> = {
  LEAD_PRESENT: 'S5.1b',
  COVER: 'S5.2a',
  COVER_GOES_ON: 'S5.2a',
  NOBODY_TO_ACT: 'S5.1c',
  LEAD_AWAITED: 'A-20',
  NOBODY: 'S5.1c',
};

/**
 * Explains who holds a post at an instant, by the same planner that decides it: every assignment, leave, act and presence
 * that was weighed, whether it counted, and the rule that settled it.
 *
 * @regulation S5.1c S5.2a S5.4b
 */
export function explainAuthority(history: ExplainedHistory, rules: HallRules, at: number): AuthorityReading {
  const situation = situationAt(history, rules, at);
  const day = hallDayOf(at, rules);
  const { seats, before, authority, rule } = situation;
  const seated = [seats.lead, seats.deputy, ...seats.temporaries].filter((each) => each !== undefined);
  const steps: AuthorityStep[] = [
    ...history.assignments.filter((span) => touches(span, day)).map((each) => assignmentStep(each, at)),
    ...seated.flatMap(({ staffId }) =>
      history.leaves
        .filter((leave) => leave.staffId === staffId && touches(leave, day))
        .map((leave) => leaveStep(leave, at)),
    ),
    ...coverSteps(before, rule),
    ...seated.flatMap((person) => [...actSteps(person, history, day, at), presenceStep(person)]),
    holderStep(authority, rule),
  ];
  const { isInService, from, to } = situation;
  return { authority, rule, isInService, from, to, day, steps };
}

const touches = ({ from, to }: { readonly from: number; readonly to: number | null }, day: HallDay): boolean =>
  from < day.to && (to === null || to > day.from);
const counts = ({ from, to }: { readonly from: number; readonly to: number | null }, at: number): boolean =>
  from <= at && (to === null || at < to);

function assignmentStep({ role, staffId, from, to }: Assignment, at: number): AuthorityStep {
  const clause = clauseOfRole[role];
  return { ...empty, kind: 'ASSIGNMENT', clause, staffId, role, from, to, applies: counts({ from, to }, at) };
}

function leaveStep({ id: recordId, staffId, from, to }: LeaveSpan & Identified, at: number): AuthorityStep {
  return { ...empty, kind: 'LEAVE', clause: 'S5.3a', staffId, recordId, from, to, applies: counts({ from, to }, at) };
}

/** A cover that was under way in the instant before, and whether it goes on because of that. */
function coverSteps(before: Authority, rule: AuthorityRule): AuthorityStep[] {
  if (before.state !== 'HELD' || before.holder.role === 'LEAD') return [];
  const { staffId, role } = before.holder;
  return [
    { ...empty, kind: 'COVER', clause: 'S5.2a', staffId, role, applies: rule === 'COVER' || rule === 'COVER_GOES_ON' },
  ];
}

/** What a person did that day up to the instant; an act that changed nothing does not count. */
function actSteps({ staffId }: PersonAt, { acts }: ExplainedHistory, day: HallDay, at: number): AuthorityStep[] {
  let known: PersonDay = dayBegins;
  const steps: AuthorityStep[] = [];
  for (const { id: recordId, kind: act, at: done } of acts.filter((each) => each.staffId === staffId)) {
    if (done < day.from || done > at) continue;
    const next = afterAct(known, act, done);
    const applies = next !== known;
    known = next;
    const { whereabouts } = next;
    steps.push({
      ...empty,
      kind: 'PRESENCE',
      clause: 'S1.5a',
      staffId,
      recordId,
      act,
      from: done,
      applies,
      whereabouts,
    });
  }
  return steps;
}

function presenceStep({ staffId, presence, day: { whereabouts } }: PersonAt): AuthorityStep {
  return {
    ...empty,
    kind: 'PRESENCE',
    clause: 'A-20',
    staffId,
    presence,
    whereabouts,
    applies: presence === 'PRESENT',
  };
}

function holderStep(authority: Authority, rule: AuthorityRule): AuthorityStep {
  const holder = authority.state === 'HELD' ? authority.holder : null;
  const { staffId, role } = { staffId: holder?.staffId ?? null, role: holder?.role ?? null };
  return { ...empty, kind: 'HOLDER', clause: clauseOfRule[rule], staffId, role, applies: true };
}
