import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { Department, Hall, ServiceWindow } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import type { TemporaryAppointment } from '../../domain/structure/temporary';
import type { StaffMember } from '../../domain/structure/staff';
import {
  DepartmentType,
  HallType,
  ServiceWindowType,
  PostType,
  StaffType,
  TemporaryAppointmentType,
} from './structure.type';

/** A hall, for readers. */
export const toHallType = ({ code, name, timeZone, sessions, preparation }: Hall): HallType =>
  createType(HallType, { code, name, timeZone, sessions, preparation });

/** A department, for readers. */
export function toDepartmentType(department: Department): DepartmentType {
  const { hallCode, code, name, headId } = department;
  return createType(DepartmentType, { id: globalId(department), code, name, headId: globalIdOrNull(hallCode, headId) });
}

/** A window, for readers. */
export function toWindowType(window: ServiceWindow): ServiceWindowType {
  const { hallCode, number, name, status, departmentId } = window;
  return createType(ServiceWindowType, {
    id: globalId(window),
    number,
    name,
    status,
    departmentId: globalIdOrNull(hallCode, departmentId),
  });
}

/** A member of staff, for readers: never the account. */
export function toStaffType(member: StaffMember): StaffType {
  const { hallCode, badgeNumber, name, roles, departmentId } = member;
  return createType(StaffType, {
    id: globalId(member),
    badgeNumber,
    name,
    roles,
    departmentId: globalIdOrNull(hallCode, departmentId),
  });
}

/** Who stands in at a post, for readers. */
export function toTemporaryType(temporary: TemporaryAppointment): TemporaryAppointmentType {
  const { hallCode, from, to, reason, staffId, appointedById } = temporary;
  return createType(TemporaryAppointmentType, {
    from,
    to,
    reason,
    staffId: globalIdOrNull(hallCode, staffId),
    appointedById: globalIdOrNull(hallCode, appointedById),
  });
}

/** A post, for readers. */
export function toPostType(post: Post): PostType {
  const { hallCode, code, name, duties, windowId, leadId, deputyId } = post;
  return createType(PostType, {
    id: globalId(post),
    code,
    name,
    duties,
    windowId: globalIdOrNull(hallCode, windowId),
    leadId: globalIdOrNull(hallCode, leadId),
    deputyId: globalIdOrNull(hallCode, deputyId),
  });
}
