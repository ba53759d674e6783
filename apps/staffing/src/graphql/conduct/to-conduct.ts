import { clauses } from '@hall/contracts';
import type { Locale } from '@hall/kernel';
import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { Assessment } from '../../domain/conduct/assessment';
import type { ConductFinding, ConductRecord } from '../../domain/conduct/conduct';
import type { ConductRule } from '../../domain/conduct/conduct-rules';
import type { RecordedAction } from '../../persistence/conduct/conduct-queries';
import { AssessmentType, ConductActionType, ConductRecordType, ConductRuleType } from './conduct.type';

/** The words of a rule of conduct are those of its clause. */
const clauseById = new Map(clauses.map((clause) => [clause.id, clause]));

/** A rule of conduct, for readers. */
export function toConductRuleType(rule: ConductRule, locale: Locale): ConductRuleType {
  const { clause, polarity, area, detection, points, isActive: active } = rule;
  const { zh, en } = clauseById.get(clause)!;
  return createType(ConductRuleType, {
    clause,
    polarity,
    area,
    text: locale === 'en' ? en : zh,
    detection,
    points,
    active,
  });
}

/** What the system says about what it has found. */
const findingTexts: Readonly<Record<ConductFinding, readonly [zh: string, en: string]>> = {
  PROMISE_BROKEN: ['承诺时限已过而未办结', 'The promised time has passed and the case was not finished'],
  STEP_LATE: ['环节时限已过而未传递', 'The time of the step has passed and it was not handed on'],
  OPINION_LATE: ['联办时限已过而未提出意见', 'The time for the joint opinion has passed without one'],
  CHECK_LATE: ['法定审查告知期限已过', 'The time to check and to tell what is missing has passed'],
  NOT_TOLD_ONCE: ['未一次性告知，再次要求补正', 'Not everything was told at once; a second notice was needed'],
  PASSED_ON_AGAIN: ['来访者被再次转出', 'The visitor was passed on more than once'],
  REFERRAL_IGNORED: ['导办未在时限内接收', 'A referral to the window was not taken in time'],
  GUIDES_OUT: ['办事须知断档', 'No printed guide was left at the window'],
  PREPARATION_LATE: ['未按时提前到岗', 'Not at the post in time before opening'],
  LATE: ['迟到', 'Late'],
  ABSENT_HALF_DAY: ['开门半小时后仍未到岗，计半日旷工', 'Half an hour late or more: absent for the half day'],
};

/** A record of conduct, for readers. */
export function toConductType(record: ConductRecord, rules: readonly ConductRule[], locale: Locale): ConductRecordType {
  const { hallCode, clause, source, occurredAt, status, mostPoints, isUpheld: upheld, points, causeId } = record;
  const found = record.finding && findingTexts[record.finding][locale === 'en' ? 1 : 0];
  return createType(ConductRecordType, {
    id: globalId(record),
    rule: toConductRuleType(
      rules.find((rule) => rule.clause === clause)!,
      locale,
    ),
    source,
    facts: record.facts ?? found ?? '',
    occurredAt,
    status,
    mostPoints,
    upheld,
    points,
    causeId,
    staffId: globalIdOrNull(hallCode, record.staffId),
    caseId: globalIdOrNull(hallCode, record.caseId),
  });
}

/** What was said about a record, for readers. */
export function toConductActionType({ hallCode, kind, at, byId, note }: RecordedAction): ConductActionType {
  return createType(ConductActionType, { kind, at, note, byId: globalIdOrNull(hallCode, byId) });
}

/** A month in points, for readers. */
export function toAssessmentType(
  { deductions, ...month }: Assessment,
  rules: readonly ConductRule[],
  locale: Locale,
): AssessmentType {
  return createType(AssessmentType, {
    ...month,
    deductions: deductions.map((record) => toConductType(record, rules, locale)),
  });
}
