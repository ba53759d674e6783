import { clauses } from '@hall/contracts';
import type { CalendarYear, Locale } from '@hall/kernel';
import { globalId, createType, globalIdOrNull } from '@hall/platform/graphql';
import { calendarInForce } from '../domain/calendar/calendar-year';
import type { CalendarYearStatus, PublishedYear } from '../domain/calendar/calendar-year';
import type { Assessment } from '../domain/conduct/assessment';
import type { ConductFinding, ConductRecord } from '../domain/conduct/conduct';
import type { ConductRule } from '../domain/conduct/conduct-rules';
import type { Department, Hall, ServiceWindow } from '../domain/structure/hall';
import type { Post } from '../domain/structure/post';
import type { StaffMember } from '../domain/structure/staff';
import type { DutyReceipt, Training } from '../domain/training/training';
import type { RecordedAction } from '../persistence/conduct/conduct-queries';
import type { CheckInRecord, Cover, Duty, Vacancy } from '../persistence/structure/staffing-queries';
import { CalendarYearType } from './calendar/calendar.type';
import { AssessmentType, ConductActionType, ConductRecordType, ConductRuleType } from './conduct/conduct.type';
import { DepartmentType, HallType, ServiceWindowType } from './structure/hall.type';
import { DutyReceiptType, TrainingType } from './training/training.type';
import { CoverType, OfficerOnDutyType, PostType, VacancyType } from './structure/post.type';
import { CheckInType, StaffType } from './structure/staff.type';

/** A year that the program itself knows, or does not know. */
type BuiltInYear = Omit<CalendarYear, 'status'> & { readonly status: CalendarYearStatus };

/** A hall, for readers. */
export const toHallType = ({ code, name, timeZone, sessions, preparation }: Hall): HallType =>
  createType(HallType, { code, name, timeZone, sessions, preparation });

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
  return createType(CalendarYearType, {
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
  return createType(CalendarYearType, {
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
  PREPARATION_LATE: ['未提前十分钟到岗', 'Not at the post ten minutes before opening'],
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

/** A training, for readers. */
export function toTrainingType(training: Training): TrainingType {
  const { hallCode, kind, topic, heldOn, minutes, notes } = training;
  const attendeeIds = training.attendeeIds.map((id) => globalId({ hallCode, id }));
  return createType(TrainingType, { id: globalId(training), kind, topic, heldOn, minutes, notes, attendeeIds });
}

/** A receipt for duties, for readers. */
export function toReceiptType({ hallCode, staffId, readAt }: DutyReceipt, current: boolean): DutyReceiptType {
  return createType(DutyReceiptType, { readAt, current, staffId: globalIdOrNull(hallCode, staffId) });
}

/** A check-in, for readers. */
export function toCheckInType({ hallCode, staffId, windowId, mark, at }: CheckInRecord): CheckInType {
  return createType(CheckInType, {
    mark,
    at,
    staffId: globalIdOrNull(hallCode, staffId),
    windowId: globalIdOrNull(hallCode, windowId),
  });
}
