import { globalId } from '@hall/platform/graphql';
import type { Department, Hall, ServiceWindow } from '../domain/hall';
import type { Post } from '../domain/post';
import type { StaffMember } from '../domain/staff';
import type { CheckInRecord, Cover, Duty, Vacancy } from '../persistence/staffing-queries';
import { DepartmentType, HallType, ServiceWindowType } from './types/hall.type';
import { CoverType, OfficerOnDutyType, PostType, VacancyType } from './types/post.type';
import { CheckInType, StaffType } from './types/staff.type';

/** Union members and types must be instances of their class; inside, references are global ids already. */
const make = <T extends object>(type: new () => T, fields: Partial<Record<keyof T, unknown>>): T =>
  Object.assign(new type(), fields);

const idOrNull = (hallCode: string, id: string | null): string | null => id && globalId({ hallCode, id });

export const toHallType = ({ code, name, timeZone, sessions }: Hall): HallType =>
  make(HallType, { code, name, timeZone, sessions });

export function toDepartmentType(department: Department): DepartmentType {
  const { hallCode, code, name, headId } = department;
  return make(DepartmentType, { id: globalId(department), code, name, headId: idOrNull(hallCode, headId) });
}

export function toWindowType(window: ServiceWindow): ServiceWindowType {
  const { hallCode, number, name, status, departmentId } = window;
  return make(ServiceWindowType, {
    id: globalId(window),
    number,
    name,
    status,
    departmentId: idOrNull(hallCode, departmentId),
  });
}

export function toStaffType(member: StaffMember): StaffType {
  const { hallCode, badgeNumber, name, roles, departmentId } = member;
  return make(StaffType, {
    id: globalId(member),
    badgeNumber,
    name,
    roles,
    departmentId: idOrNull(hallCode, departmentId),
  });
}

export function toPostType(post: Post): PostType {
  const { hallCode, code, name, duties, windowId, leadId, deputyId } = post;
  return make(PostType, {
    id: globalId(post),
    code,
    name,
    duties,
    windowId: idOrNull(hallCode, windowId),
    leadId: idOrNull(hallCode, leadId),
    deputyId: idOrNull(hallCode, deputyId),
  });
}

export function toOfficerOnDutyType(duty: Duty): OfficerOnDutyType {
  const { hallCode, role, since, staffId, actingForId, coverId } = duty;
  return make(OfficerOnDutyType, {
    role,
    since,
    postId: globalId(duty),
    staffId: idOrNull(hallCode, staffId),
    actingForId: idOrNull(hallCode, actingForId),
    coverId: idOrNull(hallCode, coverId),
  });
}

export function toCoverType(cover: Cover): CoverType {
  const { hallCode, cause, from, to, postId, absentId, actingId } = cover;
  return make(CoverType, {
    id: globalId(cover),
    cause,
    from,
    to,
    postId: idOrNull(hallCode, postId),
    absentId: idOrNull(hallCode, absentId),
    actingId: idOrNull(hallCode, actingId),
  });
}

export function toVacancyType({ hallCode, since, reason, ownerId }: Vacancy): VacancyType {
  return make(VacancyType, { since, reason, ownerId: idOrNull(hallCode, ownerId) });
}

export function toCheckInType({ hallCode, staffId, windowId, mark, at }: CheckInRecord): CheckInType {
  return make(CheckInType, { mark, at, staffId: idOrNull(hallCode, staffId), windowId: idOrNull(hallCode, windowId) });
}
