import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StaffingContext } from '../loaders';
import { ServiceWindowType, OfficerOnDutyType } from './structure.type';

/** Fields of a window that lead elsewhere. */
@Resolver(() => ServiceWindowType)
export class WindowFieldsResolver {
  @FieldResolver(() => [OfficerOnDutyType], {
    description: '亮证：窗口当前在岗人（S1.4a） / Who is on duty at the window now',
  })
  async onDuty(@Root() { id }: ServiceWindowType, @Ctx() { loaders }: StaffingContext) {
    const posts = await loaders.postsOfWindow.load(id);
    const holders = await Promise.all(posts.map((post) => loaders.officerOnDuty.load(post.id)));
    return holders.filter((holder) => holder !== null);
  }
}
