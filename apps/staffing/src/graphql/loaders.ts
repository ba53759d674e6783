import DataLoader from 'dataloader';
import { offeredOf } from '@hall/kernel';
import type { HallKey, YearMonth } from '@hall/kernel';
import type { Actor } from '@hall/platform/actor';
import { batchLoader, derivedLoader, entityLoader, globalId, keyOf, listLoader } from '@hall/platform/graphql';
import type { MayCall, SubgraphContext } from '@hall/platform/graphql';
import type { StaffingPorts } from '../use-cases/ports';
import { calendarInForce } from '../domain/calendar/calendar-year';
import type { Days } from '../domain/attendance/person-days';
import { conductActs } from '../domain/conduct/offered-actions';
import { isCurrent } from '../domain/training/training';
import type { CalendarYearType } from './calendar/calendar.type';
import { toCalendarYearTypes } from './calendar/to-calendar';
import { attendanceOf, daysOfHall } from './attendance/attendance-days';
import { toAttendanceDayType, toCheckInType } from './attendance/to-attendance';
import { toConductActionType } from './conduct/to-conduct';
import { toAcceptanceType, toLeaveType } from './leave/to-leave';
import { toCoverType, toOfficerOnDutyType, toVacancyType } from './authority/to-authority';
import {
  toDepartmentType,
  toHallType,
  toPostType,
  toStaffType,
  toTemporaryType,
  toWindowType,
} from './structure/to-structure';
import type { StaffingReads } from './queries';
import { toReceiptType } from './training/to-training';

export type { StaffingParts, StaffingReads } from './queries';

/** Children of halls, by hall code. */
function listOfHalls<Row extends { readonly hallCode: string }, T>(
  find: (codes: readonly string[]) => Promise<readonly Row[]>,
  convert: (row: Row) => T,
) {
  return batchLoader(async (codes) => {
    const lists = new Map<string, T[]>(codes.map((code) => [code, []]));
    for (const row of await find(codes)) lists.get(row.hallCode)?.push(convert(row));
    return lists;
  });
}

/** A person in a month. */
export interface StaffMonth {
  readonly staffId: string;
  readonly month: YearMonth;
}

/** A person and days, both included. */
export interface StaffDays extends Days {
  readonly staffId: string;
}

const self = <Row extends HallKey>(row: Row): HallKey => row;

/** The loaders of one request. */
export function createLoaders(
  reads: StaffingReads,
  actor: Actor,
  { clock, settings }: Pick<StaffingPorts, 'clock' | 'settings'>,
  mayDo: MayCall,
) {
  const { structure, calendar, attendance, authority, leave, conduct, training } = reads;
  const caller = new DataLoader(async (asked: readonly 'me'[]) => {
    const { account, hallCode } = actor;
    const isStaff = account !== undefined && hallCode !== undefined;
    const member = isStaff ? await structure.staffByAccount(hallCode, account) : undefined;
    return asked.map(() => member ?? null);
  });
  const member = entityLoader((keys) => structure.staff(keys), self);
  const calendars = new DataLoader(async (hallCodes: readonly string[]) => {
    const years = await calendar.yearsOfHalls(hallCodes);
    return hallCodes.map((code) => calendarInForce(years.filter(({ hallCode }) => hallCode === code)));
  });
  return {
    /** The member of staff who asks; null for everybody else. */
    caller,
    member,
    /** What the caller may do with a record of conduct now. */
    conductActionsOffered: derivedLoader(
      entityLoader((keys) => conduct.records(keys), self),
      async (record) => {
        if (!record || record.hallCode !== actor.hallCode) return [];
        const { hallCode, staffId: id } = record;
        const [me, person, inForce] = await Promise.all([
          caller.load('me'),
          member.load(globalId({ hallCode, id })),
          calendars.load(hallCode),
        ]);
        if (!me || !person) return [];
        const { statementWithinWorkingDays } = settings['A-17'];
        const seen = {
          record,
          person,
          caller: me,
          now: clock.now(),
          calendar: inForce,
          statementWithinWorkingDays,
        };
        return offeredOf(conductActs, seen).filter((name) => mayDo(name, me.roles));
      },
    ),
    /** The rules of conduct that a hall has in force. */
    conductRules: new DataLoader((hallCodes: readonly string[]) =>
      Promise.all(hallCodes.map((code) => conduct.rules(code))),
    ),
    /** Records of conduct of a person in a month. */
    conductOf: new DataLoader(
      async (wanted: readonly StaffMonth[]) => {
        const months = [...new Set(wanted.map(({ month }) => month))];
        const found = await Promise.all(
          months.map((month) => {
            const staff = wanted.filter((each) => each.month === month).map(({ staffId }) => keyOf(staffId));
            return conduct.recordsOfMonth(staff, month);
          }),
        );
        return wanted.map(({ staffId, month }) =>
          found[months.indexOf(month)]!.filter((record) => globalId({ ...record, id: record.staffId }) === staffId),
        );
      },
      { cacheKeyFn: ({ staffId, month }) => `${staffId} ${month}` },
    ),
    /** How a person attended on some days. */
    attendanceOf: new DataLoader(
      async (wanted: readonly StaffDays[]) => {
        const spanOf = ({ staffId, from, to }: StaffDays): string => `${keyOf(staffId).hallCode} ${from} ${to}`;
        const spans = [...new Map(wanted.map((each) => [spanOf(each), each])).entries()];
        const found = await Promise.all(
          spans.map(async ([span, { staffId, from, to }]) => {
            const { hallCode } = keyOf(staffId);
            const days = await daysOfHall({ reads, ports: { clock, settings } }, hallCode, { from, to });
            const people = wanted.filter((each) => spanOf(each) === span).map((each) => keyOf(each.staffId).id);
            const marked = days ? await attendanceOf({ reads, ports: { clock, settings } }, days, people) : [];
            return [span, marked] as const;
          }),
        );
        const bySpan = new Map(found);
        return wanted.map((each) => {
          const { hallCode, id } = keyOf(each.staffId);
          return bySpan
            .get(spanOf(each))!
            .filter(({ staffId }) => staffId === id)
            .map((day) => toAttendanceDayType(hallCode, day));
        });
      },
      { cacheKeyFn: ({ staffId, from, to }) => `${staffId} ${from} ${to}` },
    ),
    conductRecord: entityLoader((keys) => conduct.records(keys), self),
    conductActions: listLoader(
      (keys) => conduct.actions(keys),
      ({ hallCode, recordId }) => ({ hallCode, id: recordId }),
      toConductActionType,
    ),
    dutyReceipts: new DataLoader(async (postIds: readonly string[]) => {
      const keys = postIds.map((id) => keyOf(id));
      const [receipts, posts] = await Promise.all([training.receipts(keys), structure.posts(keys)]);
      return keys.map(({ hallCode, id }) => {
        const post = posts.find((each) => each.hallCode === hallCode && each.id === id);
        return receipts
          .filter((receipt) => receipt.hallCode === hallCode && receipt.postId === id)
          .map((receipt) => toReceiptType(receipt, post !== undefined && isCurrent(receipt, post)));
      });
    }),
    hall: batchLoader(
      async (codes) => new Map((await structure.halls(codes)).map((hall) => [hall.code, toHallType(hall)])),
    ),
    department: entityLoader((keys) => structure.departments(keys), self, toDepartmentType),
    window: entityLoader((keys) => structure.windows(keys), self, toWindowType),
    staff: derivedLoader(member, (found) => found && toStaffType(found)),
    post: entityLoader((keys) => structure.posts(keys), self, toPostType),
    checkIn: entityLoader((keys) => attendance.checkIns(keys), self, toCheckInType),
    acceptancesOfLeave: listLoader(
      (keys) => leave.acceptances(keys),
      ({ hallCode, leaveId }) => ({ hallCode, id: leaveId }),
      toAcceptanceType,
    ),
    leave: entityLoader(
      (keys) => leave.leaves(keys),
      self,
      (found) => toLeaveType(found, clock.now()),
    ),
    cover: entityLoader((keys) => authority.covers(keys), self, toCoverType),
    officerOnDuty: entityLoader((keys) => authority.dutiesAt(keys, clock.now()), self, toOfficerOnDutyType),
    temporariesOfPost: listLoader(
      (keys) => structure.temporaries(keys, clock.now()),
      ({ hallCode, postId }) => ({ hallCode, id: postId }),
      toTemporaryType,
    ),
    vacancy: entityLoader(
      (keys) => authority.openVacancies(keys),
      ({ hallCode, postId }) => ({ hallCode, id: postId }),
      toVacancyType,
    ),
    windowsOfDepartment: listLoader(
      (keys) => structure.windowsOfDepartments(keys),
      ({ hallCode, departmentId }) => ({ hallCode, id: departmentId }),
      toWindowType,
    ),
    postsOfWindow: listLoader(
      (keys) => structure.postsOfWindows(keys),
      ({ hallCode, windowId }) => ({ hallCode, id: windowId }),
      toPostType,
    ),
    calendarYearsOfHall: batchLoader<readonly CalendarYearType[]>(async (codes) => {
      const years = await calendar.yearsOfHalls(codes);
      return new Map(codes.map((code) => [code, toCalendarYearTypes(years.filter((year) => year.hallCode === code))]));
    }),
    departmentsOfHall: listOfHalls((codes) => structure.departmentsOfHalls(codes), toDepartmentType),
    windowsOfHall: listOfHalls((codes) => structure.windowsOfHalls(codes), toWindowType),
    postsOfHall: listOfHalls((codes) => structure.postsOfHalls(codes), toPostType),
  };
}

/** See {@link createLoaders}. */
export type StaffingLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type StaffingContext = SubgraphContext<StaffingLoaders>;
