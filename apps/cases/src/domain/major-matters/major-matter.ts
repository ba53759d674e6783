import { done, plainDateOf } from '@hall/kernel';
import type { OfferedAct, Outcome, Refused } from '@hall/kernel';
import { isLeader } from '../cases/caller';
import type { Caller } from '../cases/caller';
import { refuse } from '../refusals';

/** What counts as a major matter at a window. */
export const majorMatterKinds = [
  'GROUP_DEMAND',
  'INJURY_OR_THREAT',
  'MONEY',
  'POLICY_CONFLICT',
  'SYSTEM_OUTAGE',
  'MEDIA_PRESENT',
  'SUSPECTED_FRAUD',
] as const;
/** One of {@link majorMatterKinds}. */
export type MajorMatterKind = (typeof majorMatterKinds)[number];

/** A major matter, reported upwards with a request for instructions (请示汇报). */
export interface MajorMatter {
  readonly hallCode: string;
  readonly id: string;
  readonly kind: MajorMatterKind;
  readonly facts: string;
  readonly caseId: string | null;
  readonly contactId: string | null;
  readonly occurredAt: Date;
  readonly reportedById: string;
  readonly reportedAt: Date;
  /** Whether it was reported on the day on which it happened. */
  readonly reportedInTime: boolean;
  readonly answer: string | null;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
}

/**
 * Reports a major matter. A late report is taken all the same, and said to be late.
 *
 * @regulation S1.2h A-02
 * @refuses OCCURRED_IN_FUTURE
 */
export function openMatter(
  facts: Pick<MajorMatter, 'hallCode' | 'id' | 'kind' | 'facts' | 'caseId' | 'contactId' | 'occurredAt'>,
  reportedById: string,
  now: Date,
): Outcome<MajorMatter> {
  if (facts.occurredAt > now) return refuse('OCCURRED_IN_FUTURE');
  const reportedInTime = plainDateOf(facts.occurredAt) === plainDateOf(now);
  return done({
    ...facts,
    reportedById,
    reportedAt: now,
    reportedInTime,
    answer: null,
    answeredById: null,
    answeredAt: null,
  });
}

function refuseMatterAnswer(matter: MajorMatter, officerId: string): Refused | undefined {
  if (matter.answeredAt !== null) return refuse('MATTER_ANSWERED');
  return matter.reportedById === officerId ? refuse('ANSWER_OWN_MATTER') : undefined;
}

/** A major matter, the department of whoever has reported it, and who looks at it. */
interface MatterInSight {
  readonly matter: MajorMatter;
  readonly departmentId: string;
  readonly caller: Caller;
}

/**
 * What somebody may do with a major matter now.
 *
 * @regulation S1.2h A-02
 */
export const matterActs = {
  answerMajorMatter: {
    text: '上级答复（S1.2h） / Answer as a superior',
    refuse: ({ matter, departmentId, caller }) =>
      isLeader(caller, departmentId) ? refuseMatterAnswer(matter, caller.id) : refuse('LEADER_REQUIRED'),
  },
} satisfies Record<string, OfferedAct<MatterInSight>>;

/**
 * A superior answers.
 *
 * @regulation S1.2h
 * @refuses MATTER_ANSWERED, ANSWER_OWN_MATTER
 */
export function applyMatterAnswer(
  matter: MajorMatter,
  { officerId, answer, now }: { officerId: string; answer: string; now: Date },
): Outcome<MajorMatter> {
  const refused = refuseMatterAnswer(matter, officerId);
  if (refused) return refused;
  return done({ ...matter, answer, answeredById: officerId, answeredAt: now });
}
