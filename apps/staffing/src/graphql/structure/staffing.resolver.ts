import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AllowedToAnyone } from '@hall/platform/graphql';
import type { StaffingContext, StaffingParts } from '../loaders';
import { HallType, PostType, StaffType } from './structure.type';
import { ActorType } from './actor.type';
import { toStaffType } from './to-structure';

/** Reads of the hall's structure. What the board and the window display show anyway is public (S1.4a). */
@Resolver()
export class StaffingResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => ActorType, { description: '当前登录者 / Who is signed in' })
  @AllowedToAnyone()
  async me(@Ctx() { actor }: StaffingContext): Promise<ActorType> {
    const { account, hallCode, name, roles } = actor;
    const member =
      account !== undefined && hallCode !== undefined
        ? await this.parts.reads.structure.staffByAccount(hallCode, account)
        : undefined;
    return Object.assign(new ActorType(), {
      account,
      hallCode,
      name,
      roles,
      staff: member ? toStaffType(member) : null,
    });
  }

  @Query(() => HallType, { nullable: true, description: '大厅 / A hall' })
  @AllowedToAnyone()
  hall(
    @Arg('code', () => ID, { description: '大厅编号 / Hall code' }) code: string,
    @Ctx() { loaders }: StaffingContext,
  ) {
    return loaders.hall.load(code);
  }

  @Query(() => PostType, { nullable: true, description: '岗位 / A post' })
  @AllowedToAnyone()
  post(@Arg('id', () => ID, { description: '岗位标识 / Post' }) id: string, @Ctx() { loaders }: StaffingContext) {
    return loaders.post.load(id);
  }

  @Query(() => StaffType, { nullable: true, description: '工作人员 / A member of staff' })
  @AllowedToAnyone()
  staff(
    @Arg('id', () => ID, { description: '人员标识 / Member of staff' }) id: string,
    @Ctx() { loaders }: StaffingContext,
  ) {
    return loaders.staff.load(id);
  }
}
