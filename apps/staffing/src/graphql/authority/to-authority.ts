import { toIsoWithOffset } from '@hall/kernel';
import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { Cover, Duty, Vacancy } from '../../persistence/authority/authority-queries';
import type { AuthorityReading, AuthorityStep } from '../../domain/authority/explain-authority';
import { CoverType, OfficerOnDutyType, OpeningSessionType, VacancyType } from '../structure/structure.type';
import { AuthorityExplanationType, AuthorityReadingType, AuthorityStepType, CoverageGapType } from './authority.type';
import type { ExplainedPost, Gap } from './explain-post';

/** A holder of a post, for readers. */
export function toOfficerOnDutyType(duty: Duty): OfficerOnDutyType {
  const { hallCode, role, since, staffId, actingForId, coverId } = duty;
  return createType(OfficerOnDutyType, {
    role,
    since,
    postId: globalId(duty),
    staffId: globalIdOrNull(hallCode, staffId),
    actingForId: globalIdOrNull(hallCode, actingForId),
    coverId: globalIdOrNull(hallCode, coverId),
  });
}

/** A cover, for readers. */
export function toCoverType(cover: Cover): CoverType {
  const { hallCode, cause, from, to, postId, absentId, actingId } = cover;
  return createType(CoverType, {
    id: globalId(cover),
    cause,
    from,
    to,
    postId: globalIdOrNull(hallCode, postId),
    absentId: globalIdOrNull(hallCode, absentId),
    actingId: globalIdOrNull(hallCode, actingId),
  });
}

/** A vacancy, for readers. */
export function toVacancyType({ hallCode, since, reason, ownerId }: Vacancy): VacancyType {
  return createType(VacancyType, { since, reason, ownerId: globalIdOrNull(hallCode, ownerId) });
}

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
