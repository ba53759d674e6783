import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { Cover, Duty, Vacancy } from '../../persistence/authority/authority-queries';
import { CoverType, OfficerOnDutyType, VacancyType } from '../structure/structure.type';

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
