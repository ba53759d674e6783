import { toIsoWithOffset } from '@hall/kernel';
import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { AuthorityReading, AuthorityStep } from '../../domain/authority/explain-authority';
import { OpeningSessionType } from '../structure/structure.type';
import { AuthorityExplanationType, AuthorityReadingType, AuthorityStepType, CoverageGapType } from './authority.type';
import type { ExplainedPost, Gap } from './explain-post';

const instantOf = (ms: number | null): Date | null => (ms === null || !Number.isFinite(ms) ? null : new Date(ms));

function toStepType(hallCode: string, { staffId, recordId, from, to, ...step }: AuthorityStep): AuthorityStepType {
  return createType(AuthorityStepType, {
    ...step,
    from: instantOf(from),
    to: instantOf(to),
    recordId: globalIdOrNull(hallCode, recordId),
    staffId: globalIdOrNull(hallCode, staffId),
  });
}

function toReadingType(hallCode: string, reading: AuthorityReading): AuthorityReadingType {
  const { authority, rule, isInService, steps } = reading;
  const holder = authority.state === 'HELD' ? authority.holder : null;
  return createType(AuthorityReadingType, {
    state: authority.state,
    rule,
    role: holder?.role ?? null,
    cause: 'cause' in authority ? authority.cause : null,
    isInService,
    from: new Date(reading.from),
    to: new Date(reading.to),
    steps: steps.map((step) => toStepType(hallCode, step)),
    staffId: globalIdOrNull(hallCode, holder?.staffId ?? null),
    actingForId: globalIdOrNull(hallCode, holder?.actingForId ?? null),
  });
}

/** Why somebody held a post, for readers. */
export function toExplanationType({ post, at, rules, isOnRecord, then, now }: ExplainedPost): AuthorityExplanationType {
  const { sessions, end } = now.day;
  const timeOf = (ms: number): string => toIsoWithOffset(new Date(ms)).slice(11, 16);
  return createType(AuthorityExplanationType, {
    postId: globalId(post),
    at,
    sessions: sessions.map(({ from, to }) => createType(OpeningSessionType, { from: timeOf(from), to: timeOf(to) })),
    dayEnd: new Date(end),
    graceMinutes: rules.graceMinutes,
    isOnRecord,
    asKnownThen: toReadingType(post.hallCode, then),
    asKnownNow: toReadingType(post.hallCode, now),
  });
}

/** A gap in coverage, for readers. */
export function toCoverageGapType({ hallCode, postId, from, to, reason, isForecast }: Gap): CoverageGapType {
  return createType(CoverageGapType, { postId: globalId({ hallCode, id: postId }), from, to, reason, isForecast });
}
