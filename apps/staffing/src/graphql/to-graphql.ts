import type { CalendarYear } from '@hall/kernel';
import { globalId, make, refOrNull } from '@hall/platform/graphql';
import { calendarInForce } from '../domain/calendar-year';
import type { CalendarYearStatus, PublishedYear } from '../domain/calendar-year';
import type { Department, Hall, ServiceWindow } from '../domain/hall';
import type { Post } from '../domain/post';
import type { StaffMember } from '../domain/staff';
import type { CheckInRecord, Cover, Duty, Vacancy } from '../persistence/staffing-queries';
import { CalendarYearType } from './types/calendar.type';
import { DepartmentType, HallType, ServiceWindowType } from './types/hall.type';
import { CoverType, OfficerOnDutyType, PostType, VacancyType } from './types/post.type';
import { CheckInType, StaffType } from './types/staff.type';

/** A year that the program itself knows, or does not know. */
type BuiltInYear = Omit<CalendarYear, 'status'> & { readonly status: CalendarYearStatus };

/** A hall, for readers. */
export const toHallType = ({ code, name, timeZone, sessions }: Hall): HallType =>
  make(HallType, { code, name, timeZone, sessions });

/** The calendar of a hall that has published these years, for readers: every known year and the first unknown one. */
export function toCalendarYearTypes(published: readonly PublishedYear[]): readonly CalendarYearType[] {
  const { years, lastYear } = calendarInForce(published);
  const own = new Map(published.map((year) => [year.year, year]));
  const missing = { year: lastYear + 1, status: 'MISSING', sources: [], holidays: [] } as const;
  return [...years, missing].map((known) => {
    const year = own.get(known.year);
    return year ? toPublishedYearType(year) : toBuiltInYearType(known);
  });
}

function toPublishedYearType({ year, reference, off, makeUp, publishedAt, revision }: PublishedYear): CalendarYearType {
  const days = { offDays: off, makeUpDays: makeUp };
  return make(CalendarYearType, {
    year,
    status: 'OFFICIAL',
    noticeReference: reference,
    ...days,
    publishedAt,
    revision,
  });
}

function toBuiltInYearType({ year, status, sources, holidays }: BuiltInYear): CalendarYearType {
  const days = (kind: 'off' | 'makeUp'): string[] => [...new Set(holidays.flatMap((each) => each[kind]))].sort();
  return make(CalendarYearType, {
    year,
    status,
    noticeReference: status === 'OFFICIAL' ? sources.join('、') : null,
    offDays: days('off'),
    makeUpDays: days('makeUp'),
    publishedAt: null,
    revision: null,
  });
}

/** A department, for readers. */
export function toDepartmentType(department: Department): DepartmentType {
  const { hallCode, code, name, headId } = department;
  return make(DepartmentType, { id: globalId(department), code, name, headId: refOrNull(hallCode, headId) });
}

/** A window, for readers. */
export function toWindowType(window: ServiceWindow): ServiceWindowType {
  const { hallCode, number, name, status, departmentId } = window;
  return make(ServiceWindowType, {
    id: globalId(window),
    number,
    name,
    status,
    departmentId: refOrNull(hallCode, departmentId),
  });
}

/** A member of staff, for readers: never the account. */
export function toStaffType(member: StaffMember): StaffType {
  const { hallCode, badgeNumber, name, roles, departmentId } = member;
  return make(StaffType, {
    id: globalId(member),
    badgeNumber,
    name,
    roles,
    departmentId: refOrNull(hallCode, departmentId),
  });
}

/** A post, for readers. */
export function toPostType(post: Post): PostType {
  const { hallCode, code, name, duties, windowId, leadId, deputyId } = post;
  return make(PostType, {
    id: globalId(post),
    code,
    name,
    duties,
    windowId: refOrNull(hallCode, windowId),
    leadId: refOrNull(hallCode, leadId),
    deputyId: refOrNull(hallCode, deputyId),
  });
}

/** A holder of a post, for readers. */
export function toOfficerOnDutyType(duty: Duty): OfficerOnDutyType {
  const { hallCode, role, since, staffId, actingForId, coverId } = duty;
  return make(OfficerOnDutyType, {
    role,
    since,
    postId: globalId(duty),
    staffId: refOrNull(hallCode, staffId),
    actingForId: refOrNull(hallCode, actingForId),
    coverId: refOrNull(hallCode, coverId),
  });
}

/** A cover, for readers. */
export function toCoverType(cover: Cover): CoverType {
  const { hallCode, cause, from, to, postId, absentId, actingId } = cover;
  return make(CoverType, {
    id: globalId(cover),
    cause,
    from,
    to,
    postId: refOrNull(hallCode, postId),
    absentId: refOrNull(hallCode, absentId),
    actingId: refOrNull(hallCode, actingId),
  });
}

/** A vacancy, for readers. */
export function toVacancyType({ hallCode, since, reason, ownerId }: Vacancy): VacancyType {
  return make(VacancyType, { since, reason, ownerId: refOrNull(hallCode, ownerId) });
}

/** A check-in, for readers. */
export function toCheckInType({ hallCode, staffId, windowId, mark, at }: CheckInRecord): CheckInType {
  return make(CheckInType, {
    mark,
    at,
    staffId: refOrNull(hallCode, staffId),
    windowId: refOrNull(hallCode, windowId),
  });
}
