import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StaffingContext } from '../loaders';
import { CalendarYearType } from '../calendar/calendar.type';
import { DepartmentType, HallType, ServiceWindowType } from './hall.type';
import { CoverType, OfficerOnDutyType, PostType, VacancyType } from './post.type';
import { CheckInType, StaffType } from './staff.type';

/** The parts of a hall. */
@Resolver(() => HallType)
export class HallFieldsResolver {
  @FieldResolver(() => [CalendarYearType], {
    description:
      '工作日历，自2004年起，至第一个未知年份（A-30） / Working-day calendar from 2004 on, ending with the first unknown year',
  })
  calendarYears(@Root() { code }: HallType, @Ctx() { loaders }: StaffingContext) {
    return loaders.calendarYearsOfHall.load(code);
  }

  @FieldResolver(() => [DepartmentType], { description: '部门，按编号 / Departments, by code' })
  departments(@Root() { code }: HallType, @Ctx() { loaders }: StaffingContext) {
    return loaders.departmentsOfHall.load(code);
  }

  @FieldResolver(() => [ServiceWindowType], { description: '窗口，按窗口号 / Windows, by number' })
  windows(@Root() { code }: HallType, @Ctx() { loaders }: StaffingContext) {
    return loaders.windowsOfHall.load(code);
  }

  @FieldResolver(() => [PostType], { description: '岗位，按编号 / Posts, by code' })
  posts(@Root() { code }: HallType, @Ctx() { loaders }: StaffingContext) {
    return loaders.postsOfHall.load(code);
  }
}

/** Fields of a department that lead elsewhere. */
@Resolver(() => DepartmentType)
export class DepartmentFieldsResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: '部门负责人 / Head of the department' })
  head(@Root() { headId }: DepartmentType, @Ctx() { loaders }: StaffingContext) {
    return headId && loaders.staff.load(headId);
  }

  @FieldResolver(() => [ServiceWindowType], { description: '窗口，按窗口号 / Windows, by number' })
  windows(@Root() { id }: DepartmentType, @Ctx() { loaders }: StaffingContext) {
    return loaders.windowsOfDepartment.load(id);
  }
}

/** Fields of a window that lead elsewhere. */
@Resolver(() => ServiceWindowType)
export class WindowFieldsResolver {
  @FieldResolver(() => DepartmentType, { description: '所属部门 / Department that runs it' })
  department(@Root() { departmentId }: ServiceWindowType, @Ctx() { loaders }: StaffingContext) {
    return loaders.department.load(departmentId);
  }

  @FieldResolver(() => [PostType], { description: '岗位，按编号 / Posts, by code' })
  posts(@Root() { id }: ServiceWindowType, @Ctx() { loaders }: StaffingContext) {
    return loaders.postsOfWindow.load(id);
  }

  @FieldResolver(() => [OfficerOnDutyType], {
    description: '亮证：窗口当前在岗人（S1.4a） / Who is on duty at the window now',
  })
  async onDuty(@Root() { id }: ServiceWindowType, @Ctx() { loaders }: StaffingContext) {
    const posts = await loaders.postsOfWindow.load(id);
    const holders = await Promise.all(posts.map((post) => loaders.officerOnDuty.load(post.id)));
    return holders.filter((holder) => holder !== null);
  }
}

/** Fields of a member of staff that lead elsewhere. */
@Resolver(() => StaffType)
export class StaffFieldsResolver {
  @FieldResolver(() => DepartmentType, { description: '所属部门 / Department' })
  department(@Root() { departmentId }: StaffType, @Ctx() { loaders }: StaffingContext) {
    return loaders.department.load(departmentId);
  }
}

/** Fields of a check-in that lead elsewhere. */
@Resolver(() => CheckInType)
export class CheckInFieldsResolver {
  @FieldResolver(() => StaffType, { description: '签到人 / Who' })
  staff(@Root() { staffId }: CheckInType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(staffId);
  }

  @FieldResolver(() => ServiceWindowType, { description: '窗口 / Where' })
  window(@Root() { windowId }: CheckInType, @Ctx() { loaders }: StaffingContext) {
    return loaders.window.load(windowId);
  }
}

/** Fields of a post that lead elsewhere. */
@Resolver(() => PostType)
export class PostFieldsResolver {
  @FieldResolver(() => ServiceWindowType, { description: '所在窗口 / Window it stands at' })
  window(@Root() { windowId }: PostType, @Ctx() { loaders }: StaffingContext) {
    return loaders.window.load(windowId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'A岗 / Lead' })
  lead(@Root() { leadId }: PostType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(leadId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'B岗 / Deputy' })
  deputy(@Root() { deputyId }: PostType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(deputyId);
  }

  @FieldResolver(() => OfficerOnDutyType, {
    nullable: true,
    description: '当前行使岗位职责的人 / Who holds the post’s authority now',
  })
  officerOnDuty(@Root() { id }: PostType, @Ctx() { loaders }: StaffingContext) {
    return loaders.officerOnDuty.load(id);
  }

  @FieldResolver(() => VacancyType, { nullable: true, description: '岗位空缺 / Open vacancy' })
  vacancy(@Root() { id }: PostType, @Ctx() { loaders }: StaffingContext) {
    return loaders.vacancy.load(id);
  }
}

/** Fields of a holder that lead elsewhere. */
@Resolver(() => OfficerOnDutyType)
export class OfficerOnDutyFieldsResolver {
  @FieldResolver(() => PostType, { description: '岗位 / The post' })
  post(@Root() { postId }: OfficerOnDutyType, @Ctx() { loaders }: StaffingContext) {
    return loaders.post.load(postId);
  }

  @FieldResolver(() => StaffType, { description: '在岗人 / Who holds it' })
  staff(@Root() { staffId }: OfficerOnDutyType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(staffId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: '代谁行使 / On whose behalf' })
  actingFor(@Root() { actingForId }: OfficerOnDutyType, @Ctx() { loaders }: StaffingContext) {
    return actingForId && loaders.staff.load(actingForId);
  }

  @FieldResolver(() => CoverType, { nullable: true, description: '所依据的顶岗 / The cover under which a deputy acts' })
  cover(@Root() { coverId }: OfficerOnDutyType, @Ctx() { loaders }: StaffingContext) {
    return coverId && loaders.cover.load(coverId);
  }
}

/** Fields of a cover that lead elsewhere. */
@Resolver(() => CoverType)
export class CoverFieldsResolver {
  @FieldResolver(() => PostType, { description: '岗位 / The post' })
  post(@Root() { postId }: CoverType, @Ctx() { loaders }: StaffingContext) {
    return loaders.post.load(postId);
  }

  @FieldResolver(() => StaffType, { description: '缺岗人 / Who is away' })
  absent(@Root() { absentId }: CoverType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(absentId);
  }

  @FieldResolver(() => StaffType, { description: '顶岗人 / Who acts' })
  acting(@Root() { actingId }: CoverType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(actingId);
  }
}

/** Fields of a vacancy that lead elsewhere. */
@Resolver(() => VacancyType)
export class VacancyFieldsResolver {
  @FieldResolver(() => StaffType, { description: '对空缺负责的人 / Who answers for the vacancy' })
  owner(@Root() { ownerId }: VacancyType, @Ctx() { loaders }: StaffingContext) {
    return loaders.staff.load(ownerId);
  }
}
