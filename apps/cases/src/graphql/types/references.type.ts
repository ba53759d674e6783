import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Things that staffing owns; here only their keys are known. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Staff')
export class StaffRef {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('ServiceWindow')
export class ServiceWindowRef {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Post')
export class PostRef {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Department')
export class DepartmentRef {
  @Field(() => ID)
  id!: string;
}
