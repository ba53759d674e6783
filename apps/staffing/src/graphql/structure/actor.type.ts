import { Field, ID, ObjectType } from 'type-graphql';
import { VisibleToAnyone } from '@hall/platform/graphql';
import { StaffType } from './structure.type';

@VisibleToAnyone()
@ObjectType('Actor', { description: '当前登录者 / Who is signed in' })
export class ActorType {
  @Field(() => String, { nullable: true, description: '账号；未登录为 null / Account; null for an anonymous visitor' })
  account?: string;

  @Field(() => ID, { nullable: true, description: '所属大厅 / Hall the account belongs to' })
  hallCode?: string;

  @Field(() => [String], { description: '角色 / Roles' })
  roles!: readonly string[];

  @Field(() => String, { nullable: true, description: '姓名（仅用于称呼） / Name, for greeting only' })
  name?: string;

  @Field(() => StaffType, {
    nullable: true,
    description: '登记的工作人员身份 / The member of staff behind this account',
  })
  staff?: StaffType | null;
}
