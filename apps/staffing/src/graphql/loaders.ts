import type { Clock } from '@hall/kernel';
import { batchLoader, entityLoader, listLoader } from '@hall/platform/graphql';
import type { HallKey, SubgraphContext } from '@hall/platform/graphql';
import type { StaffingQueries } from '../persistence/staffing-queries';
import type { CalendarYearType } from './types/calendar.type';
import {
  toCalendarYearTypes,
  toCheckInType,
  toCoverType,
  toDepartmentType,
  toHallType,
  toOfficerOnDutyType,
  toPostType,
  toStaffType,
  toVacancyType,
  toWindowType,
} from './to-graphql';

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

const self = <Row extends HallKey>(row: Row): HallKey => row;

/** The loaders of one request. */
export function createLoaders(queries: StaffingQueries, clock: Clock) {
  return {
    hall: batchLoader(
      async (codes) => new Map((await queries.halls(codes)).map((hall) => [hall.code, toHallType(hall)])),
    ),
    department: entityLoader((keys) => queries.departments(keys), self, toDepartmentType),
    window: entityLoader((keys) => queries.windows(keys), self, toWindowType),
    staff: entityLoader((keys) => queries.staff(keys), self, toStaffType),
    post: entityLoader((keys) => queries.posts(keys), self, toPostType),
    checkIn: entityLoader((keys) => queries.checkIns(keys), self, toCheckInType),
    cover: entityLoader((keys) => queries.covers(keys), self, toCoverType),
    officerOnDuty: entityLoader((keys) => queries.dutiesAt(keys, clock.now()), self, toOfficerOnDutyType),
    vacancy: entityLoader(
      (keys) => queries.openVacancies(keys),
      ({ hallCode, postId }) => ({ hallCode, id: postId }),
      toVacancyType,
    ),
    windowsOfDepartment: listLoader(
      (keys) => queries.windowsOfDepartments(keys),
      ({ hallCode, departmentId }) => ({ hallCode, id: departmentId }),
      toWindowType,
    ),
    postsOfWindow: listLoader(
      (keys) => queries.postsOfWindows(keys),
      ({ hallCode, windowId }) => ({ hallCode, id: windowId }),
      toPostType,
    ),
    calendarYearsOfHall: batchLoader<readonly CalendarYearType[]>(async (codes) => {
      const years = await queries.calendarYearsOfHalls(codes);
      return new Map(codes.map((code) => [code, toCalendarYearTypes(years.filter((year) => year.hallCode === code))]));
    }),
    departmentsOfHall: listOfHalls((codes) => queries.departmentsOfHalls(codes), toDepartmentType),
    windowsOfHall: listOfHalls((codes) => queries.windowsOfHalls(codes), toWindowType),
    postsOfHall: listOfHalls((codes) => queries.postsOfHalls(codes), toPostType),
  };
}

/** See {@link createLoaders}. */
export type StaffingLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type StaffingContext = SubgraphContext<StaffingLoaders>;
