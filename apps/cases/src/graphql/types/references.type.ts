import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Things that staffing owns; here only their keys are known. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Staff')
export class StaffRef {
  @Field(() => ID)
  id!: string;
}

/** A window, by its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('ServiceWindow')
export class ServiceWindowRef {
  @Field(() => ID)
  id!: string;
}

/** A post, by its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Post')
export class PostRef {
  @Field(() => ID)
  id!: string;
}

/** A department, by its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Department')
export class DepartmentRef {
  @Field(() => ID)
  id!: string;
}
