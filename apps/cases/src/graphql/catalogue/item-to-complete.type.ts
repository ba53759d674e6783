import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes, DepartmentRef, Link, staffRoles, VisibleTo } from '@hall/platform/graphql';

@VisibleTo(...staffRoles)
@ObjectType('ItemToComplete', {
  description: '待补全的事项（S3.3a、A-08） / An item of which the hall has something to say yet',
})
export class ItemToCompleteType {
  @Field(() => ID, { description: '事项标识 / Id of the item' })
  id!: string;

  @Field(() => String, { description: '事项编码 / National item code' })
  code!: string;

  @Field(() => String, { description: '事项名称 / Name' })
  name!: string;

  @Field(() => Boolean, { description: '是否已开放办理 / Whether people can apply for it meanwhile' })
  isOpen!: boolean;

  @Field(() => [String], {
    description:
      '尚缺或仅为默认的字段；空为只待公布 / Fields that nobody has said; empty when it only waits to be published',
  })
  missing!: readonly string[];

  @Link(() => DepartmentRef, '主管部门 / Department in charge')
  readonly departmentId!: string;
}

/** A page of what is to be completed. */
export const { connection: ItemToCompleteConnection } = connectionTypes('ItemToComplete', () => ItemToCompleteType);
